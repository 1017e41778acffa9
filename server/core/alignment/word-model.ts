/**
 * Which word stands for which, learnt from a first alignment of the very texts (IBM model 1; P. Brown and others
 * 1993): no dictionary is needed, for any pair of languages. Words that stand once teach nothing and are left out.
 */

/** Words as small numbers; those that are left out have none. */
export interface WordIds {
  readonly ids: readonly Int32Array[];
  readonly size: number;
}

export interface WordModel {
  readonly source: WordIds;
  readonly target: WordIds;
  /** By source word: the target words it may stand for, and how much likelier than by chance each is with it. */
  readonly targets: readonly Int32Array[];
  readonly lifts: readonly Float64Array[];
  /** By source word: the share of its translations of which nothing was learnt; they are as likely as by chance. */
  readonly unknown: Float64Array;
  /** By target word: how often one of the words beside it says that it may stand there. */
  readonly literal: Float64Array;
}

/** Segments beside each other, by their words. */
export interface WordPair {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly weight: number;
}

const ROUNDS = 4;
/** Links that are learnt from, at most; time and memory grow with the product of their lengths. */
const LESSONS = 4_000;
/** Taken from each count, so that what was met once or twice is believed less. */
const DISCOUNT = 0.4;

/** Numbers for the words that stand in at least two segments. */
export function wordIds(words: readonly (readonly string[])[]): WordIds {
  const counts = new Map<string, number>();
  for (const each of words) for (const word of each) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = new Map<string, number>();
  for (const [word, count] of counts) if (count >= 2) known.set(word, known.size);
  const ids = words.map((each) => Int32Array.from(each.flatMap((word) => known.get(word) ?? [])));
  return { ids, size: known.size };
}

/** A lesson's words are numbers of segments, by the two lists. */
export function learnWords(source: WordIds, target: WordIds, pairs: readonly WordPair[]): WordModel {
  const step = Math.max(1, pairs.length / LESSONS);
  const lessons: Lesson[] = [];
  for (let at = 0; at < pairs.length; at += step) {
    const pair = pairs[Math.floor(at)];
    if (pair === undefined) continue;
    const words = (side: WordIds, places: readonly number[]): readonly number[] => [
      ...new Set(places.flatMap((place) => [...(side.ids[place] ?? [])])),
    ];
    lessons.push({
      source: words(source, pair.source).slice(0, MOST_WORDS),
      target: words(target, pair.target).slice(0, MOST_WORDS),
      weight: pair.weight,
    });
  }
  let model: readonly Map<number, number>[] | null = null;
  let counts: readonly Map<number, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    counts = countOnce(lessons, source.size, model);
    model = counts.map((row) => scaled(row, 0));
  }
  const chances = chancesOf(lessons, target.size);
  const lifts = liftsOf(counts, chances);
  return { source, target, ...lifts, literal: literalOf(lessons, target.size, lifts) };
}

const MOST_WORDS = 80;

interface Lesson {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly weight: number;
}

/** One round of expectation: by source word (the last row is that of no word), counts of its target words. */
function countOnce(
  lessons: readonly Lesson[],
  size: number,
  model: readonly Map<number, number>[] | null,
): readonly Map<number, number>[] {
  const counts = Array.from({ length: size + 1 }, () => new Map<number, number>());
  for (const { source, target, weight } of lessons) {
    const rows = [...source, size];
    for (const word of target) {
      let total = 0;
      for (const row of rows) total += model === null ? 1 : (model[row]?.get(word) ?? 0);
      if (total === 0) continue;
      for (const row of rows) {
        const share = (model === null ? 1 : (model[row]?.get(word) ?? 0)) / total;
        if (share < 0.001) continue;
        const count = counts[row];
        count?.set(word, (count.get(word) ?? 0) + share * weight);
      }
    }
  }
  return counts;
}

function scaled(row: ReadonlyMap<number, number>, discount: number): Map<number, number> {
  let total = 0;
  for (const count of row.values()) total += count;
  const result = new Map<number, number>();
  for (const [word, count] of row) if (count > discount) result.set(word, (count - discount) / total);
  return result;
}

/** How likely each target word is, whatever stands beside it. */
function chancesOf(lessons: readonly Lesson[], size: number): Float64Array {
  const chances = new Float64Array(size);
  let total = 0;
  for (const { target, weight } of lessons)
    for (const word of target) {
      chances[word] = (chances[word] ?? 0) + weight;
      total += weight;
    }
  return chances.map((count) => (count + 0.1) / (total + 1));
}

type Lifts = Pick<WordModel, 'targets' | 'lifts' | 'unknown'>;

/** Share of words that are translated word for word, and how many times it counts as seen of each. */
const LITERAL = 0.6;
const SEEN = 4;

function literalOf(lessons: readonly Lesson[], size: number, { targets, lifts }: Lifts): Float64Array {
  const met = new Float64Array(size).fill(SEEN);
  const explained = new Float64Array(size).fill(SEEN * LITERAL);
  const lift = new Float64Array(size);
  for (const { source, target, weight } of lessons) {
    const each = (add: (word: number, value: number) => void): void => {
      for (const id of source)
        targets[id]?.forEach((word, index) => {
          add(word, lifts[id]?.[index] ?? 0);
        });
    };
    each((word, value) => {
      lift[word] = (lift[word] ?? 0) + value;
    });
    for (const word of target) {
      met[word] = (met[word] ?? 0) + weight;
      if ((lift[word] ?? 0) > source.length) explained[word] = (explained[word] ?? 0) + weight;
    }
    each((word) => {
      lift[word] = 0;
    });
  }
  return explained.map((count, word) => count / (met[word] ?? 1));
}

function liftsOf(counts: readonly ReadonlyMap<number, number>[], chances: Float64Array): Lifts {
  const rows = counts
    .slice(0, -1)
    .map((row) => [...scaled(row, DISCOUNT)].filter(([, share]) => share > 0.005));
  return {
    targets: rows.map((row) => Int32Array.from(row, ([word]) => word)),
    lifts: rows.map((row) => Float64Array.from(row, ([word, share]) => share / (chances[word] ?? 1))),
    unknown: Float64Array.from(rows, (row) => row.reduce((rest, [, share]) => rest - share, 1)),
  };
}
