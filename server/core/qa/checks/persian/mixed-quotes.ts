/** « » and "…" side by side in one segment: one of them is a slip. Inside « » other marks are right. */
import type { Check } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { PERSIAN } from './letters.ts';
import { hasPersian, straightPairs } from './quotes.ts';

export const mixedQuotes: Check = {
  id: 'persian-mixed-quotes',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'typographical',
  example: {
    source: 'From “here” to “there”',
    target: 'از «اینجا» تا "آنجا"',
    mended: 'از «اینجا» تا «آنجا»',
    targetLanguage: 'fa',
  },
  find: ({ target }) => {
    const text = onlyProse(target);
    if (!/[«»]/u.test(text)) return [];
    const depth = depthsOf(text);
    return straightPairs(text)
      .filter(
        ({ open, close }) => depth[open] === 0 && depth[close] === 0 && hasPersian(text.slice(open, close)),
      )
      .filter(({ open, close }) => !/[«»]/u.test(text.slice(open, close)))
      .map(({ open, close }) => ({
        target: { start: open, end: close + 1 },
        fix: [
          { start: open, end: open + 1, text: '«' },
          { start: close, end: close + 1, text: '»' },
        ],
      }));
  },
};

/** How many « are open at each position. */
function depthsOf(text: string): readonly number[] {
  let depth = 0;
  return Array.from({ length: text.length }, (_, index) => {
    const character = text.charAt(index);
    if (character === '«') depth += 1;
    if (character === '»' && depth > 0) depth -= 1;
    return depth;
  });
}
