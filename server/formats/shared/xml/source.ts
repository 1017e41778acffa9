/**
 * An XML file as a string in which every position is a position in the file. In encodings that extend ASCII each
 * byte is one character (so offsets are byte offsets and splicing leaves all other bytes alone, even broken ones);
 * in UTF-16 each code unit is one. Text proper is decoded only where somebody reads it.
 */
import { problem, type Problem } from '../../../core/problem.ts';

export interface XmlSource {
  /** What is scanned. Markup is ASCII in it; text wants decode(). */
  readonly raw: string;
  /** Offset behind the byte order mark. */
  readonly start: number;
  readonly encoding: string;
  /** A piece of raw as text; wrong bytes become U+FFFD. */
  decode(piece: string): string;
  /** Text as a piece of raw; a character that the encoding lacks becomes a character reference. */
  encode(text: string): string;
  toBytes(raw: string): Uint8Array;
}

/** Opens bytes by byte order mark, then by the XML declaration, then as UTF-8. */
export function openXml(bytes: Uint8Array): XmlSource | Problem {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, false, 1);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, true, 1);
  if (bytes[0] === 0x3c && bytes[1] === 0) return utf16(bytes, false, 0);
  if (bytes[0] === 0 && bytes[1] === 0x3c) return utf16(bytes, true, 0);
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const start = raw.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/u.exec(
    raw.slice(start, start + 512),
  )?.[1];
  const name = (start > 0 ? 'utf-8' : (declared ?? 'utf-8')).toLowerCase();
  if (name === 'utf-8' || name === 'us-ascii' || name === 'ascii') return utf8(raw, start);
  return (
    singleByte(raw, name) ??
    problem('encoding-unknown', { line: 1, column: 1 }, { encoding: declared ?? name })
  );
}

function utf8(raw: string, start: number): XmlSource {
  return {
    raw,
    start,
    encoding: 'utf-8',
    decode: (piece) => (isAscii(piece) ? piece : Buffer.from(piece, 'latin1').toString('utf8')),
    encode: (text) => (isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1')),
    toBytes: (all) => Buffer.from(all, 'latin1'),
  };
}

function utf16(bytes: Uint8Array, bigEndian: boolean, start: number): XmlSource {
  const own = Buffer.from(bytes);
  const odd = own.length % 2 === 1 ? own.subarray(own.length - 1) : Buffer.alloc(0);
  const even = own.subarray(0, own.length - odd.length);
  const raw = (bigEndian ? even.swap16() : even).toString('utf16le');
  return {
    raw,
    start,
    encoding: bigEndian ? 'utf-16be' : 'utf-16le',
    decode: (piece) => piece,
    encode: (text) => text,
    toBytes: (all) => {
      const encoded = Buffer.from(all, 'utf16le');
      return Buffer.concat([bigEndian ? encoded.swap16() : encoded, odd]);
    },
  };
}

function singleByte(raw: string, name: string): XmlSource | null {
  // The label iso-8859-1 means windows-1252 to TextDecoder (WHATWG); in XML it means itself.
  const table = name === 'iso-8859-1' || name === 'latin1' ? latin1Table() : tableOf(name);
  if (table === null) return null;
  const bytesOf = new Map(table.map((character, byte) => [character, String.fromCharCode(byte)]));
  return {
    raw,
    start: 0,
    encoding: name,
    decode: (piece) => piece.replace(/[\u0080-\u00ff]/gu, (byte) => table[byte.charCodeAt(0)] ?? '\ufffd'),
    encode: (text) =>
      Array.from(text)
        .map((character) => bytesOf.get(character) ?? `&#x${(character.codePointAt(0) ?? 0).toString(16)};`)
        .join(''),
    toBytes: (all) => Buffer.from(all, 'latin1'),
  };
}

function latin1Table(): readonly string[] {
  return Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));
}

/** null where the platform does not know it, or where it is no encoding of single bytes that extends ASCII. */
function tableOf(name: string): readonly string[] | null {
  try {
    const decoder = new TextDecoder(name);
    const table = Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)));
    const extendsAscii = table.slice(0, 128).every((character, byte) => character.charCodeAt(0) === byte);
    return extendsAscii &&
      table.every((character) => character.length === 1) &&
      !MULTI_BYTE.test(decoder.encoding)
      ? table
      : null;
  } catch {
    return null;
  }
}

const MULTI_BYTE = /^(?:utf|gb|big5|euc|iso-2022|shift)/u;

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
  return /^[\u0000-\u007f]*$/u.test(text);
}
