/** What the page of leverage sends: a rate a band, in percent. */
import { z } from 'zod';
import { BANDS, type Band } from '../../../core/memory/bands.ts';
import { DEFAULT_RATES, type Rates } from '../../../core/memory/leverage.ts';
import { readNumberField, type NumberBounds, type TypedNumber } from '../../number-field.ts';
import { singleLine } from '../../single-line.ts';

export const ratesForm = z.partialRecord(z.enum(BANDS), singleLine(40));

const RATE: NumberBounds = { kind: 'whole', least: 0, most: 1_000, isPercent: true };

export type TypedRates = Readonly<Record<Band, TypedNumber>>;

/** Whole percents; an empty one is as by default. `rates` is null where one is none: nothing is to be kept then. */
export function readRates(form: z.output<typeof ratesForm>): {
  readonly rates: Rates | null;
  readonly typed: TypedRates;
} {
  const typed = ofBands((band) => readNumberField(form[band] ?? '', RATE));
  const isRead = Object.values(typed).every(({ problem }) => problem === null);
  return { rates: isRead ? ofBands((band) => typed[band].value ?? DEFAULT_RATES[band]) : null, typed };
}

function ofBands<T>(valueOf: (band: Band) => T): Readonly<Record<Band, T>> {
  return {
    new: valueOf('new'),
    '50-74': valueOf('50-74'),
    '75-84': valueOf('75-84'),
    '85-94': valueOf('85-94'),
    '95-99': valueOf('95-99'),
    '100': valueOf('100'),
    '101': valueOf('101'),
    repetition: valueOf('repetition'),
    locked: valueOf('locked'),
  };
}
