/** A space where a word goes on: `می روم` for می‌روم, `کتاب ها` for کتاب‌ها. */
import type { Check, Finding } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { LETTERS, MARKS, NON_JOINING, PERSIAN, ZWNJ } from './letters.ts';
import { isVerbAfterMi } from './verbs.ts';

const INSIDE = `[${LETTERS}${MARKS}\\u200c]`;
const PREFIX = new RegExp(`(?<!${INSIDE})(ن?می)( +)(${INSIDE}{2,20})(?!${INSIDE})`, 'gu');
const PLURAL = new RegExp(
  `(?<!${INSIDE})(${INSIDE}{2,40})( )(?=ها(?:ی(?:م|ت|ش|مان|تان|شان|ی)?)?(?!${INSIDE}))`,
  'gu',
);
/** Words that no plural ending follows; ها after them is a word of its own (a letter's name, a call, a laugh). */
const NO_NOUN = new Set(
  'ها های هایی هاها از به با بر در تا که را هر یا یک ای اگر چه بی پسوند نشانه نشانهٔ حرف علامت نماد و'.split(
    ' ',
  ),
);
const ENDS_APART = new RegExp(`[${NON_JOINING}][${MARKS}]*$`, 'u');

export const zwnjMissing: Check = {
  id: 'persian-zwnj-missing',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'misspelling',
  messages: ['verb', 'plural'],
  example: {
    source: 'We read the books.',
    target: 'ما کتاب ها را می خوانیم.',
    mended: 'ما کتاب\u200cها را می\u200cخوانیم.',
    targetLanguage: 'fa',
  },
  find: ({ target }) => {
    const text = onlyProse(target);
    return [...plurals(text), ...verbs(text)].sort((a, b) => (a.target?.start ?? 0) - (b.target?.start ?? 0));
  },
};

function verbs(text: string): readonly Finding[] {
  return [...text.matchAll(PREFIX)].flatMap(
    ({ index, 0: whole, 1: prefix = '', 2: space = '', 3: verb = '' }) => {
      if (!isVerbAfterMi(verb)) return [];
      const start = index + prefix.length;
      const fix = [{ start, end: start + space.length, text: ZWNJ }];
      return [{ target: { start: index, end: index + whole.length }, message: 'verb', fix }];
    },
  );
}

function plurals(text: string): readonly Finding[] {
  return [...text.matchAll(PLURAL)].flatMap(({ index, 0: whole, 1: noun = '' }) => {
    if (NO_NOUN.has(noun) || noun.endsWith(ZWNJ)) return [];
    const start = index + noun.length;
    // After a letter that does not join, the ending follows without anything between.
    const text = ENDS_APART.test(noun) ? '' : ZWNJ;
    const fix = [{ start, end: start + 1, text }];
    return [{ target: { start: index, end: index + whole.length + 2 }, message: 'plural', fix }];
  });
}
