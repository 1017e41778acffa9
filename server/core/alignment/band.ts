/**
 * Which part of the table of all pairs of segments is looked at: for each row (so many source segments taken) the
 * columns (so many target segments taken) from `low` to `high`. Neither ever falls, and the corners are inside.
 */
import { placeLinks, type Link } from './link.ts';

export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Along the line on which equal shares of both texts have been read. `lengths` are those of the segments. */
export function diagonalBand(source: readonly number[], target: readonly number[], reach: number): Band {
  const [sourceShares, targetShares] = [sharesOf(source), sharesOf(target)];
  let column = 0;
  const centres = sourceShares.map((share) => {
    while (column < target.length && (targetShares[column] ?? 1) < share) column += 1;
    return column;
  });
  return bandAround(centres, target.length, reach);
}

/** Along an alignment that is there. */
export function bandAlong(links: readonly Link[], source: number, target: number, reach: number): Band {
  const first = new Int32Array(source + 1).fill(target);
  const last = new Int32Array(source + 1);
  for (const link of placeLinks(links)) {
    for (let row = link.sourceStart; row <= link.sourceStart + link.source; row += 1) {
      first[row] = Math.min(first[row] ?? 0, link.targetStart);
      last[row] = Math.max(last[row] ?? 0, link.targetStart + link.target);
    }
  }
  const low = first.map((column) => Math.max(0, column - reach));
  const high = last.map((column) => Math.min(target, column + reach));
  return rising(low, high, target);
}

/** How many places the table has. */
export function bandSize({ low, high }: Band): number {
  return low.reduce((total, from, row) => total + (high[row] ?? from) - from + 1, 0);
}

/** Whether an alignment runs so near the edge that a better one may lie outside. */
export function touchesEdge(links: readonly Link[], band: Band, target: number): boolean {
  return placeLinks(links).some(({ sourceStart, targetStart }) => {
    const [low, high] = [band.low[sourceStart] ?? 0, band.high[sourceStart] ?? target];
    return (low > 0 && targetStart - low < NEAR) || (high < target && high - targetStart < NEAR);
  });
}

const NEAR = 8;

function bandAround(centres: readonly number[], target: number, reach: number): Band {
  const low = Int32Array.from(centres, (centre) => Math.max(0, centre - reach));
  const high = Int32Array.from(centres, (centre) => Math.min(target, centre + reach));
  return rising(low, high, target);
}

function rising(low: Int32Array, high: Int32Array, target: number): Band {
  low[0] = 0;
  high[high.length - 1] = target;
  for (let row = 1; row < high.length; row += 1) high[row] = Math.max(high[row] ?? 0, high[row - 1] ?? 0);
  for (let row = low.length - 2; row >= 0; row -= 1) low[row] = Math.min(low[row] ?? 0, low[row + 1] ?? 0);
  return { low, high };
}

/** Share of the text before each segment, and 1 at the end. */
function sharesOf(lengths: readonly number[]): readonly number[] {
  const total = Math.max(
    1,
    lengths.reduce((sum, length) => sum + length, 0),
  );
  let read = 0;
  return [0, ...lengths.map((length) => (read += length) / total)];
}
