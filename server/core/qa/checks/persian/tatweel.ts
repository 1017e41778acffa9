/**
 * Tatweel inside a word: only stretches it, and hides it from searches. One that keeps a letter's initial form
 * (هـ for the Hijri era) stands at a word's end and is left alone.
 */
import type { Check } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { LETTERS, MARKS, PERSIAN } from './letters.ts';

const INSIDE = new RegExp(`(?<=[${LETTERS}${MARKS}])\\u0640+(?=[${LETTERS}])`, 'gu');

export const tatweel: Check = {
  id: 'persian-tatweel',
  languages: PERSIAN,
  severity: 'note',
  issueType: 'style',
  example: { source: 'Hello', target: 'سـلام', mended: 'سلام', targetLanguage: 'fa' },
  find: ({ target }) =>
    [...onlyProse(target).matchAll(INSIDE)].map(({ index, 0: { length } }) => {
      const span = { start: index, end: index + length };
      return { target: span, fix: [{ ...span, text: '' }] };
    }),
};
