/** What a file asks of the wording of its targets (XLIFF 2.1 §5.8, validation module). */
import { checkValidationRules } from '../../document/validation-rules.ts';
import type { Check } from '../check.ts';

export const fileRule: Check = {
  id: 'file-rule',
  languages: 'all',
  severity: 'error',
  issueType: 'non-conformance',
  example: {
    source: 'Ask the Recto team',
    target: 'از گروه رکتو بپرسید',
    mended: 'از گروه Recto بپرسید',
    targetLanguage: 'fa',
    rules: [
      { kind: 'isPresent', text: 'Recto', existsInSource: true, caseSensitive: true, normalization: 'nfc' },
    ],
  },
  find: ({ rules = [], sourceContent, targetContent }) =>
    checkValidationRules(rules, sourceContent, targetContent).map(({ values }) => ({ target: null, values })),
};
