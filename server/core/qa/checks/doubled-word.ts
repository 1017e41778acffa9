/**
 * A word that is typed twice. Words are what stands between white space: Burmese doubles syllables within its words.
 * Languages that double words to say more (Persian کم کم, “little by little”) keep those.
 */
import { primaryOf } from '../../text/language.ts';
import type { Check, CheckedSegment, Finding } from '../check.ts';

export const doubledWord: Check = {
  id: 'doubled-word',
  languages: 'all',
  severity: 'warning',
  issueType: 'duplication',
  example: {
    source: 'The file was saved.',
    target: 'پرونده ذخیره ذخیره شد.',
    mended: 'پرونده ذخیره شد.',
    targetLanguage: 'fa',
  },
  find: findDoubledWord,
};

/** Doubled on purpose, by language. */
const INTENDED: Readonly<Record<string, ReadonlySet<string>>> = {
  fa: new Set(
    'کم آرام تک یک یکی دو سه چند پی نم دانه دسته گروه خط جفت رفته تند زود آهسته یواش بلند پیچ تکه پاره قدم گام جدا لحظه بسیار خیلی'.split(
      ' ',
    ),
  ),
  en: new Set(['that', 'had', 'is', 'bye', 'so', 'very', 'no', 'tut', 'ha']),
  de: new Set(['die', 'der', 'das', 'sie']),
  fr: new Set(['nous', 'vous']),
};

function findDoubledWord({ source, target, targetLanguage }: CheckedSegment): readonly Finding[] {
  const intended = INTENDED[primaryOf(targetLanguage)];
  const inSource = new Set(doublesOf(source).map(({ word }) => word));
  // Where the source doubles a word, the translation may do so with another.
  if (inSource.size > 0) return [];
  return doublesOf(target)
    .filter(({ word }) => intended?.has(word) !== true)
    .map(({ word, start, end }) => ({
      target: { start, end },
      values: { word },
      fix: [{ start: start + word.length, end, text: '' }],
    }));
}

interface Double {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function doublesOf(text: string): readonly Double[] {
  const doubles: Double[] = [];
  let last: { readonly word: string; readonly start: number; readonly end: number } | null = null;
  for (const match of text.matchAll(/[^\s\uFFFC]+/gu)) {
    const word = match[0];
    const [start, end] = [match.index, match.index + word.length];
    const isWord = /^[\p{L}\p{M}\u200C\u200D]{2,}$/u.test(word);
    const bare = /^[\p{L}\p{M}\u200C\u200D]{2,}/u.exec(word)?.[0] ?? '';
    const isSame: boolean =
      last !== null && bare === last.word && /^[^\n\uFFFC]*$/u.test(text.slice(last.end, start));
    if (last !== null && isSame && !/^['’\-_@/]/u.test(word.slice(bare.length))) {
      doubles.push({ word: bare, start: last.start, end: start + bare.length });
    }
    last = isWord && !isSame ? { word, start, end } : null;
  }
  return doubles;
}
