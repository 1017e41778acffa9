/** Which of some places still follow one another: the fewest that must have moved are those left out. */

/** Indexes of a longest strictly rising subsequence. */
export function risingSubsequence(values: readonly number[]): ReadonlySet<number> {
  /** Index of the smallest last value of a rising subsequence of each length. */
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  });
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}
