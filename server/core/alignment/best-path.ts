/**
 * The best alignment in a band of the table, by dynamic programming. Scores of a few rows are kept, and of every place
 * one byte: by which link its best alignment gets there, or by which gap.
 */
import { BEADS, WIDEST, type BeadModel } from './beads.ts';
import type { Band } from './band.ts';
import type { Link } from './link.ts';
import type { ScoreRow } from './score-rows.ts';

/** What a place's byte says beside the number of a link in BEADS. */
const SOURCE_GAP = 62;
const TARGET_GAP = 63;
const BY = 0x3f;
/** The gap went on, and did not begin here. */
const SOURCE_WENT_ON = 0x40;
const TARGET_WENT_ON = 0x80;

interface Row {
  low: number;
  high: number;
  /** Of the best alignment that ends here, and of the best that ends in a gap. */
  best: Float64Array;
  sourceGap: Float64Array;
}

/** `used`: how many of BEADS `scores` gives. Links have confidence 0. */
export function bestPath(band: Band, beads: BeadModel, scores: ScoreRow, used: number): readonly Link[] {
  const rows = band.low.length;
  const steps: Uint8Array[] = [];
  const kept: Row[] = [];
  for (let row = 0; row < rows; row += 1) {
    const [low, high] = [band.low[row] ?? 0, band.high[row] ?? 0];
    const width = high - low + 1;
    const current = {
      low,
      high,
      best: new Float64Array(width).fill(-Infinity),
      sourceGap: new Float64Array(width).fill(-Infinity),
    };
    const step = new Uint8Array(width);
    fillRow(current, kept, step, row === 0 ? null : scores(row, low, high), used, beads);
    steps.push(step);
    kept.unshift(current);
    if (kept.length > WIDEST) kept.pop();
  }
  return follow(band, steps);
}

/** `before`: the rows before it, the last one first. */
function fillRow(
  row: Row,
  before: readonly Row[],
  step: Uint8Array,
  scores: Float32Array | null,
  used: number,
  { gapOpens, gapGoesOn }: BeadModel,
): void {
  const width = row.high - row.low + 1;
  let targetGap = -Infinity;
  for (let at = 0; at < width; at += 1) {
    let best = scores === null && row.low + at === 0 ? 0 : -Infinity;
    let by = 0;
    for (let bead = 0; scores !== null && bead < used; bead += 1) {
      const [source, target] = BEADS[bead] ?? [1, 1];
      const from = before[source - 1];
      if (from === undefined) continue;
      const place = row.low + at - target - from.low;
      const score = (from.best[place] ?? -Infinity) + (scores[bead * width + at] ?? -Infinity);
      if (score > best) [best, by] = [score, bead];
    }
    let code = by;
    const above = before[0];
    if (above !== undefined) {
      const place = row.low + at - above.low;
      const opens = (above.best[place] ?? -Infinity) + gapOpens;
      const goesOn = (above.sourceGap[place] ?? -Infinity) + gapGoesOn;
      const gap = Math.max(opens, goesOn);
      row.sourceGap[at] = gap;
      if (goesOn > opens) code |= SOURCE_WENT_ON;
      if (gap > best) {
        best = gap;
        code = (code & ~BY) | SOURCE_GAP;
      }
    }
    const opens = (row.best[at - 1] ?? -Infinity) + gapOpens;
    const goesOn = targetGap + gapGoesOn;
    targetGap = Math.max(opens, goesOn);
    if (goesOn > opens) code |= TARGET_WENT_ON;
    if (targetGap > best) {
      best = targetGap;
      code = (code & ~BY) | TARGET_GAP;
    }
    row.best[at] = best;
    step[at] = code;
  }
}

/** From the end to the beginning. */
function follow(band: Band, steps: readonly Uint8Array[]): readonly Link[] {
  const links: Link[] = [];
  let row = steps.length - 1;
  let column = band.high[row] ?? 0;
  let inGap = 0;
  while (row > 0 || column > 0) {
    const code = steps[row]?.[column - (band.low[row] ?? 0)] ?? 0;
    const by = inGap || code & BY;
    const isGap = by === SOURCE_GAP || by === TARGET_GAP;
    const [source, target] = isGap
      ? ([by === SOURCE_GAP ? 1 : 0, by === TARGET_GAP ? 1 : 0] as const)
      : (BEADS[by] ?? [1, 1]);
    const wentOn = by === SOURCE_GAP ? SOURCE_WENT_ON : TARGET_WENT_ON;
    inGap = isGap && (code & wentOn) !== 0 ? by : 0;
    links.push({ source, target, confidence: 0, confirmed: false });
    row -= source;
    column -= target;
  }
  return links.reverse();
}
