/**
 * The numbers of a text by value, whatever digits and marks they are written in: `1,200.5`, `1.200,5`, `۱٬۲۰۰٫۵` and
 * `1 200,5` have one value in common. A mark between digits may be read in more than one way, so a number has a set
 * of values and two numbers are equal where they share one.
 */
import { digitValue } from '../../text/digits.ts';

export interface NumberToken {
  /** Without leading zeros, `.` before decimals. */
  readonly values: readonly string[];
  /** Its runs of digits alone: versions, dates and times are compared by them. */
  readonly runs: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Letters of a script with upper and lower case touch it (`MP3`, `2D`): a name rather than an amount. */
  readonly isInName: boolean;
  /** It may as well be a letter that looks like a digit (Burmese ၀ for ဝ). */
  readonly isDoubtful: boolean;
}

/** Marks that people put between the digits of one number. */
const MARKS = new Set(Array.from(".,'’٫٬،/:·\u00A0\u202F\u2009"));

export function numbersOf(text: string): readonly NumberToken[] {
  const tokens: NumberToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (valueAt(text, at) === null) {
      at += 1;
      continue;
    }
    const token = readNumber(text, at);
    if (token !== null) tokens.push(token);
    at = token?.end ?? at + 1;
  }
  return tokens;
}

function readNumber(text: string, start: number): NumberToken | null {
  const runs: string[] = [];
  const marks: string[] = [];
  let at = start;
  for (;;) {
    const run = readRun(text, at);
    if (run === null) break;
    runs.push(run.digits);
    at = run.end;
    const mark = text.charAt(at);
    if (!MARKS.has(mark) || valueAt(text, at + 1) === null) break;
    marks.push(mark);
    at += 1;
  }
  if (runs.length === 0) return null;
  return {
    values: valuesOf(runs, marks),
    runs: runs.map(plain),
    start,
    end: at,
    isInName:
      /[\p{Lu}\p{Ll}]/u.test(text.charAt(at)) ||
      /[\p{Lu}\p{Ll}_-]$/u.test(text.slice(Math.max(0, start - 1), start)),
    isDoubtful: isDoubtful(text, start, at),
  };
}

function readRun(text: string, start: number): { readonly digits: string; readonly end: number } | null {
  let digits = '';
  let at = start;
  for (;;) {
    const value = valueAt(text, at);
    if (value === null) break;
    digits += String(value);
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return digits === '' ? null : { digits, end: at };
}

/** Letters that are typed for digits they look like; only beside a Burmese digit. */
const WA = '\u101D';
const MYANMAR_DIGIT = /[\u1040-\u1049]/u;
/** Vowel signs, medials, asat and tone marks: what stands before them is a letter, not a digit. */
const MYANMAR_SIGN = /[\u102B-\u103E]/u;

function valueAt(text: string, at: number): number | null {
  const code = text.codePointAt(at);
  if (code === undefined) return null;
  if (code === 0x101d) {
    const isZero = MYANMAR_DIGIT.test(text.charAt(at - 1)) && !MYANMAR_SIGN.test(text.charAt(at + 1));
    return isZero && text.charAt(at) === WA ? 0 : null;
  }
  if (code >= 0x1040 && code <= 0x1049 && MYANMAR_SIGN.test(text.charAt(at + 1))) return null;
  return digitValue(String.fromCodePoint(code));
}

/** ၀ ၇ ၄ alone and touching a letter: ဝ, ရ and ၎ are typed so. */
function isDoubtful(text: string, start: number, end: number): boolean {
  if (end - start !== 1 || !'၀၇၄'.includes(text.charAt(start))) return false;
  return /[\u1000-\u103F]/u.test(text.charAt(start - 1)) || /[\u1000-\u103F]/u.test(text.charAt(end));
}

function valuesOf(runs: readonly string[], marks: readonly string[]): readonly string[] {
  const [first = ''] = runs;
  const values = new Set<string>();
  const last = runs.at(-1) ?? '';
  const isGrouped = runs.slice(1).every((run) => run.length === 3 || run.length === 2) && last.length !== 2;
  if (marks.length === 0) return [plain(first)];
  if (isGrouped && new Set(marks).size === 1) values.add(plain(runs.join('')));
  const groups = runs.slice(0, -1);
  if (new Set(marks.slice(0, -1)).size <= 1 && marks.at(-1) !== marks.at(-2)) {
    values.add(`${plain(groups.join(''))}.${last.replace(/0+$/u, '')}`.replace(/\.$/u, ''));
  }
  return [...values];
}

function plain(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, '');
}
