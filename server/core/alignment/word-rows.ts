/**
 * What the words say of every link, a row at a time: for each column the words of one target segment beside those of
 * the last one, two, three, four source segments. The work is the number of words, not its square.
 */
import { WIDEST } from './beads.ts';
import type { WordModel } from './word-model.ts';

export interface WordRows {
  /** For links that end in the row, in these columns; of more than NEAR source segments where `fits` says so. */
  prepare(row: number, low: number, high: number, fits: (count: number, column: number) => boolean): void;
  /** Of the last `count` source segments beside the target segments of these columns. */
  score(count: number, from: number, column: number): number;
}

/** With so many source segments words are always looked at. */
const NEAR = 3;
/** No word is translated word for word always. */
const MOST_LITERAL = 0.92;
/** What words say is weighed by it: they do not stand independently of each other. */
const WEIGHT = 0.7;

export function wordRows({ source, target, targets, lifts, unknown, literal }: WordModel): WordRows {
  const width = target.ids.length;
  /** Sums over the columns, by how many source segments. */
  const totals = Array.from({ length: WIDEST + 1 }, () => new Float64Array(width + 1));
  const lift = new Float64Array(target.size);
  const touched = new Set<number>();

  let chance = 0;
  const add = (segment: number): number => {
    const ids = source.ids[segment];
    if (ids === undefined) return 0;
    for (const id of ids) {
      chance += unknown[id] ?? 0;
      const words = targets[id];
      const values = lifts[id];
      words?.forEach((word, index) => {
        lift[word] = (lift[word] ?? 0) + (values?.[index] ?? 0);
        touched.add(word);
      });
    }
    return ids.length;
  };
  const scoreOf = (segment: number, words: number): number => {
    const ids = target.ids[segment];
    if (ids === undefined || words === 0) return 0;
    let score = 0;
    for (const id of ids) {
      const share = Math.min(MOST_LITERAL, literal[id] ?? 0);
      score += Math.log(1 - share + (share * (chance + (lift[id] ?? 0))) / words);
    }
    return WEIGHT * score;
  };

  return {
    prepare: (row, low, high, fits) => {
      let words = 0;
      chance = 0;
      for (let count = 1; count <= WIDEST; count += 1) {
        words += add(row - count);
        const sums = totals[count];
        if (sums === undefined) continue;
        const first = Math.max(0, low - WIDEST);
        for (let column = first; column < high; column += 1) {
          const isNeeded = count <= NEAR || fits(count, column + 1);
          sums[column + 1] =
            (column === first ? 0 : (sums[column] ?? 0)) + (isNeeded ? scoreOf(column, words) : 0);
        }
        sums[first] = 0;
      }
      for (const word of touched) lift[word] = 0;
      touched.clear();
    },
    score: (count, from, column) => (totals[count]?.[column] ?? 0) - (totals[count]?.[from] ?? 0),
  };
}
