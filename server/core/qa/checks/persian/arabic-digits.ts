/** ٤٥٦ and the other digits of Arabic where Persian has its own: ۴۵۶. */
import type { Check } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { withoutArabic } from './arabic-passages.ts';
import { PERSIAN } from './letters.ts';

/** From U+0660 to U+06F0. */
const DISTANCE = 0x90;

export const arabicDigits: Check = {
  id: 'persian-arabic-digits',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'characters',
  example: { source: 'Page 45', target: 'صفحهٔ ٤٥', mended: 'صفحهٔ ۴۵', targetLanguage: 'fa' },
  find: ({ target, settings }) => {
    // Where a project wants Latin digits these are found by the check of digit systems, which mends them so.
    if (settings.digits === 'latin') return [];
    return [...withoutArabic(onlyProse(target)).matchAll(/[٠-٩]+/gu)].map(({ index, 0: found }) => {
      const span = { start: index, end: index + found.length };
      const text = found.replace(/./gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + DISTANCE));
      return { target: span, values: { found, text }, fix: [{ ...span, text }] };
    });
  },
};
