/**
 * Questions about UTF-8 bytes that need no string: where they are broken, where a character stands that XML cannot
 * hold, on which line an offset is, where a reference ends. Offsets are byte offsets; the bytes are UTF-8.
 */
import type { Place } from '../../../core/problem.ts';
import { isXmlCharacter } from './references.ts';

const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** Where the first byte that is not UTF-8 stands; the length where there is none. */
export function firstInvalid(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return bytes.length;
}

/** Bytes of the well-formed sequence at an offset (Unicode, table 3-7), or 0. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  const second = bytes[at + 1] ?? 0;
  if (second < lowest || second > highest) return 0;
  for (let index = 2; index < length; index += 1) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** Where the first character stands that XML 1.0 §2.2 leaves out (control characters, U+FFFE, U+FFFF), or -1. */
export function firstIllegal(bytes: Uint8Array): number {
  const aligned = -bytes.byteOffset & 3;
  // A view of words begins at a multiple of four, which a short piece of another array may not reach.
  if (bytes.length < aligned) return illegalIn(bytes, 0, bytes.length);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + aligned, (bytes.length - aligned) >> 2);
  let found = illegalIn(bytes, 0, aligned);
  // In blocks: a function that is called often is compiled early, one long loop late.
  for (let index = 0; index < words.length && found < 0; index += BLOCK) {
    let at = suspectWord(words, index, Math.min(index + BLOCK, words.length));
    while (at >= 0 && found < 0) {
      found = illegalIn(bytes, aligned + at * 4, aligned + at * 4 + 4);
      at = suspectWord(words, at + 1, Math.min(index + BLOCK, words.length));
    }
  }
  return found < 0 ? illegalIn(bytes, aligned + words.length * 4, bytes.length) : found;
}

const BLOCK = 2048;
const EACH_1 = 0x01010101;
const EACH_20 = 0x20202020;
const EACH_80 = 0x80808080 | 0;
const EACH_EF = 0xefefefef | 0;

/** The first of the words with a byte below 0x20 or 0xef in it (Hacker's Delight, §6-1), or -1. */
function suspectWord(words: Int32Array, start: number, end: number): number {
  for (let index = start; index < end; index += 1) {
    const word = words[index] ?? 0;
    const high = word ^ EACH_EF;
    if ((((word - EACH_20) & ~word) | ((high - EACH_1) & ~high)) & EACH_80) return index;
  }
  return -1;
}

function illegalIn(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20) {
      if (byte !== LINE_FEED && byte !== RETURN && byte !== 0x09) return at;
    } else if (byte === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] ?? 0) >= 0xbe) return at;
  }
  return -1;
}

/** Where the bytes from `from` on stop being spaces, tabs and line ends. */
export function spaceEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0x20 && byte !== LINE_FEED && byte !== RETURN && byte !== 0x09) break;
    at += 1;
  }
  return at;
}

/** Whether the same `length` bytes stand at both places. */
export function sameBytes(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let index = 0; index < length; index += 1) {
    if (bytes[one + index] !== bytes[other + index]) return false;
  }
  return true;
}

/** Whether exactly this ASCII text stands from `start` to `end`. */
export function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** Behind the reference whose ampersand stands at `at`, or -1 where it is none that XML knows by itself. */
export function referenceEnd(bytes: Uint8Array, at: number): number {
  const last = Math.min(at + LONGEST, bytes.length - 1);
  let semicolon = at + 1;
  while (semicolon < last && bytes[semicolon] !== SEMICOLON) semicolon += 1;
  if (bytes[semicolon] !== SEMICOLON) return -1;
  if (bytes[at + 1] === 0x23) return isCharacterNumber(bytes, at + 2, semicolon) ? semicolon + 1 : -1;
  for (const name of PREDEFINED) if (isText(bytes, at + 1, semicolon, name)) return semicolon + 1;
  return -1;
}

/** From the ampersand to the semicolon of `&#1114111111;`. */
const LONGEST = 12;
const PREDEFINED = ['amp', 'lt', 'gt', 'quot', 'apos'];

/** `1F600` behind an x, or `128512`: the number of a character that XML can hold. */
function isCharacterNumber(bytes: Uint8Array, from: number, end: number): boolean {
  const hex = bytes[from] === 0x78;
  const start = hex ? from + 1 : from;
  if (end === start || end - start > (hex ? 8 : 10)) return false;
  let point = 0;
  for (let at = start; at < end; at += 1) {
    const digit = digitOf(bytes[at] ?? 0);
    if (digit < 0 || digit >= (hex ? 16 : 10)) return false;
    point = point * (hex ? 16 : 10) + digit;
  }
  return isXmlCharacter(point);
}

function digitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Finds `&` between two offsets, or -1. */
export function ampersandIn(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (bytes[at] === AMPERSAND) return at;
  return -1;
}

/** Lines and columns of offsets; asked in ascending order it reads the bytes once. */
export class LineCounter {
  readonly #bytes: Uint8Array;
  #line = 1;
  #lineStart = 0;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Line and column, 1-based, the column in UTF-16 code units, as `placeAt` gives for the decoded text. */
  placeOf(offset: number): Place {
    if (offset < this.#at) [this.#line, this.#lineStart, this.#at] = [1, 0, 0];
    const bytes = this.#bytes;
    for (; this.#at < offset; this.#at += 1) {
      const byte = bytes[this.#at];
      if (byte !== LINE_FEED && byte !== RETURN) continue;
      if (byte === RETURN || bytes[this.#at - 1] !== RETURN) this.#line += 1;
      this.#lineStart = this.#at + 1;
    }
    return { line: this.#line, column: codeUnits(bytes, this.#lineStart, offset) + 1 };
  }
}

/** UTF-16 code units that the bytes decode to. */
function codeUnits(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) count += byte >= 0xf0 ? 2 : 1;
  }
  return count;
}
