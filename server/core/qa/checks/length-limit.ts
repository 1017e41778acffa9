/** The size limits that a file sets for its targets (XLIFF 2.1 §5.7; maxwidth and its kin in 1.2). */
import { checkLimits } from '../../document/limits.ts';
import type { Check } from '../check.ts';

export const lengthLimit: Check = {
  id: 'length-limit',
  languages: 'all',
  severity: 'error',
  issueType: 'length',
  messages: ['over', 'under'],
  example: {
    source: 'Save',
    target: 'ذخیره کنید',
    mended: 'ذخیره',
    targetLanguage: 'fa',
    limits: [{ measure: 'codepoints', minimum: 0, maximum: 6, normalization: 'none' }],
  },
  find: ({ limits = [], parts, sourceContent, targetContent }) =>
    checkLimits(limits, parts ?? [{ kind: 'segment', source: sourceContent, target: targetContent }]).map(
      ({ code, values }) => ({
        target: null,
        message: code === 'text-over-limit' ? 'over' : 'under',
        values,
      }),
    ),
};
