/** `? , ;` after Persian words, where ؟ ، ؛ are meant. */
import type { Check } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { LETTERS, MARKS, NATIVE_DIGITS, PERSIAN } from './letters.ts';

const PERSIAN_FOR: Readonly<Record<string, string>> = { '?': '؟', ',': '،', ';': '؛' };
/** A word and the marks that follow it; also a number, unless the comma parts its thousands. */
const AFTER_WORD = new RegExp(
  `(?<=[${LETTERS}${MARKS}\\u200c]|[${NATIVE_DIGITS}](?!,[0-9${NATIVE_DIGITS}]))[?,;؟،؛»)"\\]!….]+`,
  'gu',
);

/** A list for programs, such as keywords: its commas are read by one. */
const UNSPACED = /\p{L}[,;]\p{L}/u;

export const latinPunctuation: Check = {
  id: 'persian-latin-punctuation',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'typographical',
  example: {
    source: 'Who wrote it, and when?',
    target: 'چه کسی آن را نوشت, و کی?',
    mended: 'چه کسی آن را نوشت، و کی؟',
    targetLanguage: 'fa',
  },
  find: ({ source, target }) => {
    const text = onlyProse(target);
    const isList = UNSPACED.test(source);
    return [...text.matchAll(AFTER_WORD)].flatMap(({ index, 0: marks }) => {
      if (isList && /\p{L}/u.test(text.charAt(index + marks.length))) return [];
      return [...marks.matchAll(/[?,;]/gu)].map(({ index: within, 0: found }) => {
        const span = { start: index + within, end: index + within + 1 };
        const mark = PERSIAN_FOR[found] ?? found;
        return { target: span, values: { found, mark }, fix: [{ ...span, text: mark }] };
      });
    });
  },
};
