/** میشود for می‌شود: an older way of writing, still common; a matter of house style, hence a note. */
import type { Check } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { LETTERS, MARKS, PERSIAN, ZWNJ } from './letters.ts';
import { isGluedVerb } from './verbs.ts';

const WORD = new RegExp(
  `(?<![${LETTERS}${MARKS}\\u200c])(ن?می)([${LETTERS}]{2,20})(?![${LETTERS}${MARKS}\\u200c])`,
  'gu',
);

export const zwnjGlued: Check = {
  id: 'persian-zwnj-glued',
  languages: PERSIAN,
  severity: 'note',
  issueType: 'misspelling',
  example: { source: 'It is said', target: 'گفته میشود', mended: 'گفته می\u200cشود', targetLanguage: 'fa' },
  find: ({ target }) =>
    [...onlyProse(target).matchAll(WORD)].flatMap(({ index, 0: word, 1: prefix = '' }) => {
      if (!isGluedVerb(word)) return [];
      const start = index + prefix.length;
      return [
        {
          target: { start: index, end: index + word.length },
          values: { word },
          fix: [{ start, end: start, text: ZWNJ }],
        },
      ];
    }),
};
