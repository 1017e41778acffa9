/**
 * Letters of other alphabets that look like Persian ones: typed on an Arabic or Kurdish keyboard, or copied out of
 * a PDF as presentation forms. They sort, search and count as other letters.
 */
import type { Check, Finding } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { withoutArabic } from './arabic-passages.ts';
import { LETTERS, PERSIAN, ZWNJ } from './letters.ts';

const PERSIAN_FOR: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ے: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
};
/** Forms of Arabic Presentation Forms A and B that stand for letters: not ornate brackets, ﷲ, ﷺ or ﷼. */
const FOREIGN = /[يىېےكڪہھە]|[\ufb50-\ufbb1\ufbd3-\ufd3d\ufe80-\ufefc]/gu;
const BEFORE_LETTER = new RegExp(`^[${LETTERS}]`, 'u');

export const arabicLetters: Check = {
  id: 'persian-arabic-letters',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'characters',
  messages: ['message', 'form'],
  example: { source: 'A free book', target: 'كتابي رایگان', mended: 'کتابی رایگان', targetLanguage: 'fa' },
  find: ({ target }) =>
    [...withoutArabic(onlyProse(target)).matchAll(FOREIGN)].map(({ index, 0: found }): Finding => {
      const span = { start: index, end: index + found.length };
      const letter =
        PERSIAN_FOR[found] ?? found.normalize('NFKC').replace(/./gu, (each) => PERSIAN_FOR[each] ?? each);
      // U+06D5 never joins the next letter, heh does.
      const text = found === 'ە' && BEFORE_LETTER.test(target.slice(span.end)) ? letter + ZWNJ : letter;
      const message = PERSIAN_FOR[found] === undefined ? { message: 'form' } : {};
      return { target: span, ...message, values: { found, letter }, fix: [{ ...span, text }] };
    }),
};
