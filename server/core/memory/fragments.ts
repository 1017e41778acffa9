/**
 * Sub-segment matches: TUs whose whole source stands in the segment, word by word as their matching keys have it.
 * Which TUs may do so an index is asked by fragmentTexts: runs of the segment's words, each looked up as equal.
 * Invariant: spans are UTF-16 offsets into the segment's plain text (textOf).
 */
import type { Content } from '../text/content.ts';
import { keyText, matchingKey } from './matching-key.ts';
import { keyTokensOf, NUMBER_TOKEN, type KeyToken } from './tokens.ts';

export interface Fragment<T> {
  readonly candidate: T;
  readonly start: number;
  readonly end: number;
}

/** Longer runs are hardly anywhere else but in fuzzy matches. Words. */
const LONGEST_RUN = 8;
/** A single word is worth showing where it may be a term; shorter ones are mostly articles and particles. */
const SHORTEST_TERM = 3;

/** Each candidate where it stands, the longest first; none that lies within a longer one, nor the whole segment. */
export function fragmentsOf<T extends { readonly source: Content }>(
  segment: Content,
  candidates: readonly T[],
): readonly Fragment<T>[] {
  const { tokens } = keyTokensOf(keyText(segment));
  const found: { readonly candidate: T; readonly from: number; readonly to: number }[] = [];
  for (const candidate of candidates) {
    const words = matchingKey(candidate.source).tokens;
    if (words.length >= tokens.length || !isWorthShowing(words)) continue;
    for (let from = 0; from + words.length <= tokens.length; from += 1) {
      if (words.every((word, index) => tokens[from + index]?.text === word)) {
        found.push({ candidate, from, to: from + words.length });
      }
    }
  }
  found.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const offset = plainOffsets(segment);
  return found
    .filter(
      (each) =>
        !found.some(
          (other) =>
            other.to - other.from > each.to - each.from && other.from <= each.from && other.to >= each.to,
        ),
    )
    .map(({ candidate, from, to }) => ({
      candidate,
      start: offset(tokens[from]?.start ?? 0),
      end: offset(tokens[to - 1]?.end ?? 0),
    }));
}

/** The runs of words that a TU may consist of, as texts; the longest first, each once. */
export function fragmentTexts(segment: Content): readonly string[] {
  const text = keyText(segment);
  const { tokens } = keyTokensOf(text);
  const texts = new Map<string, string>();
  for (let length = Math.min(LONGEST_RUN, tokens.length - 1); length > 0; length -= 1) {
    for (let from = 0; from + length <= tokens.length; from += 1) {
      const run: readonly KeyToken[] = tokens.slice(from, from + length);
      const words = run.map((token) => token.text);
      const key = words.join(' ');
      if (texts.has(key) || !isWorthShowing(words)) continue;
      texts.set(key, text.slice(run[0]?.start, run.at(-1)?.end));
    }
  }
  return [...texts.values()];
}

/** Two words, one of them no number; or one that may be a term. */
function isWorthShowing(words: readonly string[]): boolean {
  const [first = ''] = words;
  if (words.length === 1) return /^[\p{L}\p{N}]/u.test(first) && Array.from(first).length >= SHORTEST_TERM;
  return words.some((word) => word !== NUMBER_TOKEN);
}

/** From offsets into the compared text, which has a space for each code that stands alone, to those without it. */
function plainOffsets(segment: Content): (at: number) => number {
  const spaces: number[] = [];
  let length = 0;
  for (const part of segment) {
    if (typeof part === 'string') length += part.length;
    else if (part.code === 'standalone') {
      spaces.push(length);
      length += 1;
    }
  }
  return (at) => at - spaces.filter((space) => space < at).length;
}
