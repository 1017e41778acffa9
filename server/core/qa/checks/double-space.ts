/** Two or more spaces in a row where the source has none such. ZWNJ and ZWSP are no spaces. */
import type { Check } from '../check.ts';

const RUN = /(?<! ) {2,}(?=\S)/gu;

export const doubleSpace: Check = {
  id: 'double-space',
  languages: 'all',
  severity: 'warning',
  issueType: 'whitespace',
  example: {
    source: 'Save the file',
    target: 'پرونده  را ذخیره کنید',
    mended: 'پرونده را ذخیره کنید',
    targetLanguage: 'fa',
  },
  find: ({ source, target }) => {
    if (/\S {2,}\S/u.test(source)) return [];
    return [...target.matchAll(RUN)]
      .filter(({ index }) => index > 0 && !/\s/u.test(target.charAt(index - 1)))
      .map(({ index, 0: { length } }) => ({
        target: { start: index, end: index + length },
        fix: [{ start: index, end: index + length, text: ' ' }],
      }));
  },
};
