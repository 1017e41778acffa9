/**
 * Grams: what of a folded text is looked up. A gram is a whole number: three UTF-16 code units one behind another (the
 * first two of them the high digits, so that what begins alike is one range), or a word, hashed. Behind its end a text
 * has two zeros, so that each of its units begins a gram.
 * Invariant: a text that holds a needle has, of each range that is wanted for the needle, at least one gram.
 */
import { hashOf } from '../../../core/text/hash.ts';
import { wordsOf } from '../../../core/text/whole-word.ts';

const UNIT = 0x1_0000;
const PAIR = UNIT * UNIT;
/** Above all grams of units. */
const WORDS = 2 ** 50;
/** Longer ones are found by their units alone. */
const LONGEST_WORD = 40;
/** As many of a long needle are looked at. */
const MOST_WANTED = 24;

/** From `low` to below `high`. */
export interface GramRange {
  readonly low: number;
  readonly high: number;
}

/** Calls `take` with each gram of the text, some more than once. */
export function eachGram(folded: string, take: (gram: number) => void): void {
  let [first, second] = [0, 0];
  for (let at = 0; at < folded.length + 2; at += 1) {
    const third = at < folded.length ? folded.charCodeAt(at) : 0;
    if (at >= 2) take(first * PAIR + second * UNIT + third);
    first = second;
    second = third;
  }
  for (const word of wordsOf(folded)) if (word.length <= LONGEST_WORD) take(gramOfWord(word));
}

/** What a text has that holds the needle, which is folded and not empty; `wholeWord`: and cuts no word there. */
export function wantedFor(needle: string, wholeWord: boolean): readonly GramRange[] {
  const exact = new Set<number>();
  if (wholeWord) {
    for (const word of wordsOf(needle)) if (word.length <= LONGEST_WORD) exact.add(gramOfWord(word));
  }
  for (let at = 0; at + 3 <= needle.length; at += 1) exact.add(gramAt(needle, at));
  if (exact.size > 0) return spread([...exact]).map((gram) => ({ low: gram, high: gram + 1 }));
  const low = gramAt(needle, 0);
  return [{ low, high: low + (needle.length === 1 ? PAIR : UNIT) }];
}

function spread(grams: readonly number[]): readonly number[] {
  const step = Math.max(1, grams.length / MOST_WANTED);
  return Array.from(
    { length: Math.min(grams.length, MOST_WANTED) },
    (_, n) => grams[Math.floor(n * step)] ?? 0,
  );
}

/** Units behind the end are zeros. */
function gramAt(text: string, at: number): number {
  const unit = (index: number): number => (index < text.length ? text.charCodeAt(index) : 0);
  return unit(at) * PAIR + unit(at + 1) * UNIT + unit(at + 2);
}

function gramOfWord(word: string): number {
  return WORDS + Math.floor(hashOf(word) / 32);
}
