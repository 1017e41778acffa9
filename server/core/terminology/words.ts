/**
 * A flat text (an inline code is one U+FFFC) as the words that terms are made of: letters and digits with the marks and
 * joiners on them, in scripts written without spaces Burmese syllables or single characters, and each other sign by
 * itself. Spans count in the text as it stands.
 * Invariant: words are in order and apart; what lies between two is white space, hyphens, quotes, codes or nothing.
 */
import { fold } from '../text/fold.ts';
import { syllableStarts } from '../text/syllables.ts';

export interface TermWord {
  readonly start: number;
  readonly end: number;
  /** Folded; spaces, joiners and case make no difference. */
  readonly key: string;
  /** `part`: of a script without spaces, so that a word may begin and end at it or not. */
  readonly kind: 'word' | 'part' | 'sign';
  /**
   * How the one before it is written on: `apart`; `hyphen`: only hyphens or codes between, which may as well be gone;
   * `apostrophe`; `joined`: nothing between.
   */
  readonly before: 'apart' | 'hyphen' | 'apostrophe' | 'joined';
}

const SPACELESS =
  '\\p{Script=Myanmar}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
const JOINERS = '\\u00ad\\u034f\\u200c\\u200d\\u2060';

/* eslint-disable no-misleading-character-class -- these are the marks and joiners themselves */
const RUN = new RegExp(
  [
    `(?<part>(?:(?=[\\p{L}\\p{M}])[${SPACELESS}][\\p{M}${JOINERS}]*)+)`,
    `(?<word>(?:(?![${SPACELESS}])[\\p{L}\\p{M}\\p{N}]|(?<=[\\p{L}\\p{M}\\p{N}])[${JOINERS}_]+(?=(?![${SPACELESS}])[\\p{L}\\p{M}\\p{N}]))+)`,
    `(?<sign>[^\\s\\p{Pd}\\p{Pi}\\p{Pf}\\p{Cf}\\uFFFC'"])`,
  ].join('|'),
  'gu',
);
/* eslint-enable no-misleading-character-class */

const APART = /\s/u;
const HYPHEN = /[\p{Pd}\uFFFC]/u;
const APOSTROPHE = /^['’ʼ]$/u;

export function termWords(text: string): readonly TermWord[] {
  const words: TermWord[] = [];
  let last = 0;
  const add = (start: number, end: number, kind: TermWord['kind']): void => {
    // Inside of a word an underscore is the mark of an access key, or part of a name in a program.
    const key = fold(text.slice(start, end)).replace(/(?<=.)_+(?=.)/gu, '');
    if (key.trim() === '') return;
    words.push({
      start,
      end,
      key,
      kind,
      before: words.length === 0 ? 'apart' : gap(text.slice(last, start)),
    });
    last = end;
  };
  for (const { 0: run, index, groups } of text.matchAll(RUN)) {
    if (groups?.['part'] === undefined) {
      add(index, index + run.length, groups?.['word'] === undefined ? 'sign' : 'word');
      continue;
    }
    const starts = partStarts(run);
    starts.forEach((start, at) => {
      add(index + start, index + (starts[at + 1] ?? run.length), 'part');
    });
  }
  return words;
}

function gap(between: string): TermWord['before'] {
  if (between === '') return 'joined';
  if (APOSTROPHE.test(between)) return 'apostrophe';
  return HYPHEN.test(between) && !APART.test(between) ? 'hyphen' : 'apart';
}

/** Where Burmese syllables begin in a run; in other scripts each character with its marks. */
function partStarts(run: string): readonly number[] {
  const starts = /\p{Script=Myanmar}/u.test(run) ? syllableStarts(run) : characterStarts(run);
  return starts[0] === 0 ? starts : [0, ...starts];
}

function characterStarts(run: string): readonly number[] {
  return [...run.matchAll(/\P{M}\p{M}*/gu)].map(({ index }) => index);
}
