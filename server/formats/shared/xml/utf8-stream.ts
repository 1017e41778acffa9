/**
 * Chunks of an XML file in any encoding as chunks of UTF-8, for files that are read as a stream. Nothing is refused for
 * single bytes: what belongs to no character becomes INVALID, a byte that UTF-8 never has, so that whoever reads a
 * part of the stream finds it there and the rest stays good.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import { isCertainlyUtf8, sniffEncoding, utf8Mismatch } from './encoding.ts';
import { legacyEncoding, type LegacyEncoding } from './legacy-encoding.ts';

const INVALID = Buffer.of(0xff);

/** Enough to tell the encoding by: the declaration, and some text where that may lie. */
const HEAD = 1 << 16;

/** As much of the bytes as are whole characters, and how many bytes those are. */
type Decode = (bytes: Buffer, isLast: boolean) => { readonly utf8: Buffer; readonly length: number };

export class Utf8Stream {
  /** `encoding-mismatch` where the file says one encoding and certainly is another. */
  readonly warnings: Problem[] = [];
  /** `encoding-unknown`; then nothing comes out. */
  failure: Problem | null = null;
  #decode: Decode | null = null;
  /** Bytes that wait for more. */
  #rest: Buffer = Buffer.alloc(0);

  /** The UTF-8 of what came so far and was not given yet. */
  push(chunk: Uint8Array): Buffer {
    return this.#take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length), false);
  }

  /** What is left at the end of the file. */
  end(): Buffer {
    return this.#take(Buffer.alloc(0), true);
  }

  #take(chunk: Buffer, isLast: boolean): Buffer {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#rest = bytes;
    if (this.failure !== null || (this.#decode === null && bytes.length < HEAD && !isLast)) {
      return Buffer.alloc(0);
    }
    this.#decode ??= this.#decoderOf(bytes.subarray(0, HEAD));
    const { utf8, length } = this.#decode(bytes, isLast);
    // The rest is copied, for a chunk may be filled again.
    this.#rest = Buffer.from(bytes.subarray(length));
    return utf8;
  }

  #decoderOf(head: Buffer): Decode {
    const encoding = sniffEncoding(head);
    if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(encoding === 'utf-16be');
    const legacy = encoding === 'utf-8' ? null : legacyEncoding(encoding);
    if (legacy === null && encoding !== 'utf-8') {
      this.failure = problem('encoding-unknown', null, { encoding });
      return () => ({ utf8: Buffer.alloc(0), length: 0 });
    }
    if (legacy !== null && !(legacy.singleByte && isCertainlyUtf8(head, true))) return legacyDecode(legacy);
    this.warnings.push(...utf8Mismatch(head));
    return (bytes) => ({ utf8: bytes, length: bytes.length });
  }
}

function legacyDecode(legacy: LegacyEncoding): Decode {
  return (bytes, isLast) => {
    const { text, length } = legacy.decodePart(bytes, isLast);
    return { utf8: encode(text), length };
  };
}

function utf16(isBigEndian: boolean): Decode {
  return (bytes, isLast) => {
    const even = bytes.length - (bytes.length % 2);
    const units = isBigEndian ? Buffer.from(bytes.subarray(0, even)).swap16() : bytes.subarray(0, even);
    const last = even === 0 ? 0 : units.readUInt16LE(even - 2);
    const whole = !isLast && last >= 0xd800 && last < 0xdc00 ? even - 2 : even;
    const utf8 = encode(units.toString('utf16le', 0, whole));
    const isCut = isLast && even < bytes.length;
    return { utf8: isCut ? Buffer.concat([utf8, INVALID]) : utf8, length: isLast ? bytes.length : whole };
  };
}

const HALF = /\p{Surrogate}/u;

function encode(text: string): Buffer {
  if (!HALF.test(text)) return Buffer.from(text, 'utf8');
  const pieces = text.split(HALF).flatMap((piece) => [Buffer.from(piece, 'utf8'), INVALID]);
  return Buffer.concat(pieces.slice(0, -1));
}
