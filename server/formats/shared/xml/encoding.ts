/**
 * Bytes to text and back for XML files. Invariant: encode(decode(bytes)) gives the identical bytes, so that a
 * splice in the text leaves every other byte alone; a byte order mark stays in the text as its first character.
 */
import { problem, type Problem } from '../../../core/problem.ts';

/** A decoded file. */
interface XmlFile {
  readonly text: string;
  /** Bytes of a text in the file's encoding; what the encoding lacks becomes a character reference. */
  encode(text: string): Uint8Array<ArrayBuffer>;
}

export type DecodeResult =
  { readonly file: XmlFile; readonly problem: null } | { readonly file: null; readonly problem: Problem };

/** windows-1252 from 0x80 on; written out because TextDecoder of some Node versions leaves these bytes as C1. */
const WINDOWS_1252_80 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const SINGLE_BYTE =
  /^(?:windows-125[0-8]|cp125[0-8]|iso-8859-(?:[1-9]|1[0-6])|latin1|us-ascii|ascii|koi8-[ru])$/;

/**
 * The name of the encoding: byte order mark, else how the first `<` is stored, else the XML declaration, else
 * UTF-8 (XML 1.0, appendix F).
 */
export function sniffEncoding(bytes: Uint8Array): string {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0 && b === 0x3c && c === 0) return 'utf-16be';
  if (a === 0x3c && b === 0 && d === 0) return 'utf-16le';
  const head = String.fromCharCode(...bytes.subarray(0, 256));
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase();
  // A declaration that can be read byte by byte is not stored in UTF-16, whatever it says.
  return declared === undefined || declared.startsWith('utf-16') || declared === 'utf8' ? 'utf-8' : declared;
}

/** Decodes a whole file; `encoding-unknown`, `encoding-invalid`, `file-too-large` or `file-empty` where it cannot. */
export function decodeXml(bytes: Uint8Array): DecodeResult {
  const encoding = sniffEncoding(bytes);
  if (bytes.length === 0) return { file: null, problem: problem('file-empty') };
  if (SINGLE_BYTE.test(encoding)) return decodeSingleByte(bytes, encoding);
  if (encoding !== 'utf-8' && encoding !== 'utf-16le' && encoding !== 'utf-16be') {
    return { file: null, problem: problem('encoding-unknown', null, { encoding }) };
  }
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const encode =
      encoding === 'utf-8' ? encodeUtf8 : encoding === 'utf-16le' ? encodeUtf16 : encodeUtf16Swapped;
    return { file: { text, encode }, problem: null };
  } catch (error) {
    if (error instanceof TypeError) {
      return { file: null, problem: problem('encoding-invalid', null, { encoding }) };
    }
    return {
      file: null,
      problem: problem('file-too-large', null, { size: bytes.length, limit: 0x1fffffe8 }),
    };
  }
}

function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function encodeUtf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[index * 2] = unit & 0xff;
    bytes[index * 2 + 1] = unit >> 8;
  }
  return bytes;
}

function encodeUtf16Swapped(text: string): Uint8Array<ArrayBuffer> {
  const bytes = encodeUtf16(text);
  for (let index = 0; index < bytes.length; index += 2) {
    const low = bytes[index] ?? 0;
    bytes[index] = bytes[index + 1] ?? 0;
    bytes[index + 1] = low;
  }
  return bytes;
}

/** Code units of the 256 bytes; U+FFFD where a byte means nothing. */
function tableOf(encoding: string): Uint16Array {
  const table = Uint16Array.from({ length: 256 }, (_, byte) => byte);
  if (/^(?:iso-8859-1|latin1)$/.test(encoding)) return table;
  if (/ascii$/.test(encoding)) return table.fill(0xfffd, 0x80);
  if (/1252$/.test(encoding)) {
    for (let index = 0; index < 32; index += 1) table[0x80 + index] = WINDOWS_1252_80.charCodeAt(index);
    return table;
  }
  const decoded = new TextDecoder(encoding.replace(/^cp/, 'windows-')).decode(Uint8Array.from(table));
  return Uint16Array.from(decoded, (character) => character.charCodeAt(0));
}

function decodeSingleByte(bytes: Uint8Array, encoding: string): DecodeResult {
  const table = tableOf(encoding);
  const units = new Uint16Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) units[index] = table[bytes[index] ?? 0] ?? 0xfffd;
  if (units.includes(0xfffd)) return { file: null, problem: problem('encoding-invalid', null, { encoding }) };
  const byteOf = new Map(Array.from(table, (unit, byte) => [unit, byte] as const));
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
  return { file: { text, encode: (changed) => encodeSingleByte(changed, byteOf) }, problem: null };
}

function encodeSingleByte(text: string, byteOf: ReadonlyMap<number, number>): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const byte = byteOf.get(text.charCodeAt(index));
    if (byte !== undefined) {
      bytes.push(byte);
      continue;
    }
    const point = text.codePointAt(index) ?? 0xfffd;
    if (point > 0xffff) index += 1;
    for (const character of `&#x${point.toString(16).toUpperCase()};`) bytes.push(character.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}
