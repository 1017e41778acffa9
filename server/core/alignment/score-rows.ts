/**
 * How well every possible link fits, a row of the table at a time: the sum of what lengths, traits, anchors and words
 * say, each as the logarithm of how much likelier it is in a link than by chance.
 */
import type { Evidence } from './anchors.ts';
import { BEADS, WIDEST, type BeadModel } from './beads.ts';
import type { Features, Traits } from './features.ts';
import { lengthColumns, linkedLog, type LengthModel } from './length-model.ts';
import { traitScore, type TraitModel } from './trait-model.ts';
import type { WordModel } from './word-model.ts';
import { wordRows } from './word-rows.ts';

export interface Models {
  readonly beads: BeadModel;
  readonly lengths: LengthModel;
  readonly traits: TraitModel;
  /** null before there is an alignment to learn from. */
  readonly words: WordModel | null;
}

/**
 * Scores of all links that end in the row, between two columns: those of the first of BEADS from `low` to `high`, then
 * those of the second, and so on. Rows are asked for in order; the array is used again for the next one.
 */
export type ScoreRow = (row: number, low: number, high: number) => Float32Array;

/** For a paragraph's end inside of a link. */
const CROSSES = -2;

/** Links of more than NEAR segments are looked at where their lengths fit at least so well: to a factor of two. */
const NEAR = 5;
const LEAST_FIT = -4;

/** `used`: how many of BEADS are looked at. */
export function rowScorer(
  source: Features,
  target: Features,
  evidence: Evidence,
  models: Models,
  used: number = BEADS.length,
): ScoreRow {
  const sourceSums = sums(source.lengths);
  const columns = lengthColumns(models.lengths, target.lengths, WIDEST);
  const crossing = [source, target].map((side) =>
    sums(side.traits.map((traits) => (traits.opens === 'opens' ? CROSSES : 0))),
  );
  const [sourceCrossing = [], targetCrossing = []] = crossing;
  const table = (...traits: readonly (keyof Traits)[]): TraitTable =>
    traitTable(models.traits, traits, source.traits, target.traits);
  const [starts, ends, ones] = [table('opens', 'role', 'begins'), table('ends'), table('codes', 'number')];
  const anchors = anchorRows(evidence, target.lengths.length);
  const words = models.words === null ? null : wordRows(models.words);
  let scores = new Float32Array(0);

  const wordsFit = (row: number) => (count: number, column: number) => {
    const length = (sourceSums[row] ?? 0) - (sourceSums[row - count] ?? 0);
    return lengthFit(models.lengths, length, columns.logs[1]?.[column] ?? 0) > LEAST_FIT;
  };
  return (row, low, high) => {
    const width = high - low + 1;
    if (scores.length < width * used) scores = new Float32Array(2 * width * used);
    const evidenceRows = anchors(row);
    words?.prepare(row, low, high, wordsFit(row));
    for (let bead = 0; bead < used; bead += 1) {
      const [a = 1, b = 1] = BEADS[bead] ?? [];
      const offset = bead * width;
      const first = row - a;
      const length = (sourceSums[row] ?? 0) - (sourceSums[first] ?? 0);
      const logLength = Math.log(length) + models.lengths.mean;
      const variance = models.lengths.base + models.lengths.each / length;
      const prior =
        (models.beads.beads[bead] ?? 0) +
        (sourceCrossing[row] ?? 0) -
        (sourceCrossing[first + 1] ?? 0) -
        0.5 * Math.log(variance);
      const logs = columns.logs[b] ?? columns.chance;
      const rest = columns.rest[b] ?? columns.chance;
      for (let column = low; column <= high; column += 1) {
        const from = column - b;
        if (first < 0 || from < 0) {
          scores[offset + column - low] = -Infinity;
          continue;
        }
        const fit = linkedLog((logs[column] ?? 0) - logLength, variance);
        if (a + b > NEAR && fit < LEAST_FIT) {
          scores[offset + column - low] = -Infinity;
          continue;
        }
        let score = prior + fit + (rest[column] ?? 0) + starts(first, from) + ends(row - 1, column - 1);
        score += (targetCrossing[column] ?? 0) - (targetCrossing[from + 1] ?? 0);
        if (bead === 0) score += ones(first, from);
        for (let r = 0; r < a; r += 1) {
          const values = evidenceRows[r];
          if (values === null || values === undefined) continue;
          for (let c = from; c < column; c += 1) score += values[c] ?? 0;
        }
        if (words !== null) score += words.score(a, from, column);
        scores[offset + column - low] = score;
      }
    }
    return scores;
  };
}

function lengthFit({ mean, base, each }: LengthModel, length: number, log: number): number {
  return linkedLog(log - Math.log(length) - mean, base + each / length);
}

function sums(values: readonly number[]): Float64Array {
  const result = new Float64Array(values.length + 1);
  values.forEach((value, index) => {
    result[index + 1] = (result[index] ?? 0) + value;
  });
  return result;
}

type TraitTable = (row: number, column: number) => number;

/** The score of some traits for any two segments, by a table of the classes that occur. */
function traitTable(
  model: TraitModel,
  traits: readonly (keyof Traits)[],
  source: readonly Traits[],
  target: readonly Traits[],
): TraitTable {
  const classes = (
    side: readonly Traits[],
  ): { readonly of: Uint16Array; readonly kinds: readonly Traits[] } => {
    const known = new Map<string, number>();
    const kinds: Traits[] = [];
    const of = Uint16Array.from(side, (each) => {
      const key = traits.map((trait) => each[trait]).join(' ');
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, kinds.length);
      return kinds.push(each) - 1;
    });
    return { of, kinds };
  };
  const [left, right] = [classes(source), classes(target)];
  const wide = right.kinds.length;
  const table = Float64Array.from(
    left.kinds.flatMap((a) => right.kinds.map((b) => traitScore(model, traits, a, b))),
  );
  return (row, column) => table[(left.of[row] ?? 0) * wide + (right.of[column] ?? 0)] ?? 0;
}

/** Anchors of the last rows, spread over the columns: that of `row - 1` first; null where there are none. */
function anchorRows(
  { columns, scores }: Evidence,
  width: number,
): (row: number) => readonly (Float64Array | null)[] {
  const kept = Array.from({ length: WIDEST }, () => ({ of: -1, values: new Float64Array(width) }));
  const valuesOf = (segment: number): Float64Array | null => {
    const found = columns[segment];
    if (found === undefined || found.length === 0) return null;
    const slot = kept[segment % WIDEST];
    if (slot === undefined) return null;
    if (slot.of !== segment) {
      for (const column of columns[slot.of] ?? []) slot.values[column] = 0;
      found.forEach((column, index) => {
        slot.values[column] = scores[segment]?.[index] ?? 0;
      });
      slot.of = segment;
    }
    return slot.values;
  };
  return (row) => Array.from({ length: WIDEST }, (_, back) => valuesOf(row - 1 - back));
}
