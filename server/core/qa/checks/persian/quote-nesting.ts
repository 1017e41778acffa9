/**
 * « » inside « », where ‹ › are for the inner quotation (CLDR), and » … « turned round: typed for what they look
 * like in the middle of a line from right to left. A quotation may open in one segment and close in another, so
 * that a mark without its partner is no mistake.
 */
import type { Check, Finding } from '../../check.ts';
import { onlyProse } from '../../text/masked.ts';
import { LETTERS, PERSIAN } from './letters.ts';

/** Opening » at a word's start and closing « at its end. */
const TURNED = new RegExp(
  `(?:(?<=^|[\\s(،:])»)(?=[${LETTERS}])([^«»]*?[${LETTERS}.!؟…])«(?=$|[\\s)،؛:.!؟])`,
  'gu',
);

export const quoteNesting: Check = {
  id: 'persian-quote-nesting',
  languages: PERSIAN,
  severity: 'warning',
  issueType: 'typographical',
  messages: ['nested', 'turned'],
  example: {
    source: 'He said: “I have read ‘The Return’ twice.”',
    target: 'گفت: «من «بازگشت» را دو بار خوانده‌ام.»',
    mended: 'گفت: «من ‹بازگشت› را دو بار خوانده‌ام.»',
    targetLanguage: 'fa',
  },
  find: ({ target }) => {
    const text = onlyProse(target);
    return [...turned(text), ...nested(text)];
  },
};

function turned(text: string): readonly Finding[] {
  if (text.indexOf('«') < text.indexOf('»')) return [];
  return [...text.matchAll(TURNED)].map(({ index, 0: whole }) => {
    const end = index + whole.length;
    const fix = [
      { start: index, end: index + 1, text: '«' },
      { start: end - 1, end, text: '»' },
    ];
    return { target: { start: index, end }, message: 'turned', fix };
  });
}

/** Only where every mark has its partner: otherwise nobody knows which quotation is the inner one. */
function nested(text: string): readonly Finding[] {
  const open: number[] = [];
  const found: Finding[] = [];
  for (const { index, 0: mark } of text.matchAll(/[«»]/gu)) {
    if (mark === '«') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start === undefined) return [];
    // Of three levels the second is mended and the third stays: then it stands in ‹ › and is right.
    if (open.length % 2 === 0) continue;
    const end = index + 1;
    const fix = [
      { start, end: start + 1, text: '‹' },
      { start: index, end, text: '›' },
    ];
    found.push({ target: { start, end }, message: 'nested', fix });
  }
  return open.length === 0 ? found : [];
}
