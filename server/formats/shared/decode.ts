/**
 * Bytes to text for formats that are plain text underneath. Of documents only UTF-8 is read: what is written must be
 * able to hold any translation, and a guessed encoding damages text silently. Line ends are left as they are.
 */
import { placeAt, problem, type Problem } from '../../core/problem.ts';

interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  /** How many bytes the byte order mark takes: 3 or 0; of a list in UTF-16 2. */
  readonly markLength: number;
}

/** Twice the longest book: what parsers make of a text takes a hundred times its room. In bytes. */
export const LARGEST_TEXT = 10 * 1024 * 1024;

type DecodeResult = { readonly decoded: DecodedText } | { readonly problem: Problem };

/**
 * Reports `file-too-large`, `encoding-unknown` where a byte order mark names another encoding, `encoding-invalid` with the place
 * of the first bad byte, `text-nul` with the place of the first NUL.
 */
export function decodeText(bytes: Uint8Array): DecodeResult {
  if (bytes.length > LARGEST_TEXT) return tooLarge(bytes);
  const other = markedEncoding(bytes);
  if (other !== null) return { problem: problem('encoding-unknown', null, { encoding: other }) };
  const markLength = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const body = bytes.subarray(markLength);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    const bad = firstInvalidByte(body);
    const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body.subarray(0, bad));
    return {
      problem: problem('encoding-invalid', placeAt(before, before.length), {
        encoding: 'UTF-8',
        byte: markLength + bad,
      }),
    };
  }
  return withoutNul(text, markLength);
}

/**
 * The same for lists that are only read, in UTF-16 with its byte order mark as well: spreadsheets call that “Unicode
 * text”, and OmegaT takes it for glossaries.
 */
export function decodeList(bytes: Uint8Array): DecodeResult {
  const encoding = markedEncoding(bytes);
  if (encoding !== 'UTF-16LE' && encoding !== 'UTF-16BE') return decodeText(bytes);
  if (bytes.length > LARGEST_TEXT) return tooLarge(bytes);
  try {
    return withoutNul(new TextDecoder(encoding, { fatal: true }).decode(bytes), MARK_16);
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const bad = text.indexOf('\ufffd');
    const values = { encoding, byte: MARK_16 + bad * 2 };
    return { problem: problem('encoding-invalid', placeAt(text, bad), values) };
  }
}

/** Bytes of the mark of UTF-16. */
const MARK_16 = 2;

function tooLarge({ length }: Uint8Array): DecodeResult {
  return { problem: problem('file-too-large', null, { limit: LARGEST_TEXT, size: length }) };
}

function withoutNul(text: string, markLength: number): DecodeResult {
  const nul = text.indexOf('\0');
  return nul < 0 ? { decoded: { text, markLength } } : { problem: problem('text-nul', placeAt(text, nul)) };
}

/** The line end that the text uses first; LF where it has none. */
export function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  return first === 0 && second === 0 && third === 0xfe && fourth === 0xff ? 'UTF-32BE' : null;
}

/** Offset of the first byte that no well-formed sequence of Unicode 15.1 table 3-7 covers. */
function firstInvalidByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    if (byte < (index === 1 ? lowest : 0x80) || byte > (index === 1 ? highest : 0xbf)) return 0;
  }
  return length;
}
