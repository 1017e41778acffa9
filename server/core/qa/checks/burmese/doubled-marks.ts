/** The same mark twice on one letter: fonts draw one over the other, or a dotted circle. */
import type { Check } from '../../check.ts';

export const doubledMarks: Check = {
  id: 'burmese-doubled-marks',
  languages: ['my'],
  severity: 'warning',
  issueType: 'characters',
  example: { source: 'person', target: 'လူူ', mended: 'လူ', targetLanguage: 'my' },
  find: ({ target }) =>
    [...target.matchAll(/([\u102b-\u103e])\1+/gu)].map(({ index, 0: { length } }) => ({
      target: { start: index, end: index + length },
      fix: [{ start: index + 1, end: index + length, text: '' }],
    })),
};
