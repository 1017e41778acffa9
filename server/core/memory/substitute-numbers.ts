/**
 * The segment's numbers in place of the memory's, where numbers are all that differs between the two sources: in the
 * digits of the memory's translation and with its marks (`1,200.5` → `۱٬۲۰۰٫۵`).
 * Invariant: only what is sure is done, else nothing at all: a number that has to change stands in the memory's
 * translation exactly as often as in its source, and every mark of the new one was seen translated.
 */
import type { NumberToken } from '../qa/text/numbers.ts';
import type { Content } from '../text/content.ts';
import { digitValue } from '../text/digits.ts';
import { fold } from '../text/fold.ts';
import { keyText } from './matching-key.ts';
import { NUMBER_TOKEN, ownNumbersOf } from './tokens.ts';

interface WrittenNumber extends NumberToken {
  readonly text: string;
}

/** A number of the memory's source that has to become another one. */
interface Change {
  readonly from: WrittenNumber;
  readonly to: WrittenNumber;
  /** How often it stands in the memory's source. */
  count: number;
}

/** Whether both have the same numbers in the same order, however they are written. */
export function sameNumbers(a: Content, b: Content): boolean {
  const right = writtenNumbers(keyText(b));
  const left = writtenNumbers(keyText(a));
  return left.length === right.length && left.every((each, index) => isSame(each, right[index]));
}

/** The text with NUMBER_TOKEN for each number. */
export function withoutNumbers(text: string): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of ownNumbersOf(text)) {
    rest += text.slice(from, start) + NUMBER_TOKEN;
    from = end;
  }
  return rest + text.slice(from);
}

/** Case aside; but the signs about a number are part of it: `$1` and `&#8221;` are none. */
function differInNumbersOnly(a: Content, b: Content): boolean {
  const rest = (content: Content): string => fold(withoutNumbers(keyText(content))).replaceAll(' ', '');
  return rest(a) === rest(b);
}

/** `source` and `target` are the memory's. null where it cannot be done for sure. */
export function substituteNumbers(target: Content, source: Content, segment: Content): Content | null {
  if (!differInNumbersOnly(source, segment)) return null;
  const changes = changesBetween(writtenNumbers(keyText(source)), writtenNumbers(keyText(segment)));
  if (changes === null) return null;
  const found = new Map<Change, number>();
  const changed: (string | null)[] = target.map((part) => {
    if (typeof part !== 'string') return null;
    let text = '';
    let from = 0;
    for (const number of writtenNumbers(part)) {
      const fitting = changes.filter((change) => isSame(change.from, number));
      const [change] = fitting;
      if (change === undefined) continue;
      const written = fitting.length > 1 ? null : rewrite(change, number);
      if (written === null) return null;
      found.set(change, (found.get(change) ?? 0) + 1);
      text += part.slice(from, number.start) + written;
      from = number.end;
    }
    return text + part.slice(from);
  });
  if (changes.some((change) => found.get(change) !== change.count)) return null;
  const parts = target.map((part, index) => (typeof part === 'string' ? changed[index] : part));
  return parts.some((part) => part === null) ? null : parts.filter((part) => part != null);
}

/** null where one number would have to become two different ones, or they are not as many. */
function changesBetween(
  from: readonly WrittenNumber[],
  to: readonly WrittenNumber[],
): readonly Change[] | null {
  if (from.length !== to.length) return null;
  const changes: Change[] = [];
  for (const [index, number] of from.entries()) {
    const other = to[index];
    if (other === undefined) return null;
    const known = changes.find((change) => isSame(change.from, number));
    if (known === undefined) changes.push({ from: number, to: other, count: 1 });
    else if (!isSame(known.to, other)) return null;
    else known.count += 1;
  }
  return changes.filter((change) => !isSame(change.from, change.to));
}

/** The new number as the memory's translation writes the old one; null where that is not known. */
function rewrite({ from, to }: Change, inTarget: WrittenNumber): string | null {
  const marks = markTranslation(from.text, inTarget.text);
  const zero = zeroOf(inTarget.text);
  if (marks === null || zero === null || hasLeadingZero(from.text) !== hasLeadingZero(inTarget.text))
    return null;
  let written = '';
  for (const character of to.text) {
    const value = valueOf(character);
    if (value !== null) {
      written += String.fromCodePoint(zero + value);
      continue;
    }
    const mark = marks.get(character);
    if (mark === undefined) return null;
    written += mark;
  }
  const [read, ...more] = writtenNumbers(written);
  return isSame(to, read) && more.length === 0 ? written : null;
}

/** Each mark of a number by what stands in its place in the same number elsewhere; null where they do not agree. */
function markTranslation(from: string, to: string): ReadonlyMap<string, string> | null {
  const left = marksOf(from);
  const right = marksOf(to);
  const marks = new Map<string, string>();
  // A grouping mark may go: 1,200 → 1200.
  if (right.length === 0) return new Map([...new Set(left)].map((mark) => [mark, '']));
  if (left.length !== right.length) return null;
  for (const [index, mark] of left.entries()) {
    const other = right[index] ?? '';
    if ((marks.get(mark) ?? other) !== other) return null;
    marks.set(mark, other);
  }
  return marks;
}

function marksOf(number: string): readonly string[] {
  return Array.from(number).filter((character) => valueOf(character) === null);
}

/** Within a number the Burmese letter ဝ is the zero that it looks like. */
function valueOf(character: string): number | null {
  return character === 'ဝ' ? 0 : digitValue(character);
}

/** Code point of the zero of its digits. */
function zeroOf(number: string): number | null {
  for (const character of number) {
    const value = digitValue(character);
    if (value !== null) return (character.codePointAt(0) ?? 0) - value;
  }
  return null;
}

function hasLeadingZero(number: string): boolean {
  const [first = '', second = ''] = number;
  return valueOf(first) === 0 && second !== '' && valueOf(second) !== null;
}

function writtenNumbers(text: string): readonly WrittenNumber[] {
  return ownNumbersOf(text).map((number) => ({
    ...number,
    text: text.slice(number.start, number.end),
  }));
}

/** A value in common, or, where marks make it no amount (a date, a version), the same digits between them. */
function isSame(a: NumberToken, b: NumberToken | undefined): boolean {
  if (b === undefined) return false;
  return (
    a.values.some((value) => b.values.includes(value)) ||
    (a.runs.length === b.runs.length && a.runs.every((run, index) => run === b.runs[index]))
  );
}
