/** The same vowel mark twice on one letter (double tanvin and the like): drawn as a smear. */
import type { Check } from '../../check.ts';
import { MARKS, PERSIAN } from './letters.ts';

const DOUBLED = new RegExp(`([${MARKS}])\\1+`, 'gu');

export const doubledMarks: Check = {
  id: 'persian-doubled-marks',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'characters',
  example: { source: 'exactly', target: 'دقیقاًً', mended: 'دقیقاً', targetLanguage: 'fa' },
  find: ({ target }) =>
    [...target.matchAll(DOUBLED)].map(({ index, 0: { length } }) => ({
      target: { start: index, end: index + length },
      fix: [{ start: index + 1, end: index + length, text: '' }],
    })),
};
