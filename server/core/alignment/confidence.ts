/**
 * How sure each link of an alignment is: the share that it has of all alignments in the band, each weighed by how
 * likely it is (the forward-backward algorithm). Scores are cooled first, since what speaks for a link is not
 * independent, and a program that is always sure is of no use.
 */
import { BEADS, type BeadModel } from './beads.ts';
import type { Band } from './band.ts';
import { placeLinks, type Link } from './link.ts';

/** By row: scores as a ScoreRow gives them, kept. */
export type KeptScores = readonly Float32Array[];

const COOLING = 0.6;

/** Logarithms of the weight of all that leads to a place: by a link, by a source gap, by a target gap. */
interface Sums {
  readonly linked: Float64Array;
  readonly sourceGap: Float64Array;
  readonly targetGap: Float64Array;
}

export function withConfidence(
  links: readonly Link[],
  band: Band,
  beads: BeadModel,
  scores: KeptScores,
): readonly Link[] {
  const cooled = { ...beads, gapOpens: beads.gapOpens * COOLING, gapGoesOn: beads.gapGoesOn * COOLING };
  const before = forward(band, cooled, scores);
  const { after, sourceGaps, targetGaps, all } = backward(band, cooled, scores, before);
  return placeLinks(links).map(({ sourceStart, targetStart, ...link }) => {
    const { source, target } = link;
    if (source === 0) return { ...link, confidence: clamp(targetGaps[targetStart] ?? 0) };
    if (target === 0) return { ...link, confidence: clamp(sourceGaps[sourceStart] ?? 0) };
    const bead = BEADS.findIndex(([s, t]) => s === source && t === target);
    const [row, column] = [sourceStart + source, targetStart + target];
    const log =
      anyAt(before, band, sourceStart, targetStart) +
      scoreAt(band, scores, bead, row, column) +
      (after[row]?.[column - (band.low[row] ?? 0)] ?? -Infinity);
    return { ...link, confidence: clamp(Math.exp(log - all)) };
  });
}

function clamp(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;
}

function scoreAt(band: Band, scores: KeptScores, bead: number, row: number, column: number): number {
  const [low, high] = [band.low[row] ?? 0, band.high[row] ?? 0];
  return COOLING * (scores[row]?.[bead * (high - low + 1) + column - low] ?? -Infinity);
}

function anyAt(sums: readonly Sums[], band: Band, row: number, column: number): number {
  const place = column - (band.low[row] ?? 0);
  const at = sums[row];
  return add(
    add(at?.linked[place] ?? -Infinity, at?.sourceGap[place] ?? -Infinity),
    at?.targetGap[place] ?? -Infinity,
  );
}

function forward(band: Band, beads: BeadModel, scores: KeptScores): readonly Sums[] {
  const sums: Sums[] = [];
  for (let row = 0; row < band.low.length; row += 1) {
    const [low, high] = [band.low[row] ?? 0, band.high[row] ?? 0];
    const of = (): Float64Array => new Float64Array(high - low + 1).fill(-Infinity);
    const here = { linked: of(), sourceGap: of(), targetGap: of() };
    sums.push(here);
    for (let column = low; column <= high; column += 1) {
      const at = column - low;
      let linked = row === 0 && column === 0 ? 0 : -Infinity;
      for (let bead = 0; row > 0 && bead < BEADS.length; bead += 1) {
        const [source, target] = BEADS[bead] ?? [1, 1];
        if (row < source || column < target) continue;
        const from = anyAt(sums, band, row - source, column - target);
        if (from > -Infinity) linked = add(linked, from + scoreAt(band, scores, bead, row, column));
      }
      here.linked[at] = linked;
      const above = sums[row - 1];
      const place = column - (band.low[row - 1] ?? 0);
      if (above !== undefined) {
        const opens = add(above.linked[place] ?? -Infinity, above.targetGap[place] ?? -Infinity);
        here.sourceGap[at] = add(
          opens + beads.gapOpens,
          (above.sourceGap[place] ?? -Infinity) + beads.gapGoesOn,
        );
      }
      // A gap on both sides is counted once: that of the source first or last, never in between.
      here.targetGap[at] = add(
        (here.linked[at - 1] ?? -Infinity) + beads.gapOpens,
        (here.targetGap[at - 1] ?? -Infinity) + beads.gapGoesOn,
      );
    }
  }
  return sums;
}

interface Backward {
  /** What follows a place that a link leads to. */
  readonly after: readonly Float64Array[];
  readonly sourceGaps: Float64Array;
  readonly targetGaps: Float64Array;
  /** Of all alignments together. */
  readonly all: number;
}

function backward(band: Band, beads: BeadModel, scores: KeptScores, before: readonly Sums[]): Backward {
  const last = band.low.length - 1;
  const columns = band.high[last] ?? 0;
  const all = anyAt(before, band, last, columns);
  const after: Float64Array[] = [];
  const sourceGaps = new Float64Array(last);
  const targetGaps = new Float64Array(columns);
  let below: Float64Array | null = null;
  for (let row = last; row >= 0; row -= 1) {
    const [low, high] = [band.low[row] ?? 0, band.high[row] ?? 0];
    const of = (): Float64Array => new Float64Array(high - low + 1).fill(-Infinity);
    const [linked, sourceGap, targetGap] = [of(), of(), of()];
    after[row] = linked;
    for (let column = high; column >= low; column -= 1) {
      const at = column - low;
      let next = row === last && column === columns ? 0 : -Infinity;
      for (let bead = 0; bead < BEADS.length; bead += 1) {
        const [source, target] = BEADS[bead] ?? [1, 1];
        const end = column + target;
        if (row + source > last || end > (band.high[row + source] ?? 0)) continue;
        const rest = after[row + source]?.[end - (band.low[row + source] ?? 0)] ?? -Infinity;
        if (rest > -Infinity) next = add(next, rest + scoreAt(band, scores, bead, row + source, end));
      }
      const belowGap = below?.[column - (band.low[row + 1] ?? 0)] ?? -Infinity;
      const rightGap = targetGap[at + 1] ?? -Infinity;
      const opens = add(next, belowGap + beads.gapOpens);
      linked[at] = add(opens, rightGap + beads.gapOpens);
      sourceGap[at] = add(next, belowGap + beads.gapGoesOn);
      targetGap[at] = add(opens, rightGap + beads.gapGoesOn);
      const here = before[row];
      if (row > 0)
        sourceGaps[row - 1] =
          (sourceGaps[row - 1] ?? 0) +
          Math.exp((here?.sourceGap[at] ?? -Infinity) + (sourceGap[at] ?? -Infinity) - all);
      if (column > 0)
        targetGaps[column - 1] =
          (targetGaps[column - 1] ?? 0) +
          Math.exp((here?.targetGap[at] ?? -Infinity) + (targetGap[at] ?? -Infinity) - all);
    }
    below = sourceGap;
  }
  return { after, sourceGaps, targetGaps, all };
}

/** ln(eᵃ + eᵇ). */
function add(a: number, b: number): number {
  if (a < b) return add(b, a);
  if (b === -Infinity || a - b > 30) return a;
  return a + Math.log1p(Math.exp(b - a));
}
