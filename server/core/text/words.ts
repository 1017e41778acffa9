/**
 * Counting words and characters. There is no one right count, so the method has a name that is shown with the
 * numbers: words as UAX #29 finds them (with the platform's dictionaries for scripts written without spaces, such
 * as Burmese), after NFC, because the same Burmese word typed in another order would be cut differently.
 */

import type { LanguageTag } from './language.ts';
import { pieces } from './pieces.ts';

/** Shown beside every word count. */
export const WORD_METHOD = 'UAX #29, NFC';

export interface CharacterCounts {
  /** Code points. */
  readonly all: number;
  /** Code points that are not white space. */
  readonly withoutSpaces: number;
  /** What a reader takes for one character: UAX #29 extended grapheme clusters. */
  readonly graphemes: number;
}

/**
 * Number of words: numbers count (`۱٬۲۰۰` is one), punctuation does not, and letters joined by ZWNJ are one word
 * (`می‌روم`).
 */
export function countWords(text: string, language: LanguageTag): number {
  let count = 0;
  for (const token of tokensOf(text, language)) if (token.isWord) count += 1;
  return count;
}

/** A word, or what stands between two words. */
export interface Token {
  readonly text: string;
  readonly isWord: boolean;
}

/** The text in NFC, cut at the boundaries by which words are counted. */
export function* tokensOf(text: string, language: LanguageTag): Generator<Token> {
  const segmenter = segmenterFor(language, 'word');
  for (const piece of pieces(text.normalize('NFC')))
    for (const { segment, isWordLike } of segmenter.segment(piece))
      yield { text: segment, isWord: isWordLike === true };
}

/** Where words begin and end in the text as it stands, its own end among them. */
export function wordBoundaries(text: string, language: LanguageTag): ReadonlySet<number> {
  const segmenter = segmenterFor(language, 'word');
  const boundaries = new Set<number>();
  let from = 0;
  for (const piece of pieces(text)) {
    for (const { index } of segmenter.segment(piece)) boundaries.add(from + index);
    from += piece.length;
  }
  return boundaries.add(from);
}

/** Runs of anything between white space, as `wc` and word processors count. */
export function countSpacedWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** Characters of the text as it stands, without any normalisation. */
export function countCharacters(text: string, language: LanguageTag): CharacterCounts {
  const segmenter = segmenterFor(language, 'grapheme');
  let all = 0;
  let withoutSpaces = 0;
  let graphemes = 0;
  for (const piece of pieces(text)) {
    for (const character of piece) {
      all += 1;
      if (!/\s/u.test(character)) withoutSpaces += 1;
    }
    graphemes += [...segmenter.segment(piece)].length;
  }
  return { all, withoutSpaces, graphemes };
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: LanguageTag, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  // A hostile file may name languages without end.
  if (segmenters.size > 200) segmenters.clear();
  const made = new Intl.Segmenter(language, { granularity });
  segmenters.set(key, made);
  return made;
}
