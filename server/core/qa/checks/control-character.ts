/**
 * Characters that no text has: control codes, halves of surrogate pairs, noncharacters, the replacement character of
 * a wrong encoding, a byte-order mark. Joiners and direction marks are none of them.
 */
import type { Check } from '../check.ts';

const CONTROL = new RegExp(
  String.raw`[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF\uFFF9-\uFFFB\uFFFD-\uFFFF]|\p{Surrogate}`,
  'gu',
);

export const controlCharacter: Check = {
  id: 'control-character',
  languages: 'all',
  severity: 'error',
  issueType: 'characters',
  messages: ['message', 'replacement'],
  example: { source: 'Save', target: 'ذخ\u0008یره', mended: 'ذخیره', targetLanguage: 'fa' },
  find: ({ target }) =>
    [...target.matchAll(CONTROL)].map(({ index, 0: character }) => {
      const span = { start: index, end: index + character.length };
      const code = character.codePointAt(0) ?? 0;
      const values = { character: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` };
      // What a replacement character stands for is lost: only a person can say what it was.
      return code === 0xfffd
        ? { target: span, message: 'replacement', values }
        : { target: span, values, fix: [{ ...span, text: '' }] };
    }),
};
