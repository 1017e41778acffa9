/**
 * The parts of a right-to-left text that are read from left to right: stretches of Latin letters with their signs
 * (C++, /usr/bin, an address, a list of names as one), telephone numbers and dates in groups, signed numbers.
 */
import type { Span } from '../../check.ts';

const SOLID =
  '[^\\s\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\ufffc\\u061c\\u200b-\\u200f\\u2028-\\u202f\\u2060-\\u206f«»]+';
const WORD = new RegExp(SOLID, 'gu');
const LATIN = /\p{Script=Latin}/u;
/** A stretch goes on over these to the next Latin word. */
const GAP = /^[ \u00a0,;:–—/|&.0-9-]+$/u;
const OPENING = /^[([{"'“‘‹<*_,;:!?…—–]+/u;
const CLOSING = /[.,;:!?…"'”’›>*_—–]$/u;
/** Dots of initials and of e.g. belong to the word. */
const DOTTED = /(?:^|[^\p{L}])(?:\p{L}{1,2}\.){2,}$/u;
const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const SIGNED = /(?<![^\s(«"'])[-−+]\p{Nd}[\p{Nd}.,٫٬]*(?<![.,])(?![-\p{Nd}\p{L}])/gu;
const GROUPED =
  /(?<![\p{Nd}\p{L}.,-])(?:\+\p{Nd}{1,4}(?:[ -]\p{Nd}{1,8}){1,5}|\p{Nd}{2,4}(?:-\p{Nd}{2,8}){2,4})(?![\p{Nd}\p{L}-])/gu;

/** In order, apart from each other. */
export function leftToRightParts(text: string): readonly Span[] {
  const stretches = latinStretches(text);
  const numbers = [...text.matchAll(GROUPED), ...text.matchAll(SIGNED)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const parts: Span[] = [];
  for (const part of [...stretches, ...numbers].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (part.start >= (parts.at(-1)?.end ?? 0)) parts.push(part);
  }
  return parts;
}

function latinStretches(text: string): readonly Span[] {
  const stretches: Span[] = [];
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (!LATIN.test(word)) continue;
    const part = trimmed(word, index);
    if (part === null) continue;
    const last = stretches.at(-1);
    if (last !== undefined && GAP.test(text.slice(last.end, part.start))) {
      stretches[stretches.length - 1] = { start: last.start, end: part.end };
    } else stretches.push(part);
  }
  return stretches;
}

/** Without the punctuation of the sentence around the word. */
function trimmed(word: string, at: number): Span | null {
  const from = OPENING.exec(word)?.[0].length ?? 0;
  let end = word.length;
  while (end > from) {
    const inner = word.slice(from, end);
    const last = inner.at(-1) ?? '';
    const opening = PAIRS[last];
    const isUnmatched = opening !== undefined && !inner.includes(opening);
    if (!isUnmatched && (!CLOSING.test(inner) || (last === '.' && DOTTED.test(inner.slice(-12))))) break;
    end -= 1;
  }
  return end > from ? { start: at + from, end: at + end } : null;
}
