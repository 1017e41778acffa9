/** LRE … PDF and RLE … PDF, which disturb what stands around them; isolates do not (UAX #9 §2.4). */
import type { Check } from '../../check.ts';
import { CONTROL_NAMES, controlsOf } from './controls.ts';

const ISOLATE: Readonly<Record<string, string>> = { '\u202a': '\u2066', '\u202b': '\u2067' };

export const embedding: Check = {
  id: 'bidi-embedding',
  languages: 'all',
  severity: 'note',
  issueType: 'characters',
  example: {
    source: 'The sign + C++',
    target: 'نشانهٔ \u202aC++\u202c است',
    mended: 'نشانهٔ \u2066C++\u2069 است',
    targetLanguage: 'fa',
  },
  find: ({ target }) =>
    controlsOf(target)
      .pairs.filter(({ kind }) => kind === 'embedding')
      .map(({ start, end }) => ({
        target: { start, end },
        values: { name: CONTROL_NAMES[target.charAt(start)] ?? '' },
        fix: [
          { start, end: start + 1, text: ISOLATE[target.charAt(start)] ?? '' },
          { start: end - 1, end, text: '\u2069' },
        ],
      })),
};
