/**
 * Encodings that are not Unicode: bytes to text and back. What a sequence of bytes means comes from the platform's
 * decoder, put right where that is known to be wrong; the way back is what the file itself used, then the whole
 * table turned round. Invariant: a file that decodes gives its identical bytes again.
 */
import { placeAt, type Place } from '../../../core/problem.ts';

/** `invalid`: bytes that mean nothing. `ambiguous`: one character written in two ways, which would not come back. */
type DecodedLegacy =
  | { readonly kind: 'text'; readonly text: string; encode(text: string): Uint8Array<ArrayBuffer> }
  | {
      readonly kind: 'invalid' | 'ambiguous';
      readonly place: Place;
      readonly byte: number;
    };

export interface LegacyEncoding {
  readonly singleByte: boolean;
  decode(bytes: Uint8Array): DecodedLegacy;
  /**
   * For reading only, a part at a time: the whole characters in it and how many bytes they take; bytes that mean
   * nothing become half of a surrogate pair (UNKNOWN).
   */
  decodePart(bytes: Uint8Array, isLast: boolean): { readonly text: string; readonly length: number };
}

/** What stands for bytes that mean nothing where a file is read in parts. */
export const UNKNOWN = '\udfff';

/** 0x80 to 0x9f of windows-1252; some versions of Node leave these bytes as control characters. */
const WINDOWS_1252_80 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** 0xa0 to 0xff of ISO-8859-16, which the platform does not know. */
const ISO_8859_16_A0 =
  '\u00a0ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ';

const ALIASES: ReadonlyMap<string, string> = new Map([
  ...['us-ascii', 'ascii', 'ansi_x3.4-1968', 'iso646-us'].map((each) => [each, 'us-ascii'] as const),
  ...['latin1', 'l1', 'cp819', 'iso-8859-1'].map((each) => [each, 'iso-8859-1'] as const),
  ['latin2', 'iso-8859-2'],
  ['latin5', 'iso-8859-9'],
  ['latin9', 'iso-8859-15'],
  ['tis-620', 'iso-8859-11'],
  ['dos-874', 'windows-874'],
  ['ibm866', 'ibm866'],
  ['mac', 'macintosh'],
  ['macroman', 'macintosh'],
  ['x-mac-roman', 'macintosh'],
  ...['sjis', 'shift-jis', 'ms932', 'windows-31j', 'windows-932', 'x-sjis'].map(
    (each) => [each, 'shift_jis'] as const,
  ),
  ...['gb2312', 'windows-936', 'x-gbk'].map((each) => [each, 'gbk'] as const),
  ...['ks_c_5601-1987', 'windows-949', 'korean'].map((each) => [each, 'euc-kr'] as const),
  ...['windows-950', 'big5-hkscs', 'cn-big5'].map((each) => [each, 'big5'] as const),
]);

const SINGLE_BYTE =
  /^(?:windows-(?:125[0-8]|874)|iso-8859-(?:[1-9]|1[013456])|us-ascii|ibm866|koi8-[ru]|macintosh|x-mac-cyrillic)$/;
const MULTI_BYTE = /^(?:shift_jis|euc-jp|euc-kr|gbk|gb18030|big5)$/;

/** The encoding that a declaration names; null where it is unknown here or no character set of this kind. */
export function legacyEncoding(declared: string): LegacyEncoding | null {
  const label = declared
    .toLowerCase()
    .replace(/^(?:x-)?(?:cp|ms-?|win-?)(?=\d+$)/, 'windows-')
    .replace(/^iso[-_]?8859[-_](\d+)(?:[-:_].*)?$/, 'iso-8859-$1')
    .replace(/^windows-866$/, 'ibm866');
  const name = ALIASES.get(label) ?? label;
  if (SINGLE_BYTE.test(name)) return encodingOf(name, singleByte(name), () => 1);
  return MULTI_BYTE.test(name) ? encodingOf(name, multiByte(name), lengthsOf(name)) : null;
}

/** What one sequence of bytes means; '' where it means nothing. */
type Meaning = (sequence: Uint8Array) => string;
/** How many bytes the sequence at a place has. */
type SequenceLength = (bytes: Uint8Array, at: number) => number;

function singleByte(name: string): Meaning {
  const table = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));
  const put = (from: number, characters: string): void => {
    Array.from(characters).forEach((character, index) => (table[from + index] = character));
  };
  if (name === 'us-ascii') table.fill('', 0x80);
  else if (name === 'windows-1252') put(0x80, WINDOWS_1252_80);
  else if (name === 'iso-8859-16') put(0xa0, ISO_8859_16_A0);
  else if (name !== 'iso-8859-1') {
    // The web's decoders take these ISO sets for the windows ones, which have characters in place of controls.
    const from = /^iso-8859-(?:9|11)$/.test(name) ? 0xa0 : 0x80;
    const bytes = Uint8Array.from({ length: 256 - from }, (_, index) => from + index);
    put(from, new TextDecoder(name).decode(bytes));
  }
  return ([byte = 0]) => {
    const character = table[byte] ?? '';
    return /[\ufffd\uf8c1-\uf8c8]/.test(character) ? '' : character;
  };
}

