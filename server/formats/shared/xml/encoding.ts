/**
 * Bytes to text and back for XML files. Invariant: encode(decode(bytes)) gives the identical bytes, so that a
 * splice in the text leaves every other byte alone; a byte order mark stays in the text as its first character.
 */
import { placeAt, problem, type Problem } from '../../../core/problem.ts';
import { legacyEncoding } from './legacy-encoding.ts';

/** A decoded file. */
export interface XmlFile {
  readonly text: string;
  /** `encoding-mismatch` where the file says one encoding and certainly is another. */
  readonly warnings: readonly Problem[];
  /** Bytes of a text in the file's encoding; what the encoding lacks becomes a character reference. */
  encode(text: string): Uint8Array<ArrayBuffer>;
}

export type DecodeResult =
  { readonly file: XmlFile; readonly problem: null } | { readonly file: null; readonly problem: Problem };

/** How a file is stored; `declared` is what its XML declaration says, '' where it says nothing. */
interface Storage {
  /** Lower case; of a Unicode encoding one of utf-8, utf-16le, utf-16be, utf-32. */
  readonly encoding: string;
  readonly declared: string;
}

/** Names of UTF-8 that stand in declarations. */
const UTF8 = /^utf[-_]?8(?:mb[34]|n|-sig|-bom)?$|^unicode-1-1-utf-8$/;
const UTF16 = /^(?:utf-?16|(?:iso-10646-)?ucs-?2|unicode)(?:-?[lb]e)?$/;

/**
 * The name of the encoding: byte order mark, else how the first `<` is stored, else the XML declaration, else
 * UTF-8 (XML 1.0, appendix F).
 */
export function sniffEncoding(bytes: Uint8Array): string {
  return storageOf(bytes).encoding;
}

function storageOf(bytes: Uint8Array): Storage {
  const shape = shapeOf(bytes);
  if (shape === 'utf-32') return { encoding: shape, declared: '' };
  const head =
    shape === 'utf-16le' || shape === 'utf-16be'
      ? new TextDecoder(shape).decode(bytes.subarray(0, 512))
      : String.fromCharCode(...bytes.subarray(shape === 'utf-8' ? 3 : 0, 256));
  const declaration = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']\s*([A-Za-z0-9._:-]+)\s*["']/.exec(head);
  const declared = declaration?.[1] ?? '';
  const label = declared.toLowerCase();
  // A declaration that can be read byte by byte is not stored in UTF-16, whatever it says.
  const encoding = shape ?? (label === '' || UTF8.test(label) || UTF16.test(label) ? 'utf-8' : label);
  return { encoding, declared };
}

/** By byte order mark or by the zeros around the first characters; null where that says nothing. */
function shapeOf(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0 && b === 0 && ((c === 0xfe && d === 0xff) || (c === 0 && d === 0x3c))) return 'utf-32';
  if (c === 0 && d === 0 && ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0))) return 'utf-32';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  return a === 0x3c && b === 0 && d === 0 ? 'utf-16le' : null;
}

/**
 * Decodes a whole file. Reports `file-empty`, `file-too-large`, `encoding-unknown`, `encoding-invalid` with the place
 * of the first byte that belongs to no character, and `encoding-ambiguous` where the bytes would not come back.
 */
export function decodeXml(bytes: Uint8Array): DecodeResult {
  if (bytes.length === 0) return { file: null, problem: problem('file-empty') };
  const { encoding, declared } = storageOf(bytes);
  if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be') {
    return decodeUnicode(bytes, encoding, declared);
  }
  const legacy = legacyEncoding(encoding);
  if (legacy === null) {
    return { file: null, problem: problem('encoding-unknown', null, { encoding: declared || encoding }) };
  }
  if (legacy.singleByte && isCertainlyUtf8(bytes)) return decodeUnicode(bytes, 'utf-8', declared);
  const decoded = legacy.decode(bytes);
  if (decoded.kind === 'text') {
    return {
      file: { text: decoded.text, warnings: [], encode: (text) => decoded.encode(text) },
      problem: null,
    };
  }
  const code = decoded.kind === 'invalid' ? 'encoding-invalid' : 'encoding-ambiguous';
  const values = { encoding: declared, byte: decoded.byte };
  return { file: null, problem: problem(code, decoded.place, values) };
}

/** `encoding-mismatch` where a file in UTF-8 says that it is in something else. */
export function utf8Mismatch(bytes: Uint8Array): readonly Problem[] {
  return mismatch('utf-8', storageOf(bytes).declared);
}

function mismatch(encoding: Unicode, declared: string): readonly Problem[] {
  const label = declared.toLowerCase();
  if (label === '' || (encoding === 'utf-8' ? UTF8 : UTF16).test(label)) return [];
  return [problem('encoding-mismatch', { line: 1 }, { declared, encoding: encoding.toUpperCase() })];
}

type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be';

function decodeUnicode(bytes: Uint8Array, encoding: Unicode, declared: string): DecodeResult {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const warnings = mismatch(encoding, declared);
    return { file: { text, warnings, encode: (changed) => encodeUnicode(changed, encoding) }, problem: null };
  } catch (error) {
    if (error instanceof TypeError) return { file: null, problem: firstInvalid(bytes, encoding) };
    return {
      file: null,
      problem: problem('file-too-large', null, { size: bytes.length, limit: 0x1fffffe8 }),
    };
  }
}

/** Where decoding stops, found by halving. */
function firstInvalid(bytes: Uint8Array, encoding: Unicode): Problem {
  const decode = (length: number): string | null => {
    try {
      const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
      return decoder.decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return null;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decode(middle) === null) bad = middle;
    else good = middle;
  }
  const before = decode(good) ?? '';
  const values = { encoding: encoding.toUpperCase(), byte: good };
  return problem('encoding-invalid', placeAt(before, before.length), values);
}

/**
 * Whether a file that says something else is UTF-8 all the same: so many right sequences are no chance. `partial`: more
 * of it follows.
 */
export function isCertainlyUtf8(bytes: Uint8Array, partial = false): boolean {
  let sequences = 0;
  for (const byte of bytes) if (byte >= 0xc0 && ++sequences >= SURE) break;
  if (sequences < SURE) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: partial });
    return true;
  } catch {
    return false;
  }
}

const SURE = 8;

function encodeUnicode(text: string, encoding: Unicode): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) {
    view.setUint16(index * 2, text.charCodeAt(index), encoding === 'utf-16le');
  }
  return bytes;
}
