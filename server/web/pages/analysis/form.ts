/** What the page of leverage sends: a rate a band, in percent. */
import { z } from 'zod';
import { BANDS } from '../../../core/memory/bands.ts';
import { DEFAULT_RATES, type Rates } from '../../../core/memory/leverage.ts';
import { inDigits } from '../../../core/text/digits.ts';
import { singleLine } from '../../single-line.ts';

export const ratesForm = z.partialRecord(z.enum(BANDS), singleLine(10));

/** Whole percents of 0 to 1,000 in digits of any script; what is none is as by default. */
export function readRates(form: z.output<typeof ratesForm>): Rates {
  const rate = (band: keyof Rates): number => {
    const text = inDigits(form[band] ?? '', '0123456789')
      .replace(/[%٪]/u, '')
      .trim();
    return /^\d{1,4}$/.test(text) ? Math.min(1_000, Number(text)) : DEFAULT_RATES[band];
  };
  return {
    new: rate('new'),
    '50-74': rate('50-74'),
    '75-84': rate('75-84'),
    '85-94': rate('85-94'),
    '95-99': rate('95-99'),
    '100': rate('100'),
    '101': rate('101'),
    repetition: rate('repetition'),
    locked: rate('locked'),
  };
}
