/**
 * How long a translation is. Lengths are letters and digits (vowel signs, marks, spaces and punctuation are none), so
 * that scripts with and without spaces are measured alike. The logarithm of target length by source length has a mean
 * and a variance, which is larger for short texts; both are found from the pair of texts itself.
 * A score is the logarithm of how much likelier the lengths are in a link than side by side by chance (after
 * W. Gale and K. Church 1993, R. Moore 2002).
 */
import { WIDEST } from './beads.ts';

export interface LengthModel {
  /** Mean of ln(target / source). */
  readonly mean: number;
  /** Variance is `base + each / source length`. */
  readonly base: number;
  readonly each: number;
  /** Of ln(target length) of a segment, whatever its source. */
  readonly targetMean: number;
  readonly targetVariance: number;
}

/** Lengths of the two sides of a link. */
export type LengthPair = readonly [source: number, target: number];

/** Tails are heavier than a normal distribution's (Student's t), so that one free translation breaks nothing. */
const FREEDOM = 5;

/** Letters and digits of a text, at least 1. */
export function lettersOf(text: string): number {
  return Math.max(1, text.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
}

/** Before anything is aligned: the mean is that of the whole texts. */
export function firstLengthModel(source: readonly number[], target: readonly number[]): LengthModel {
  const mean = Math.log(Math.max(1, sum(target)) / Math.max(1, sum(source)));
  return { mean, base: 0.05, each: 5, ...chanceOf(target) };
}

/** From the lengths of links that were made. Extreme ones count for no more than three deviations. */
export function fitLengths(pairs: readonly LengthPair[], before: LengthModel): LengthModel {
  if (pairs.length < 5) return before;
  const ratios = pairs.map(([s, t]) => Math.log(t / s));
  const mean = weightedMedian(pairs, ratios);
  // Least squares of the squared deviations over 1 / length, drawn to the figures from before.
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0];
  const add = (each: number, squared: number, weight: number): void => {
    n += weight;
    x += weight * each;
    y += weight * squared;
    xx += weight * each * each;
    xy += weight * each * squared;
  };
  for (const length of [5, 20, 80, 320]) add(1 / length, before.base + before.each / length, 4);
  pairs.forEach(([s], index) => {
    const most = 9 * (before.base + before.each / s);
    add(1 / s, Math.min(most, ((ratios[index] ?? 0) - mean) ** 2), 1);
  });
  const each = Math.min(12, Math.max(0.5, (n * xy - x * y) / (n * xx - x * x)));
  const base = Math.min(0.3, Math.max(0.008, (y - each * x) / n));
  return { ...before, mean, base, each };
}

/** By the column where a link ends (so many target segments taken). */
export interface LengthColumns {
  /** By how many target segments it has: the logarithm of their length together. */
  readonly logs: readonly Float64Array[];
  /** By the same: what does not depend on the source. */
  readonly rest: readonly Float64Array[];
  /** Sums of what chance alone makes of the segments before. */
  readonly chance: Float64Array;
}

/** What can be known of target lengths beforehand, for links of up to `widest` segments. */
export function lengthColumns(model: LengthModel, target: readonly number[], widest: number): LengthColumns {
  const chance = new Float64Array(target.length + 1);
  target.forEach((length, index) => {
    const deviation = Math.log(length) - model.targetMean;
    const log = linkedLog(deviation, model.targetVariance) - 0.5 * Math.log(model.targetVariance);
    chance[index + 1] = (chance[index] ?? 0) + log;
  });
  const logs = Array.from({ length: widest + 1 }, () => new Float64Array(target.length + 1));
  const rest = Array.from({ length: widest + 1 }, () => new Float64Array(target.length + 1));
  for (let count = 1; count <= widest; count += 1) {
    for (let column = count; column <= target.length; column += 1) {
      const parts = target.slice(column - count, column);
      const log = Math.log(sum(parts));
      // Where several stand together, each share of the whole is as likely for each of them.
      const shares = count === 1 ? 0 : sum(parts.map((part) => Math.log(part) - log)) + (SHARES[count] ?? 0);
      const [logRow, restRow] = [logs[count], rest[count]];
      if (logRow === undefined || restRow === undefined) continue;
      logRow[column] = log;
      restRow[column] = shares - (chance[column] ?? 0) + (chance[column - count] ?? 0);
    }
  }
  return { logs, rest, chance };
}

/** ln((n - 1)!): the density of the shares of n parts. */
const SHARES = [0, 0];
for (let parts = 2; parts <= WIDEST; parts += 1)
  SHARES[parts] = (SHARES[parts - 1] ?? 0) + Math.log(parts - 1);

/** Of Student's t with that variance as its scale; `- ln(variance) / 2` and what is always the same are left out. */
export function linkedLog(deviation: number, variance: number): number {
  return -((FREEDOM + 1) / 2) * Math.log(1 + (deviation * deviation) / (FREEDOM * variance));
}

function chanceOf(lengths: readonly number[]): Pick<LengthModel, 'targetMean' | 'targetVariance'> {
  const logs = lengths.map((length) => Math.log(length));
  const targetMean = sum(logs) / Math.max(1, logs.length);
  const variance = sum(logs.map((log) => (log - targetMean) ** 2)) / Math.max(1, logs.length);
  return { targetMean, targetVariance: Math.max(0.2, variance) };
}

/** Weighted by length: what many letters say counts for more. */
function weightedMedian(pairs: readonly LengthPair[], ratios: readonly number[]): number {
  const order = ratios.map((ratio, index) => [ratio, pairs[index]?.[0] ?? 0] as const);
  order.sort((a, b) => a[0] - b[0]);
  let left = sum(order.map(([, weight]) => weight)) / 2;
  for (const [ratio, weight] of order) {
    left -= weight;
    if (left <= 0) return ratio;
  }
  return 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
