/** The same letter three times in a row, where the source has nothing like it. */
import type { Check } from '../check.ts';

const TRIPLE = /(\p{L})\1{2,}/gu;

export const tripledLetter: Check = {
  id: 'tripled-letter',
  languages: 'all',
  severity: 'warning',
  issueType: 'misspelling',
  example: { source: 'Hello', target: 'سلاااام', mended: 'سلام', targetLanguage: 'fa' },
  find: ({ source, target }) => {
    if (/(\p{L})\1{2}/u.test(source)) return [];
    return [...target.matchAll(TRIPLE)]
      .filter(({ 0: run }) => !/^(?:[iI]{3}|[wWxX]{3,})$/u.test(run))
      .map(({ index, 0: run }) => ({
        target: { start: index, end: index + run.length },
        values: { letter: String.fromCodePoint(run.codePointAt(0) ?? 0) },
      }));
  },
};
