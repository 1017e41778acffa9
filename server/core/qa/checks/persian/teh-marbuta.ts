/**
 * ة at the end of a word: Persian writes ت or ه. It stays in Arabic passages and in loans with the article
 * (دایرةالمعارف), and which of the two letters is meant only the word tells, so there is no fix.
 */
import type { Check } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { withoutArabic } from './arabic-passages.ts';
import { LETTERS, MARKS, PERSIAN } from './letters.ts';

const FINAL = new RegExp(`ة[${MARKS}]*(?![${LETTERS}${MARKS}\\u200c]| ?ال)`, 'gu');

export const tehMarbuta: Check = {
  id: 'persian-teh-marbuta',
  languages: PERSIAN,
  severity: 'note',
  issueType: 'characters',
  example: { source: 'The whole programme', target: 'همهٔ نشریة', mended: 'همهٔ نشریه', targetLanguage: 'fa' },
  find: ({ target }) =>
    [...withoutArabic(onlyProse(target)).matchAll(FINAL)].map(({ index }) => ({
      target: { start: index, end: index + 1 },
    })),
};
