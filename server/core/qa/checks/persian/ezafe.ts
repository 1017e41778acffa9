/** هٔ, ه‌ی or ۀ: the way of writing the ezafe after silent heh that the project has chosen. Silent while none is. */
import type { Check, CheckSettings } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { LETTERS, MARKS, PERSIAN } from './letters.ts';

const WRITTEN: Readonly<Record<NonNullable<CheckSettings['ezafe']>, string>> = {
  hamza: 'هٔ',
  yeh: 'ه\u200cی',
  composed: 'ۀ',
};
const END = `(?![${LETTERS}${MARKS}\\u200c])`;
/** After a letter: ه‌ی alone is no word's end. U+06D5 with hamza is what NFC makes ۀ of. */
const EZAFE = new RegExp(`(?<=[${LETTERS}${MARKS}])(?:هٔ|ۀ|ۀ|ه\\u200cی)${END}`, 'gu');

export const ezafe: Check = {
  id: 'persian-ezafe',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'style',
  example: {
    source: 'the house of a friend',
    target: 'خانه\u200cی دوست',
    mended: 'خانهٔ دوست',
    targetLanguage: 'fa',
    settings: { ezafe: 'hamza' },
  },
  find: ({ target, settings }) => {
    if (settings.ezafe === undefined) return [];
    const wanted = WRITTEN[settings.ezafe];
    return [...onlyProse(target).matchAll(EZAFE)].flatMap(({ index, 0: found }) => {
      if (found === wanted) return [];
      const span = { start: index, end: index + found.length };
      return [{ target: span, values: { found, wanted }, fix: [{ ...span, text: wanted }] }];
    });
  },
};
