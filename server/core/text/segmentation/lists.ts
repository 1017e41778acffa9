/**
 * Lists written in one paragraph: `1. First 2. Second`, `a) … b) …`, `၁။ … ၂။ …`, `• … • …`. Only a segment that
 * begins with an item begins a list, and only the next number in the same style goes on with it; items need no
 * full stop. Items further apart than REACH are no list, so that looking for one costs the same in any text.
 */
import { classAt, isLetterAt, isSpaceAt, LOWER, skipSpace } from './characters.ts';
import type { CompiledRules } from './rules.ts';

/** In UTF-16 units. */
const REACH = 1_000;
const FIRST = /(?:([•‣⁃◦▪●])|(\(?)(\p{Nd}{1,3}|[a-z])(\.\)|\)|\.|။|[-–ـ])(?=\s))/uy;

/** Offsets of the items that follow one that begins at `start`; none where no list begins there. */
export function itemsAfter(text: string, start: number, rules: CompiledRules): readonly number[] {
  FIRST.lastIndex = start;
  const match = FIRST.exec(text);
  if (match === null) return [];
  const [, bullet, open = '', ordinal = '', close = ''] = match;
  const result: number[] = [];
  const style = { rules, numbered: bullet === undefined, lower: beginsLower(text, FIRST.lastIndex) };
  let next = bullet ?? following(ordinal);
  for (let from = FIRST.lastIndex; next !== null; next = bullet ?? following(next)) {
    const marker = bullet ?? `${open}${next}${close}`;
    const found = findItem(text.slice(from, from + REACH), marker, style);
    if (found < 0) break;
    result.push(from + found);
    from += found + marker.length;
  }
  return result;
}

interface Style {
  readonly rules: CompiledRules;
  readonly numbered: boolean;
  /** The first item begins in lower case, so others may. */
  readonly lower: boolean;
}

function findItem(text: string, marker: string, style: Style): number {
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + 1)) {
    if (!isSpaceAt(text, at - 1)) continue;
    const behind = at + marker.length;
    if (!style.numbered) return at;
    if (isSpaceAt(text, behind) && (!marker.endsWith('.') || isItem(text, at, behind, style))) return at;
  }
  return -1;
}

/** `2.` may also end a sentence (on May 2.) or be part of one (in 2. und 3.). */
function isItem(text: string, at: number, behind: number, { rules, lower }: Style): boolean {
  const word = /\p{L}+(?=\s+$)/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
  const isLettered = isLetterAt(text, at);
  if (beginsLower(text, behind) && !(isLettered && lower)) return false;
  return !rules.beforeNumbers.has(word.toLowerCase());
}

function beginsLower(text: string, at: number): boolean {
  return classAt(text, skipSpace(text, at)) === LOWER;
}

/** The ordinal that comes next, in the same digits or letters; null behind 999 and z. */
function following(ordinal: string): string | null {
  if (ordinal >= 'a' && ordinal < 'z') return String.fromCharCode(ordinal.charCodeAt(0) + 1);
  const zero = zeroOf(ordinal);
  if (zero === null) return null;
  let value = 0;
  for (const digit of ordinal) value = value * 10 + digit.charCodeAt(0) - zero;
  if (value >= 999) return null;
  return String(value + 1).replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
}

/** UTF-16 unit of the zero of the digits in use: decimal digits stand in tens behind their zero. */
function zeroOf(ordinal: string): number | null {
  const unit = ordinal.charCodeAt(0);
  if (!/\p{Nd}/u.test(String.fromCharCode(unit))) return null;
  let zero = unit;
  while (zero > unit - 9 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
  return zero;
}
