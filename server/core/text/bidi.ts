/**
 * The Unicode bidirectional algorithm (UAX #9) over one text, for showing and checking what a reader will see.
 * Offsets are UTF-16 units. An inline code takes part as OBJECT: one neutral character, as a browser lays out an
 * isolated box in a line.
 *
 * bidi-js does the work but reads single UTF-16 units, which makes a letter of a whole emoji or of Adlam; what lies
 * outside the basic plane is therefore handed to it as a character of the same class inside of it.
 */
import bidiFactory from 'bidi-js/dist/bidi.mjs';
import type { Content } from './content.ts';
import type { Direction } from './language.ts';
import type { Span } from './segmentation.ts';

/** A stretch of one embedding level; odd levels run from right to left. */
export interface BidiRun extends Span {
  readonly level: number;
}

/** What stands between an isolate's opening character and its closing one, both of them included. */
export interface Isolate extends Span {
  readonly kind: 'lri' | 'rli' | 'fsi';
  /** 0 for one that is in no other. */
  readonly depth: number;
}

/** OBJECT REPLACEMENT CHARACTER: what stands for a code. */
export const OBJECT = '\ufffc';

const bidi = bidiFactory();

/** Of each class that occurs outside of the basic plane: a character of it that is no bracket. */
const STAND_INS: Readonly<Record<string, string>> = {
  R: '\u05d0',
  AL: '\u0628',
  EN: '0',
  AN: '\u0660',
  ET: '$',
  ON: '!',
  NSM: '\u0300',
  BN: '\u00ad',
};
/** A mark: takes the level of what it follows. */
const FOLLOWER = '\u0300';

function inBasicPlane(text: string): string {
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, (character) => {
    const name = bidi.getBidiCharTypeName(character);
    const standIn = STAND_INS[name];
    if (standIn === undefined) return `a${FOLLOWER}`;
    return standIn + (name === 'BN' ? standIn : FOLLOWER);
  });
}

/** The text that the algorithm sees of a content: each code is one OBJECT, so positions are the content's. */
export function bidiText(content: Content): string {
  return content.map((part) => (typeof part === 'string' ? part : OBJECT)).join('');
}

/** The embedding level of each UTF-16 unit; each line of the text is a paragraph of the given direction. */
export function levelsOf(text: string, direction: Direction): Uint8Array {
  return bidi.getEmbeddingLevels(inBasicPlane(text), direction).levels;
}

/** The direction of the first strong letter (UAX #9, P2 and P3), what is isolated left out; null where there is none. */
export function firstStrong(text: string): Direction | null {
  let depth = 0;
  for (const character of text) {
    if (ISOLATES[character] !== undefined) depth += 1;
    else if (character === POP) depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      const name = bidi.getBidiCharTypeName(character);
      if (name === 'L') return 'ltr';
      if (name === 'R' || name === 'AL') return 'rtl';
    }
  }
  return null;
}

/** The stretches of equal level, in the order of the text. */
export function runsOf(text: string, direction: Direction): readonly BidiRun[] {
  const runs: BidiRun[] = [];
  levelsOf(text, direction).forEach((level, start) => {
    const last = runs.at(-1);
    if (last?.level === level) runs[runs.length - 1] = { ...last, end: start + 1 };
    else runs.push({ start, end: start + 1, level });
  });
  return runs;
}

/**
 * Offsets of all UTF-16 units as they are drawn from left to right, in one line; a paragraph of several lines
 * gives one line after the other.
 */
export function visualOrder(text: string, direction: Direction): readonly number[] {
  const plain = inBasicPlane(text);
  const result = bidi.getEmbeddingLevels(plain, direction);
  const order = result.paragraphs.flatMap(({ start, end, level }) => {
    const line = plain.slice(start, end + 1);
    const levels = result.levels.subarray(start, end + 1);
    const paragraphs = [{ start: 0, end: end - start, level }];
    return bidi.getReorderedIndices(line, { levels, paragraphs }).map((index) => index + start);
  });
  if (plain === text) return order;
  return order.map((index, at) => wholeCharacter(text, order, index, at));
}

/** The halves of one character keep their order also where the line is turned. */
function wholeCharacter(text: string, order: readonly number[], index: number, at: number): number {
  const isTurned = (low: number | undefined, high: number | undefined): boolean =>
    low !== undefined &&
    high !== undefined &&
    low === high + 1 &&
    /^[\u{10000}-\u{10ffff}]$/u.test(text.slice(high, low + 1));
  if (isTurned(index, order[at + 1])) return index - 1;
  return isTurned(order[at - 1], index) ? index + 1 : index;
}

const ISOLATES: Readonly<Record<string, Isolate['kind']>> = {
  '\u2066': 'lri',
  '\u2067': 'rli',
  '\u2068': 'fsi',
};
const POP = '\u2069';
const LINE_BREAK = /[\n\r\u0085\u2029]/u;

/** The isolates that are closed in their line, the outer before the inner. */
export function isolatesOf(text: string): readonly Isolate[] {
  const found: Isolate[] = [];
  let open: { readonly start: number; readonly kind: Isolate['kind'] }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const kind = ISOLATES[character];
    if (kind !== undefined) open.push({ start: at, kind });
    else if (character === POP) {
      const begun = open.pop();
      if (begun !== undefined) found.push({ ...begun, end: at + 1, depth: open.length });
    } else if (LINE_BREAK.test(character)) open = [];
  }
  return found.sort((a, b) => a.start - b.start);
}
