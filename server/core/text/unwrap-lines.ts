/**
 * Lines of a wrapped text put into one. A line break is a space, but between two characters of Chinese or Japanese,
 * which put none between words, it is nothing (CSS Text 3 §4.1.3, segment break transformation).
 */

const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF60]$/u;
const LINE_BREAK = /[\r\n\u2028\u2029]/u;

/** The text without line breaks; white space beside them goes with them. */
export function unwrapLines(text: string): string {
  if (!LINE_BREAK.test(text)) return text;
  return text.replace(/\s+/gu, (space, at: number) =>
    LINE_BREAK.test(space) ? unwrappedBreak(text, at, at + space.length) : space,
  );
}

/** What stands for a line break, with the white space beside it, from `start` to `end`: a space or nothing. */
export function unwrappedBreak(text: string, start: number, end: number): '' | ' ' {
  const after = String.fromCodePoint(text.codePointAt(end) ?? 0);
  const isLow = /[\uDC00-\uDFFF]/.test(text.charAt(start - 1));
  const before = String.fromCodePoint(text.codePointAt(Math.max(0, start - (isLow ? 2 : 1))) ?? 0);
  return WIDE.test(before) && WIDE.test(after) ? '' : ' ';
}
