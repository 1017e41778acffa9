/** A space before a mark of punctuation, or none after it. */
import type { Check, Finding } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { LETTERS, MARKS, PERSIAN } from './letters.ts';

const LETTER = `[${LETTERS}${MARKS}\\u200c]`;
/** A word, spaces, and a mark that ends there; `.NET`, `...` and `:)` begin something of their own. */
const BEFORE = new RegExp(
  `(?<=[${LETTERS}${MARKS}۰-۹»)]) +(?=[،؛؟!](?:\\s|$|[»)${LETTERS}])|[.:](?:\\s*$|\\s+[${LETTERS}۰-۹«(]))`,
  'gu',
);
const LETTERS_ONLY = new RegExp(`^[${LETTERS}]$`, 'u');
const AFTER = new RegExp(`(?<=[${LETTERS}${MARKS}۰-۹»)])[،؛؟!](?=[${LETTERS}])`, 'gu');
/** Initials and dotted abbreviations have short words on either side; two whole words are two sentences. */
const AFTER_STOP = new RegExp(`(?<=(?<!\\.)${LETTER}{3})[.:](?=${LETTER}{3})`, 'gu');

export const punctuationSpaces: Check = {
  id: 'persian-punctuation-spaces',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'whitespace',
  messages: ['before', 'after'],
  example: {
    source: 'Come, sit down!',
    target: 'بیا ،بنشین !',
    mended: 'بیا، بنشین!',
    targetLanguage: 'fa',
  },
  find: ({ source, target }) => {
    const text = onlyProse(target);
    return [...before(text, source), ...after(text, source)];
  },
};

/** A space before the mark that the source has too was put there on purpose. */
function before(text: string, source: string): readonly Finding[] {
  if (/\w +[.:!?,;](?:\s|$)/u.test(source)) return [];
  return [...text.matchAll(BEFORE)].map(({ index, 0: { length } }) => {
    const span = { start: index, end: index + length };
    const mark = text.charAt(span.end);
    const isTurned = LETTERS_ONLY.test(text.charAt(span.end + 1));
    const behind = { start: span.end + 1, end: span.end + 1, text: ' ' };
    // A space on the wrong side goes to the other one.
    const fix = [{ ...span, text: '' }, ...(isTurned ? [behind] : [])];
    return { target: { ...span, end: span.end + 1 }, message: 'before', values: { mark }, fix };
  });
}

/** A dot or colon between letters of the source is part of a name or a pattern there, and so it is here. */
function after(text: string, source: string): readonly Finding[] {
  const stops = /\p{L}[.:]\p{L}/u.test(source) ? [] : text.matchAll(AFTER_STOP);
  return [...text.matchAll(AFTER), ...stops].map(({ index, 0: mark }) => {
    const end = index + 1;
    return {
      target: { start: index, end },
      message: 'after',
      values: { mark },
      fix: [{ start: end, end, text: ' ' }],
    };
  });
}
