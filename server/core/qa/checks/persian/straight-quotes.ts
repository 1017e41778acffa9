/** "…" around Persian, where « » are the language's own (CLDR). A note: many interfaces keep straight ones. */
import type { Check } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { PERSIAN } from './letters.ts';
import { hasPersian, straightPairs } from './quotes.ts';

export const straightQuotes: Check = {
  id: 'persian-straight-quotes',
  languages: PERSIAN,
  severity: 'note',
  issueType: 'typographical',
  example: {
    source: 'They called it “The Return”.',
    target: 'نامش را "بازگشت" گذاشتند.',
    mended: 'نامش را «بازگشت» گذاشتند.',
    targetLanguage: 'fa',
  },
  find: ({ target }) => {
    const text = onlyProse(target);
    // Where both are used it is the mixture that is reported.
    if (/[«»]/u.test(text)) return [];
    return straightPairs(text)
      .filter(({ open, close }) => hasPersian(text.slice(open, close)))
      .map(({ open, close }) => ({
        target: { start: open, end: close + 1 },
        fix: [
          { start: open, end: open + 1, text: '«' },
          { start: close, end: close + 1, text: '»' },
        ],
      }));
  },
};
