/**
 * Burmese syllables within which a browser would end a line. It looks words up in a dictionary to break lines, and
 * cuts foreign names and Pali words that are not in it before a final consonant or inside a stack (အယ်|လ်ဒီ,
 * အ|စ္စ), and many a word whose asat stands before the dot below. Only such syllables are told apart, so that
 * whoever shows the text can keep them whole by an element: the text stays what it is, to be copied and searched.
 */

import type { Direction } from './language.ts';
import { leftToRightRuns } from './left-to-right-runs.ts';
import type { Span } from './segmentation.ts';
import { splitSyllables } from './syllables.ts';

export interface LinePiece {
  readonly text: string;
  /** Whether it is one syllable that no line may end in. */
  readonly isWhole: boolean;
  /** A left-to-right passage in a right-to-left text, to be isolated so that its signs stand where they belong. */
  readonly isRun?: true;
}

/** Letters and marks without anything between them; bounded, because looking words up is quadratic in long runs. */
const RUN = /[\u1000-\u103f\u1050-\u108f\u109a-\u109d\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaa7f]{2,1000}/gu;

/** No syllable is longer; what has no end must break somewhere. */
const LONGEST = 24;

/** The dictionary of ICU, which Chromium and Safari have too; it is that of the script, whatever the language. */
let words: Intl.Segmenter | undefined;

/** The text in pieces, none of them empty; most texts are one. `direction`: that of what it stands in. */
export function linePieces(text: string, direction: Direction = 'ltr'): readonly LinePiece[] {
  return piecesOfPart(text, runsIn(text, direction), 0, text.length);
}

/** The passages that are to be isolated in text of the direction. */
export function runsIn(text: string, direction: Direction): readonly Span[] {
  return direction === 'rtl' ? leftToRightRuns(text) : [];
}

/** The same of a part; `runs` are those of the text. One that the part cuts is none, for its halves would change places. */
export function piecesOfPart(
  text: string,
  runs: readonly Span[],
  from: number,
  to: number,
): readonly LinePiece[] {
  const pieces: LinePiece[] = [];
  let done = from;
  for (let at = firstFrom(runs, from); at < runs.length; at += 1) {
    const { start, end } = runs[at] ?? { start: to, end: to + 1 };
    if (end > to) break;
    pieces.push(...wholeSyllables(text.slice(done, start)));
    pieces.push({ text: text.slice(start, end), isWhole: false, isRun: true });
    done = end;
  }
  return [...pieces, ...wholeSyllables(text.slice(done, to))];
}

/** Index of the first that begins there or later. */
function firstFrom(runs: readonly Span[], from: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wholeSyllables(text: string): readonly LinePiece[] {
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
