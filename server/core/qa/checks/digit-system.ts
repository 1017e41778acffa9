/** Digits of the system that the project has not chosen for its translations. Silent while none is chosen. */
import type { Check } from '../check.ts';
import { inDigits, nativeDigits } from '../../text/digits.ts';
import { onlyProse } from '../text/masked.ts';

/** Latin letters or signs of programs in a run without spaces make it a name: MP3, UTF-8, 2D. */
const TOKEN = /[^\s«»()[\]"“”،؛၊။]+/gu;
const NAME = /[\p{Script=Latin}\uFFFC_#$@%=]/u;
/** The version of something, or a part of its name. */
const AFTER_LATIN = /\p{Script=Latin} $/u;

export const digitSystem: Check = {
  id: 'digit-system',
  languages: 'all',
  severity: 'warning',
  issueType: 'locale-violation',
  messages: ['native', 'latin'],
  example: {
    source: 'Page 12',
    target: 'صفحهٔ 12',
    mended: 'صفحهٔ ۱۲',
    targetLanguage: 'fa',
    settings: { digits: 'native' },
  },
  find: ({ target, targetLanguage, settings: { digits } }) => {
    if (digits === undefined) return [];
    const wanted = digits === 'latin' ? '0123456789' : nativeDigits(targetLanguage);
    if (wanted === null) return [];
    return numbersIn(onlyProse(target)).flatMap(({ start, found }) => {
      const text = inDigits(found, wanted);
      if (text === found) return [];
      const span = { start, end: start + found.length };
      return [{ target: span, message: digits, values: { found, text }, fix: [{ ...span, text }] }];
    });
  },
};

function numbersIn(text: string): readonly { readonly start: number; readonly found: string }[] {
  return [...text.matchAll(TOKEN)].flatMap(({ index, 0: token }) => {
    const first = token.search(/\p{Nd}/u);
    if (first < 0 || NAME.test(token) || AFTER_LATIN.test(text.slice(Math.max(0, index - 2), index)))
      return [];
    const found = token.slice(first).replace(/\P{Nd}+$/u, '');
    return [{ start: index + first, found }];
  });
}
