/** Where a person may want to cut a segment in two: before words, best of all before a sentence. */
import { bidiText } from './bidi.ts';
import type { Content } from './content.ts';
import type { LanguageTag } from './language.ts';
import { linePieces } from './line-pieces.ts';

/**
 * Positions (of edit-content.ts) before which a word or a code begins, with something to read on both sides; none of
 * them is inside of a Burmese syllable, where the dictionary of words may see one.
 */
export function splitPlaces(content: Content, language: LanguageTag): readonly number[] {
  const text = bidiText(content);
  const inside = insideSyllables(text);
  const words = Array.from(new Intl.Segmenter(language, { granularity: 'word' }).segment(text));
  return words.flatMap(({ index, segment, isWordLike }, at) => {
    const follows = words[at - 1]?.segment ?? '';
    const begins = isWordLike === true || (/\s$/u.test(follows) && segment.trim() !== '');
    const isBetween = text.slice(0, index).trim() !== '' && text.slice(index).trim() !== '';
    return begins && isBetween && !inside.has(index) ? [index] : [];
  });
}

function insideSyllables(text: string): ReadonlySet<number> {
  const inside = new Set<number>();
  let start = 0;
  for (const piece of linePieces(text)) {
    for (let at = 1; piece.isWhole && at < piece.text.length; at += 1) inside.add(start + at);
    start += piece.text.length;
  }
  return inside;
}

/** The place that suits a share of the text (0 to 1): the nearest beginning of a sentence, else of a word. */
export function likelyPlace(
  content: Content,
  language: LanguageTag,
  places: readonly number[],
  share: number,
): number | null {
  const text = bidiText(content);
  const sentences = new Set(
    Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text), ({ index }) => index),
  );
  const starts = places.filter((place) => sentences.has(place));
  return nearest(starts.length > 0 ? starts : places, share * text.length);
}

/** null where there are none. */
export function nearest(places: readonly number[], position: number): number | null {
  const byDistance = [...places].sort((a, b) => Math.abs(a - position) - Math.abs(b - position));
  return byDistance[0] ?? null;
}
