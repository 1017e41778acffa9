/**
 * Leverage: how much of a text the memories know already, in bands, before work begins; and what it weighs when each
 * band is paid by its rate. A later segment of equal source counts as a repetition, in whatever document, unless the
 * memory knows it better still, in its context. A locked segment neither is a repetition nor makes one: what the translator
 * may not rely on saves no work.
 */
import { BANDS, type Band, type ScoreBand } from './bands.ts';

export interface Amount {
  readonly segments: number;
  readonly words: number;
  readonly characters: number;
}

export type Leverage = Readonly<Record<Band, Amount>>;

/** Percent of a new word's price that a word of the band is worth. */
export type Rates = Readonly<Record<Band, number>>;

/** MateCat's weights; what is locked costs nothing. */
export const DEFAULT_RATES: Rates = {
  new: 100,
  '50-74': 100,
  '75-84': 60,
  '85-94': 60,
  '95-99': 60,
  '100': 30,
  '101': 0,
  repetition: 30,
  locked: 0,
};

export const NOTHING: Amount = { segments: 0, words: 0, characters: 0 };

export function leverageOf(amounts: Iterable<readonly [Band, Amount]>): Leverage {
  const sums = new Map<Band, Amount>();
  for (const [band, amount] of amounts) sums.set(band, addAmounts([sums.get(band) ?? NOTHING, amount]));
  const of = (band: Band): Amount => sums.get(band) ?? NOTHING;
  return {
    new: of('new'),
    '50-74': of('50-74'),
    '75-84': of('75-84'),
    '85-94': of('85-94'),
    '95-99': of('95-99'),
    '100': of('100'),
    '101': of('101'),
    repetition: of('repetition'),
    locked: of('locked'),
  };
}

export function addLeverage(all: readonly Leverage[]): Leverage {
  return leverageOf(all.flatMap((each) => BANDS.map((band) => [band, each[band]] as const)));
}

export function addAmounts(amounts: readonly Amount[]): Amount {
  return {
    segments: amounts.reduce((sum, { segments }) => sum + segments, 0),
    words: amounts.reduce((sum, { words }) => sum + words, 0),
    characters: amounts.reduce((sum, { characters }) => sum + characters, 0),
  };
}

export function totalOf(leverage: Leverage): Amount {
  return addAmounts(BANDS.map((band) => leverage[band]));
}

/** Words as they are paid: each band's by its rate. Not rounded. */
export function weightedWords(leverage: Leverage, rates: Rates): number {
  return BANDS.reduce((sum, band) => sum + (leverage[band].words * rates[band]) / 100, 0);
}

/** Tells repetitions, over as many documents as it is asked about. */
export class RepetitionCounter {
  readonly #seen = new Set<string>();

  /** The band to count a segment in: that of its best match, or `repetition`. `key` is '' for a text without words. */
  bandFor(key: string, found: ScoreBand): Band {
    const repeated = key !== '' && this.#seen.has(key);
    this.#seen.add(key);
    return repeated && found !== '101' ? 'repetition' : found;
  }
}
