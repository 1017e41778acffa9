/**
 * Lists written in one paragraph: `1. First 2. Second`, `a) … b) …`, `• … • …`. Only a paragraph that begins with
 * an item is a list, and only the next number in the same style goes on with it; items need no full stop.
 */
import { classAt, isSpaceAt, LOWER, skipSpace } from './characters.ts';
import type { CompiledRules } from './rules.ts';

const FIRST = /\s*(?:([•‣⁃◦▪●])|(\(?)(\p{Nd}{1,3}|[a-z])(\.\)|\)|\.)(?=\s))/uy;

/** Offsets at which items begin, the first left out; none where the text is no list. */
export function itemStarts(text: string, rules: CompiledRules): readonly number[] {
  FIRST.lastIndex = 0;
  const match = FIRST.exec(text);
  if (match === null) return [];
  const [, bullet, open = '', ordinal = '', close = ''] = match;
  if (bullet !== undefined) return bulletStarts(text, bullet, FIRST.lastIndex);
  const result: number[] = [];
  let from = FIRST.lastIndex;
  for (let next = following(ordinal); next !== null; next = following(next)) {
    const found = itemStart(text, ` ${open}${next}${close}`, from, close, rules);
    if (found < 0) break;
    result.push(found);
    from = found + 1;
  }
  return result;
}

function bulletStarts(text: string, bullet: string, from: number): readonly number[] {
  const result: number[] = [];
  for (let at = text.indexOf(bullet, from); at >= 0; at = text.indexOf(bullet, at + 1))
    if (isSpaceAt(text, at - 1)) result.push(at);
  return result;
}

function itemStart(text: string, marker: string, from: number, close: string, rules: CompiledRules): number {
  for (let at = text.indexOf(marker, from); at >= 0; at = text.indexOf(marker, at + 1)) {
    const behind = at + marker.length;
    if (!isSpaceAt(text, behind)) continue;
    if (close !== '.') return at + 1;
    const word = /\p{L}+$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
    const begins = classAt(text, skipSpace(text, behind)) !== LOWER;
    if (begins && !rules.beforeNumbers.has(word.toLowerCase())) return at + 1;
  }
  return -1;
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
