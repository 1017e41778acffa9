/** Checks of Persian and Dari. In the order in which findings of one place are shown. */
import type { Check } from '../../check.ts';
import { arabicDigits } from './arabic-digits.ts';
import { arabicLetters } from './arabic-letters.ts';
import { doubledMarks } from './doubled-marks.ts';
import { ezafe } from './ezafe.ts';
import { latinPunctuation } from './latin-punctuation.ts';
import { mixedQuotes } from './mixed-quotes.ts';
import { numberMarks } from './number-marks.ts';
import { punctuationSpaces } from './punctuation-spaces.ts';
import { quoteNesting } from './quote-nesting.ts';
import { straightQuotes } from './straight-quotes.ts';
import { tatweel } from './tatweel.ts';
import { tehMarbuta } from './teh-marbuta.ts';
import { zwnjGlued } from './zwnj-glued.ts';
import { zwnjIdle } from './zwnj-idle.ts';
import { zwnjMisplaced } from './zwnj-misplaced.ts';
import { zwnjMissing } from './zwnj-missing.ts';

export const PERSIAN_CHECKS: readonly Check[] = [
  arabicLetters,
  tehMarbuta,
  arabicDigits,
  latinPunctuation,
  punctuationSpaces,
  numberMarks,
  zwnjMisplaced,
  zwnjMissing,
  zwnjIdle,
  zwnjGlued,
  mixedQuotes,
  quoteNesting,
  straightQuotes,
  ezafe,
  doubledMarks,
  tatweel,
];
