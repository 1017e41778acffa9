/** Whether what was found in a text stands there as a word of its own. */
import type { Span } from './find.ts';

const UNSPACED =
  /[\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a word goes on before or behind it; where words are not written apart nobody knows, so there it does not. */
export function isInsideWord(text: string, { start, end }: Span): boolean {
  const [first, last] = [characterAt(text, start), characterBefore(text, end)];
  return goesOn(characterBefore(text, start), first) || goesOn(last, characterAt(text, end));
}

function goesOn(before: string, behind: string): boolean {
  if (UNSPACED.test(before) || UNSPACED.test(behind)) return false;
  return (
    /[\p{L}\p{M}\p{N}\p{Join_Control}]/u.test(before) && /[\p{L}\p{M}\p{N}\p{Join_Control}]/u.test(behind)
  );
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

function characterBefore(text: string, at: number): string {
  const low = /[\uDC00-\uDFFF]/.test(text.charAt(at - 1));
  return at <= 0 ? ' ' : characterAt(text, low ? at - 2 : at - 1);
}
