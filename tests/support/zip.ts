/** Zip files as text: made by hand, with every field free, so that broken and rare ones can be told apart. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly extra?: Uint8Array;
  readonly localExtra?: Uint8Array;
  readonly comment?: string;
  /** Unix mode, in the upper half of the outer attributes. */
  readonly mode?: number;
  readonly rawName?: Uint8Array;
  /** What is said instead of what is true. */
  readonly says?: { readonly size?: number; readonly crc?: number; readonly localName?: string };
  readonly descriptor?: 'signed' | 'plain' | 'wide';
  readonly zip64?: boolean;
}

export interface ZipShape {
  readonly before?: string;
  /** Put behind each record. */
  readonly gap?: string;
  readonly comment?: string;
  readonly zip64?: boolean;
}

const number = (size: 2 | 4 | 8, value: number): Buffer => {
  const bytes = Buffer.alloc(size);
  if (size === 8) bytes.writeBigUInt64LE(BigInt(value));
  else bytes.writeUIntLE(value, 0, size);
  return bytes;
};
const n2 = (value: number): Buffer => number(2, value);
const n4 = (value: number): Buffer => number(4, value);
const n8 = (value: number): Buffer => number(8, value);
const none = new Uint8Array();

export function makeZip(parts: readonly ZipPart[], shape: ZipShape = {}): Uint8Array {
  const records: Uint8Array[] = [Buffer.from(shape.before ?? '')];
  const directory: Uint8Array[] = [];
  let at = records[0]!.length;
  for (const part of parts) {
    const { record, central } = makePart(part, at);
    records.push(record, Buffer.from(shape.gap ?? ''));
    directory.push(central);
    at += record.length + (shape.gap?.length ?? 0);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const far = 0xffffffff;
  const count = parts.length;
  const end64 = Buffer.concat([
    n4(0x06064b50), n8(44), n2(45), n2(45), n4(0), n4(0), n8(count), n8(count), n8(size), n8(at),
    n4(0x07064b50), n4(0), n8(at + size), n4(1),
  ]); // prettier-ignore
  const end = Buffer.concat([
    n4(0x06054b50), n2(0), n2(0),
    ...(shape.zip64 ? [n2(0xffff), n2(0xffff), n4(far), n4(far)] : [n2(count), n2(count), n4(size), n4(at)]),
    n2(Buffer.byteLength(shape.comment ?? '')), Buffer.from(shape.comment ?? ''),
  ]); // prettier-ignore
  return Buffer.concat([...records, ...directory, shape.zip64 ? end64 : none, end]);
}

function makePart(part: ZipPart, at: number): { readonly record: Uint8Array; readonly central: Uint8Array } {
  const content = typeof part.content === 'string' ? Buffer.from(part.content) : part.content;
  const method = part.method ?? 8;
  const data = method === 8 ? deflateRawSync(content) : content;
  const crc = part.says?.crc ?? crc32(content);
  const size = part.says?.size ?? content.length;
  const name = part.rawName ?? Buffer.from(part.name);
  const localName = part.says?.localName === undefined ? name : Buffer.from(part.says.localName);
  const flags = (part.flags ?? 0x0800) | (part.descriptor === undefined ? 0 : 8);
  const wide = part.zip64 === true;
  const far = wide ? 0xffffffff : null;
  const wideExtra = (values: readonly number[]): Uint8Array =>
    wide ? Buffer.concat([n2(1), n2(values.length * 8), ...values.map(n8)]) : none;
  const later = part.descriptor !== undefined;
  const localExtra = Buffer.concat([
    wideExtra(later ? [0, 0] : [size, data.length]),
    part.localExtra ?? part.extra ?? none,
  ]);
  const extra = Buffer.concat([wideExtra([size, data.length, at]), part.extra ?? none]);
  const common = [n2(flags), n2(method), n2(0x6d21), n2(0x58a3)];
  const descriptor = {
    signed: [n4(0x08074b50), n4(crc), n4(data.length), n4(size)],
    plain: [n4(crc), n4(data.length), n4(size)],
    wide: [n4(0x08074b50), n4(crc), n8(data.length), n8(size)],
  };
  const record = Buffer.concat([
    n4(0x04034b50), n2(20), ...common, n4(later ? 0 : crc), n4(far ?? (later ? 0 : data.length)), n4(far ?? (later ? 0 : size)),
    n2(localName.length), n2(localExtra.length), localName, localExtra, data,
    ...(part.descriptor === undefined ? [] : descriptor[part.descriptor]),
  ]); // prettier-ignore
  const comment = Buffer.from(part.comment ?? '');
  const central = Buffer.concat([
    n4(0x02014b50), n2(0x031e), n2(20), ...common, n4(crc), n4(far ?? data.length), n4(far ?? size),
    n2(name.length), n2(extra.length), n2(comment.length), n2(0), n2(0), n4(((part.mode ?? 0o100644) << 16) >>> 0), n4(far ?? at),
    name, extra, comment,
  ]); // prettier-ignore
  return { record, central };
}

/** Where the text (in Latin-1) stands the nth time (0-based). */
export function findBytes(bytes: Uint8Array, text: string, nth = 0): number {
  const buffer = Buffer.from(bytes);
  let at = -1;
  for (let index = 0; index <= nth; index += 1) at = buffer.indexOf(text, at + 1, 'latin1');
  return at;
}
