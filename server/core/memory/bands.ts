/**
 * Bands of scores, as leverage is counted and paid by. What is locked is a band of its own: nothing is done to it, and
 * a customer sees that it was there and is not asked to pay for it as a match.
 */

export const BANDS = [
  'new',
  '50-74',
  '75-84',
  '85-94',
  '95-99',
  '100',
  '101',
  'repetition',
  'locked',
] as const;
export type Band = (typeof BANDS)[number];
export type ScoreBand = Exclude<Band, 'repetition' | 'locked'>;

export function isBand(text: string): text is Band {
  return (BANDS as readonly string[]).includes(text);
}

/** The band of the best match's score; null where there is none. Structural matches (102) count as in context. */
export function bandOf(score: number | null): ScoreBand {
  if (score === null || score < 50) return 'new';
  if (score < 75) return '50-74';
  if (score < 85) return '75-84';
  if (score < 95) return '85-94';
  if (score < 100) return '95-99';
  return score < 101 ? '100' : '101';
}
