/**
 * Whether what was found in a text stands there as a word of its own, and the words of a text. Where words are not
 * written apart nobody knows, so there none goes on: neither before nor behind a character of such a script.
 */
import type { Span } from './find.ts';

const UNSPACED =
  /[\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const IN_WORD = /[\p{L}\p{M}\p{N}\p{Join_Control}]/u;

/** Of each UTF-16 code unit: 1 in words, 2 not, 0 not known yet. */
const known = new Uint8Array(0x1_0000);

/** Whether the character is part of a word: one with every such character beside it. */
export function isInWord(point: number): boolean {
  const found = known[point];
  if (found !== undefined && found > 0) return found === 1;
  const character = String.fromCodePoint(point);
  const is = IN_WORD.test(character) && !UNSPACED.test(character);
  if (point < known.length) known[point] = is ? 1 : 2;
  return is;
}

/** Whether a word goes on before what was found, or behind it. */
export function isInsideWord(text: string, { start, end }: Span): boolean {
  return goesOn(text, start) || goesOn(text, end);
}

function goesOn(text: string, at: number): boolean {
  const before = pointBefore(text, at);
  const behind = text.codePointAt(at);
  return before !== undefined && behind !== undefined && isInWord(before) && isInWord(behind);
}

function pointBefore(text: string, at: number): number | undefined {
  if (at <= 0) return undefined;
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit < 0xe000 ? text.codePointAt(Math.max(0, at - 2)) : unit;
}

/** The words of the text, each as often as it occurs. */
export function* wordsOf(text: string): Generator<string> {
  let start = -1;
  for (let at = 0; at < text.length;) {
    const point = text.codePointAt(at) ?? 0;
    if (isInWord(point)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      yield text.slice(start, at);
      start = -1;
    }
    at += point > 0xffff ? 2 : 1;
  }
  if (start >= 0) yield text.slice(start);
}