function multiByte(name: string): Meaning {
  const decoder = new TextDecoder(name, { fatal: true });
  const known = new Map<number, string>();
  return (sequence) => {
    const key = numberOf(sequence);
    let found = key < 0x80 ? String.fromCharCode(key) : known.get(key);
    if (found === undefined) {
      try {
        found = decoder.decode(sequence);
      } catch {
        found = '';
      }
      known.set(key, found);
    }
    return found;
  };
}

function numberOf(sequence: Uint8Array): number {
  return sequence.reduce((number, byte) => number * 256 + byte, 0);
}

function lengthsOf(name: string): SequenceLength {
  return (bytes, at) => {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80 || lead === 0x80 || lead === 0xff) return 1;
    if (name === 'shift_jis') return lead >= 0xa0 && lead <= 0xdf ? 1 : 2;
    if (name === 'euc-jp') return lead === 0x8f ? 3 : 2;
    const second = bytes[at + 1] ?? 0;
    return (name === 'gb18030' || name === 'gbk') && second >= 0x30 && second <= 0x39 ? 4 : 2;
  };
}

function encodingOf(name: string, meaning: Meaning, lengthAt: SequenceLength): LegacyEncoding {
  const all = (): ReadonlyMap<string, Uint8Array> => turnedRound(name, meaning);
  return {
    singleByte: SINGLE_BYTE.test(name),
    decode: (bytes) => decodeLegacy(bytes, meaning, lengthAt, all),
    decodePart: (bytes, isLast) => decodePart(bytes, isLast, meaning, lengthAt),
  };
}

function decodePart(
  bytes: Uint8Array,
  isLast: boolean,
  meaning: Meaning,
  lengthAt: SequenceLength,
): { readonly text: string; readonly length: number } {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      units[length++] = byte;
      at += 1;
      continue;
    }
    const end = at + lengthAt(bytes, at);
    if (end > bytes.length && !isLast) break;
    const character = meaning(bytes.subarray(at, end)) || UNKNOWN;
    for (let index = 0; index < character.length; index += 1) units[length++] = character.charCodeAt(index);
    at = Math.min(end, bytes.length);
  }
  // A decoder would not let half of a pair through.
  return { text: Buffer.from(units.buffer, 0, length * 2).toString('utf16le'), length: at };
}

function decodeLegacy(
  bytes: Uint8Array,
  meaning: Meaning,
  lengthAt: SequenceLength,
  all: () => ReadonlyMap<string, Uint8Array>,
): DecodedLegacy {
  // A sequence never has fewer bytes than its character has code units.
  const units = new Uint16Array(bytes.length);
  const used = new Map<string, Uint8Array>();
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const sequence = bytes.subarray(at, at + lengthAt(bytes, at));
    const character = meaning(sequence);
    const earlier = (bytes[at] ?? 0) < 0x80 ? sequence : used.get(character);
    if (character === '' || (earlier !== undefined && numberOf(earlier) !== numberOf(sequence))) {
      const before = textOf(units.subarray(0, length));
      const kind = character === '' ? 'invalid' : 'ambiguous';
      return { kind, place: placeAt(before, before.length), byte: at };
    }
    if (earlier === undefined) used.set(character, sequence.slice());
    for (let index = 0; index < character.length; index += 1) units[length++] = character.charCodeAt(index);
    at += sequence.length;
  }
  const encode = (text: string): Uint8Array<ArrayBuffer> => encodeLegacy(text, used, all);
  return { kind: 'text', text: textOf(units.subarray(0, length)), encode };
}

function textOf(units: Uint16Array): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
}

function encodeLegacy(
  text: string,
  used: ReadonlyMap<string, Uint8Array>,
  all: () => ReadonlyMap<string, Uint8Array>,
): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const sequence = point < 0x80 ? [point] : (used.get(character) ?? all().get(character));
    if (sequence !== undefined) bytes.push(...sequence);
    else for (const each of `&#x${point.toString(16).toUpperCase()};`) bytes.push(each.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

const reversed = new Map<string, ReadonlyMap<string, Uint8Array>>();

/** Every character of an encoding with its bytes, made when a file first needs a character that it did not have. */
function turnedRound(name: string, meaning: Meaning): ReadonlyMap<string, Uint8Array> {
  const known = reversed.get(name);
  if (known !== undefined) return known;
  const table = new Map<string, Uint8Array>();
  const add = (...sequence: number[]): void => {
    const bytes = Uint8Array.from(sequence);
    const character = meaning(bytes);
    if (character !== '' && !table.has(character)) table.set(character, bytes);
  };
  for (let byte = 0x80; byte < 0x100; byte += 1) add(byte);
  if (MULTI_BYTE.test(name)) {
    // NEC's copy of IBM's characters in Shift_JIS comes last: nobody writes it.
    for (let lead = 0x81; lead < 0xff; lead += 1) if (!isNecCopy(name, lead)) addPairs(lead, add);
    for (const lead of [0xed, 0xee]) if (isNecCopy(name, lead)) addPairs(lead, add);
  }
  reversed.set(name, table);
  return table;
}

function isNecCopy(name: string, lead: number): boolean {
  return name === 'shift_jis' && (lead === 0xed || lead === 0xee);
}

function addPairs(lead: number, add: (...sequence: number[]) => void): void {
  for (let trail = 0x40; trail < 0xff; trail += 1) add(lead, trail);
}
