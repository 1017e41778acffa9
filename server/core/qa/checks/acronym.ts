/** An acronym of the source that the target does not have. A hint: many languages write acronyms in their own script. */
import type { Check } from '../check.ts';
import { maskText } from '../text/masked.ts';

const ACRONYM =
  /(?<![\p{L}\p{N}_\-.])\p{Lu}[\p{Lu}\p{N}]{1,9}(?![\p{L}\p{N}_\-.]*[\p{Ll}])(?![\p{L}\p{N}_])/gu;

export const acronym: Check = {
  id: 'acronym',
  languages: 'all',
  severity: 'note',
  issueType: 'omission',
  example: {
    source: 'Open the PDF file',
    target: 'پرونده را باز کنید',
    mended: 'پروندهٔ PDF را باز کنید',
    targetLanguage: 'fa',
  },
  find: ({ source, target }) => {
    const masked = maskText(source);
    // In a text of capitals, capitals say nothing.
    if (!/\p{Ll}/u.test(masked)) return [];
    const seen = new Set<string>();
    return [...masked.matchAll(ACRONYM)]
      .filter(
        ({ 0: word }) =>
          /\p{Lu}.*\p{Lu}/u.test(word) && !target.includes(word) && !seen.has(word) && seen.add(word),
      )
      .map(({ index, 0: word }) => ({
        target: null,
        source: { start: index, end: index + word.length },
        values: { word },
      }));
  },
};
