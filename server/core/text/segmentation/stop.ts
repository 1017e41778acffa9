/**
 * The full stop, the one mark that is more often no end than an end: abbreviations, initials, acronyms, numbers of
 * lists and ordinals. Everything asked here looks at no more than WORD characters before the stop.
 */
import {
  classAt,
  classBefore,
  DIGIT,
  isLetterAt,
  isSpaceAt,
  LETTER,
  LOWER,
  MARK,
  OTHER,
  UPPER,
} from './characters.ts';
import { itemsAfter } from './lists.ts';
import type { Run } from './run.ts';
import type { AbbreviationClass } from './rules.ts';
import type { Scene } from './scene.ts';
import type { Start } from './start.ts';

const WORD = 40;
const ACRONYM = /^(?:\p{L}[\p{M}\u200C\u200D]*\.)+\p{L}[\p{M}\u200C\u200D]*$/u;
const ROMAN = /^[IVXLC]+$/;
const LABEL = /^[•‣⁃◦▪●(\s]*(?:\p{Lu}?\p{Nd}{1,3}|\p{L}\p{M}*|[IVX]{1,5})$/u;
const INLINE_LABEL = /[:,;،]\s?\p{Nd}{1,2}$/u;
const FULL_LABEL = /^[(]?(?:\p{Nd}{1,3}|\p{Script=Myanmar})$/u;
/** Characters without width that may stand between a word and its dot. */
const WIDTHLESS = '\u200B\u200E\u200F\u202A\u202B\u202C\u2066\u2067\u2068\u2069';

/** Whether the stop that ends the run ends the sentence, given that what follows may begin one. */
export function stopEnds(scene: Scene, run: Run, start: Start): boolean {
  const { text } = scene;
  if (isListLabel(scene, run)) return false;
  const word = wordBefore(scene, run.lastStart);
  if (word.text === '') return !isOrdinal(scene, run, start);
  const single = isSingleLetter(word.text) ? classAt(word.text, 0) : OTHER;
  if (single === LETTER) return false;
  if (single === UPPER) return initialEnds(scene, start, word.from);
  const found = abbreviationOf(scene, word.text);
  if (found !== undefined) return abbreviationEnds(scene, run, start, found, word.text);
  if (ACRONYM.test(word.text) && single === OTHER) return start.first === UPPER && isStarter(scene, start);
  return single === OTHER || (start.first !== DIGIT && (!isInitial(text, start) || beginsList(scene, start)));
}

/** Whether a sentence may end here although no space follows: `world.Today`, `رفت.ما`, not `Node.js`. */
export function unspacedStopEnds(scene: Scene, run: Run, start: Start): boolean {
  const { text, rules } = scene;
  const before = classBefore(text, run.start);
  const word = wordBefore(scene, run.start).text;
  const closed = run.closedAt >= 0 || run.noted;
  if (run.kind === 'stop') {
    const found = abbreviationOf(scene, word);
    if (ACRONYM.test(word) || (found !== undefined && found !== 'capital' && found !== 'final')) return false;
    if (isSingleLetter(word) && !closed) return false;
    if (isListLabel(scene, run) || isInlineLabel(scene, run)) return false;
  }
  if (start.first === UPPER && (before === LOWER || before === DIGIT || closed)) {
    const second = classAt(start.word, 1);
    return (
      second === LOWER || (start.word.length === 1 && isSpaceAt(text, start.wordEnd)) || isRoman(scene, start)
    );
  }
  if (start.first !== LETTER || before !== LETTER) return false;
  return run.kind === 'question' || (rules.unspacedStops === true && !isSingleLetter(start.word));
}

/** Whether nothing but a number or a letter of a list stands before the mark: `12.`, `IV.`, `a.`, `Q1.`, `၁။`. */
export function isListLabel(scene: Scene, run: Run): boolean {
  if (run.start - scene.segmentStart > 10) return false;
  if (run.closedAt >= 0 && scene.text.slice(run.start, run.end) !== '.)') return false;
  const before = scene.text.slice(scene.segmentStart, run.start);
  return run.kind === 'full' ? FULL_LABEL.test(before) : LABEL.test(before);
}

/** `: 1.Rice, 2.Oil`: the number of an item in the middle of a sentence. */
function isInlineLabel({ text, segmentStart }: Scene, run: Run): boolean {
  return INLINE_LABEL.test(text.slice(Math.max(segmentStart, run.start - 6), run.start));
}

/** `… a. one b. two`: a list in lower-case letters, of which the first is here. */
export function beginsList({ text, rules }: Scene, start: Start): boolean {
  if (start.word !== 'a' || text.charAt(start.wordEnd) !== '.') return false;
  return itemsAfter(text, start.at, rules).length > 0;
}

function isStarter(scene: Scene, start: Start): boolean {
  return !isInitial(scene.text, start) && scene.rules.starters.has(plainWord(start));
}

function abbreviationEnds(
  scene: Scene,
  run: Run,
  start: Start,
  kind: AbbreviationClass,
  word: string,
): boolean {
  switch (kind) {
    case 'title':
    case 'inner':
      return false;
    case 'numbered':
      return start.first !== DIGIT && !run.noted && !(isRoman(scene, start) && !/^n/i.test(word));
    case 'final':
      return start.first === UPPER && isStarter(scene, start);
    case 'capital':
      return start.first === UPPER;
    case 'time':
      return start.first === UPPER && !isOpeningPhrase(scene, run) && !isAfterTime(scene, start);
  }
}

/** `At 5 a.m.`: a time before which no more than its preposition has been said. */
function isOpeningPhrase(scene: Scene, run: Run): boolean {
  if (run.start - scene.segmentStart > WORD) return false;
  const words = scene.text.slice(scene.segmentStart, run.start).split(/\s+/u);
  return words.length <= 4 && scene.rules.timePrepositions.has((words[0] ?? '').toLowerCase());
}

/** `p.m. Burmese time`, `a.m. EST`. */
function isAfterTime(scene: Scene, start: Start): boolean {
  const { afterTime } = scene.rules;
  if (afterTime === undefined) return false;
  afterTime.lastIndex = start.at;
  return afterTime.test(scene.text);
}

/** A Roman numeral; I and C count only before punctuation, where they are neither pronoun nor initial. */
function isRoman(scene: Scene, start: Start): boolean {
  if (!ROMAN.test(start.word)) return false;
  return start.word.length > 1 || ',;:)'.includes(scene.text.charAt(start.wordEnd) || ' ');
}

function isOrdinal(scene: Scene, run: Run, start: Start): boolean {
  if (scene.rules.ordinalStops !== true || run.closedAt >= 0) return false;
  const number = /(?<![\p{L}\p{Nd}%])\p{Nd}{1,3}$/u.test(
    scene.text.slice(Math.max(0, run.start - 4), run.start),
  );
  return number && start.first === UPPER && !isStarter(scene, start);
}

/** `X.` before a capital: an initial, unless a word that is no name follows something that is no name. */
function initialEnds(scene: Scene, start: Start, from: number): boolean {
  if (start.first !== UPPER) return start.first === OTHER;
  if (from === scene.segmentStart || isInitial(scene.text, start)) return false;
  if (scene.rules.pronouns.has(plainWord(start))) return true;
  return isStarter(scene, start) && classOfWordBefore(scene.text, from) === LOWER;
}

function classOfWordBefore(text: string, from: number): number {
  let end = from;
  while (end > from - 3 && isSpaceAt(text, end - 1)) end -= 1;
  let at = end;
  while (at > end - WORD && isLetterAt(text, at - 1)) at -= 1;
  return at === end ? OTHER : classAt(text, at);
}

/** Whether what follows is one letter with a dot. */
function isInitial(text: string, start: Start): boolean {
  return isSingleLetter(start.word) && text[start.wordEnd] === '.';
}

function plainWord(start: Start): string {
  return (start.word.split(/['’]/u)[0] ?? '').toLowerCase();
}

/** One letter with the marks on it; an inline code is a word, not a letter. */
function isSingleLetter(word: string): boolean {
  if (word === '' || word === '\uFFFC') return false;
  for (let index = 1; index < word.length; index += 1) if (classAt(word, index) !== MARK) return false;
  return true;
}

function abbreviationOf(scene: Scene, word: string): AbbreviationClass | undefined {
  const lower = word.toLowerCase();
  const { abbreviations } = scene.rules;
  const exact = abbreviations.get(word);
  if (exact !== undefined) return exact;
  return abbreviations.get(lower) ?? (ACRONYM.test(word) ? undefined : abbreviations.get(lastPart(lower)));
}

function lastPart(word: string): string {
  return word.slice(word.lastIndexOf('.') + 1);
}

/** Letters and dots right before the offset, back to the segment's start at most. */
export function wordBefore(scene: Scene, offset: number): { readonly text: string; readonly from: number } {
  const { text, segmentStart } = scene;
  let end = offset;
  while (end > segmentStart && WIDTHLESS.includes(text.charAt(end - 1))) end -= 1;
  let from = end;
  while (from > segmentStart && from > end - WORD && belongsToWord(text, from - 1)) from -= 1;
  while (from < end && text[from] === '.') from += 1;
  return { text: text.slice(from, end), from };
}

function belongsToWord(text: string, index: number): boolean {
  return isLetterAt(text, index) || text[index] === '.' || text[index] === '°' || text[index] === '№';
}
