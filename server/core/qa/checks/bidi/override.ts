/** LRO and RLO: they force the order of letters, so that what is read is not what is there (CVE-2021-42574). */
import type { Check, Finding } from '../../check.ts';
import { CONTROL_NAMES, controlsOf } from './controls.ts';

export const override: Check = {
  id: 'bidi-override',
  languages: 'all',
  severity: 'error',
  issueType: 'characters',
  example: {
    source: 'Open the file',
    target: '\u202eپرونده را باز کنید\u202c',
    mended: 'پرونده را باز کنید',
    targetLanguage: 'fa',
  },
  find: ({ target }) => {
    const { pairs } = controlsOf(target);
    const ends = new Map(pairs.map(({ start, end }) => [start, end]));
    return [...target.matchAll(/[\u202d\u202e]/gu)].map(({ index: start, 0: character }): Finding => {
      const end = ends.get(start);
      const values = { name: CONTROL_NAMES[character] ?? '' };
      const opening = { start, end: start + 1, text: '' };
      // What closes nothing any more goes with it.
      const fix = end === undefined ? [opening] : [opening, { start: end - 1, end, text: '' }];
      return { target: { start, end: start + 1 }, values, fix };
    });
  },
};
