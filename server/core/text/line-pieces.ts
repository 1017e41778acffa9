/**
 * Burmese syllables within which a browser would end a line. It looks words up in a dictionary to break lines, and
 * cuts foreign names and Pali words that are not in it before a final consonant or inside a stack (အယ်|လ်ဒီ,
 * အ|စ္စ), and many a word whose asat stands before the dot below. Only such syllables are told apart, so that
 * whoever shows the text can keep them whole by an element: the text stays what it is, to be copied and searched.
 */

import { splitSyllables } from './syllables.ts';

export interface LinePiece {
  readonly text: string;
  /** Whether it is one syllable that no line may end in. */
  readonly isWhole: boolean;
}

/** Letters and marks without anything between them; bounded, because looking words up is quadratic in long runs. */
const RUN = /[\u1000-\u103f\u1050-\u108f\u109a-\u109d\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f]{2,1000}/gu;

/** No syllable is longer; what has no end must break somewhere. */
const LONGEST = 24;

/** The dictionary of ICU, which Chromium and Safari have too; it is that of the script, whatever the language. */
let words: Intl.Segmenter | undefined;

/** The text in pieces, none of them empty; most texts are one. */
export function linePieces(text: string): readonly LinePiece[] {
  const pieces: LinePiece[] = [];
  let done = 0;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    for (const { start, syllable } of cutSyllables(run)) {
      if (index + start > done) pieces.push({ text: text.slice(done, index + start), isWhole: false });
      pieces.push({ text: syllable, isWhole: true });
      done = index + start + syllable.length;
    }
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isWhole: false });
  return pieces;
}

function* cutSyllables(run: string): Generator<{ readonly start: number; readonly syllable: string }> {
  words ??= new Intl.Segmenter('my', { granularity: 'word' });
  const cuts = Array.from(words.segment(run), ({ index }) => index);
  let at = 0;
  let start = 0;
  for (const syllable of splitSyllables(run)) {
    const end = start + syllable.length;
    while ((cuts[at] ?? end) <= start) at += 1;
    if ((cuts[at] ?? end) < end && syllable.length <= LONGEST) yield { start, syllable };
    start = end;
  }
}
