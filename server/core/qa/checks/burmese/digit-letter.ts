/**
 * Digits and letters that look alike: ၀ and ဝ, ၇ and ရ, ၄ and ၎, ဥ and ဉ. A digit takes no marks and no final
 * consonant, a letter stands between no digits: what is certain by that is mended, the rest only pointed at.
 */
import type { Check, Finding } from '../../check.ts';

const MARK = '[\\u102b-\\u103e]';
/** What closes a syllable that needs a letter to begin it: a consonant with asat or with another below it. */
const CLOSING = '[\\u1000-\\u1021]\\u1037?(?:\\u103a|\\u1039)';
const DIGIT = '[\\u1040-\\u1049]';
const LETTER = '[\\u1000-\\u103f]';
const NUMBER_GOES_ON = `[.,]?${DIGIT}`;

interface Confusion {
  readonly pattern: RegExp;
  readonly message: 'letter' | 'digit' | 'vowel';
  readonly instead: string;
  readonly isSure: boolean;
}

const CONFUSIONS: readonly Confusion[] = [
  { pattern: new RegExp(`၀(?=${MARK}|${CLOSING})`, 'gu'), message: 'letter', instead: 'ဝ', isSure: true },
  {
    pattern: new RegExp(`(?<=${LETTER})၀(?!${NUMBER_GOES_ON}|${MARK}|${CLOSING})`, 'gu'),
    message: 'letter',
    instead: 'ဝ',
    isSure: false,
  },
  { pattern: new RegExp(`၇(?=${MARK}|${CLOSING})`, 'gu'), message: 'letter', instead: 'ရ', isSure: true },
  { pattern: /၄(?=င်း)/gu, message: 'letter', instead: '၎', isSure: true },
  {
    pattern: new RegExp(`(?<=${DIGIT})ဝ(?!${MARK}|${CLOSING})`, 'gu'),
    message: 'digit',
    instead: '၀',
    isSure: true,
  },
  { pattern: new RegExp(`(?<=${DIGIT})ရ(?=${DIGIT})`, 'gu'), message: 'digit', instead: '၇', isSure: true },
  { pattern: new RegExp(`(?<=${DIGIT})၎(?!င)`, 'gu'), message: 'digit', instead: '၄', isSure: true },
  { pattern: /ဥ(?=\u102c|\u103a|\u1039)/gu, message: 'vowel', instead: 'ဉ', isSure: true },
];

export const digitLetter: Check = {
  id: 'burmese-digit-letter',
  languages: ['my'],
  severity: 'warning',
  issueType: 'misspelling',
  messages: ['letter', 'digit', 'vowel'],
  example: { source: 'novel', target: '၀တ္ထု', mended: 'ဝတ္ထု', targetLanguage: 'my' },
  find: ({ target }) =>
    CONFUSIONS.flatMap(({ pattern, message, instead, isSure }) =>
      [...target.matchAll(pattern)].map(({ index, 0: found }): Finding => {
        const span = { start: index, end: index + found.length };
        const finding = { target: span, message, values: { found, instead } };
        return isSure ? { ...finding, fix: [{ ...span, text: instead }] } : finding;
      }),
    ),
};
