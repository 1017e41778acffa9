/** Checks of Burmese. In the order in which findings of one place are shown. */
import type { Check } from '../../check.ts';
import { digitLetter } from './digit-letter.ts';
import { doubledMarks } from './doubled-marks.ts';
import { nfc } from './nfc.ts';
import { punctuation } from './punctuation.ts';
import { syllableOrder } from './syllable-order.ts';
import { zawgyi } from './zawgyi.ts';

export const BURMESE_CHECKS: readonly Check[] = [
  zawgyi,
  syllableOrder,
  nfc,
  doubledMarks,
  digitLetter,
  punctuation,
];
