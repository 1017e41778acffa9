/**
 * A control that opens and is never closed, or closes nothing: it turns everything behind it, also in the document
 * that the segment is put into.
 */
import type { Check } from '../../check.ts';
import { CONTROL_NAMES, controlsOf } from './controls.ts';

export const balance: Check = {
  id: 'bidi-balance',
  languages: 'all',
  severity: 'error',
  issueType: 'characters',
  example: {
    source: 'Compile with gcc now',
    target: 'با \u2066gcc اکنون بسازید',
    mended: 'با gcc اکنون بسازید',
    targetLanguage: 'fa',
  },
  find: ({ target }) =>
    controlsOf(target).lonely.map((start) => {
      const span = { start, end: start + 1 };
      const name = CONTROL_NAMES[target.charAt(start)] ?? '';
      return { target: span, values: { name }, fix: [{ ...span, text: '' }] };
    }),
};
