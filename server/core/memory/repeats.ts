/**
 * Which TUs of a memory say the same, and which differ where they should not, for a pair of languages. Texts are
 * compared by hashes, three numbers a TU, so that a million of them fit; who acts on a group compares the texts.
 */
import { hashOf } from '../text/hash.ts';
import type { Content } from '../text/content.ts';
import type { Tu, Tuv } from './tu.ts';

/** The same text on both sides; one source with several targets; one target with several sources. */
export const REPEAT_TOPICS = ['duplicates', 'targets', 'sources'] as const;
export type RepeatTopic = (typeof REPEAT_TOPICS)[number];

export interface RepeatKey {
  /** What TUs of a group have in common. */
  readonly key: number;
  /** What makes a group of interest where it differs; of duplicates: whether it may be taken away. */
  readonly variant: number;
}

/** `byContext`: TUs whose context differs are no duplicates. */
export function repeatKeysOf(
  tu: Pick<Tu, 'context'> & { readonly segment: number | null },
  pair: { readonly source: Tuv; readonly target: Tuv },
  byContext: boolean,
): Readonly<Record<RepeatTopic, RepeatKey>> {
  const source = hashOf(readText(pair.source.content));
  const target = hashOf(readText(pair.target.content));
  const { previous, next, id } = tu.context;
  const same = [pair.source, pair.target].flatMap(({ language, content }) => [language, wholeText(content)]);
  return {
    duplicates: {
      key: hashOf(JSON.stringify(byContext ? [...same, previous, next, id] : same)),
      variant: tu.segment === null ? 1 : 0,
    },
    targets: { key: source, variant: target },
    sources: { key: target, variant: source },
  };
}

/** As it is read: in NFC, each code a place, without white space around it. */
export function readText(content: Content): string {
  return content
    .map((part) => (typeof part === 'string' ? part : '\uFFFC'))
    .join('')
    .normalize('NFC')
    .trim();
}

/** With what the codes are, but for their ids, which each tool gives its own. */
export function wholeText(content: Content): string {
  return JSON.stringify(
    content.map((part) =>
      typeof part === 'string' ? part.normalize('NFC') : [part.code, part.edge ?? '', part.text],
    ),
  );
}

const BUCKETS = 256;

/** TUs of one topic. */
export class RepeatTable {
  readonly #keys: number[] = [];
  readonly #variants: number[] = [];
  readonly #tus: number[] = [];

  add(tu: number, { key, variant }: RepeatKey): void {
    this.#keys.push(key);
    this.#variants.push(variant);
    this.#tus.push(tu);
  }

  /** Groups of TUs in the order in which they were added, by their first; yields now and then. */
  *groups(topic: RepeatTopic): Generator<undefined, readonly (readonly number[])[]> {
    const groups: (readonly number[])[] = [];
    for (const bucket of this.#buckets()) {
      bucket.sort((a, b) => (this.#keys[a] ?? 0) - (this.#keys[b] ?? 0) || a - b);
      for (let from = 0, to = 0; from < bucket.length; from = to) {
        const key = this.#keys[bucket[from] ?? 0];
        while (to < bucket.length && this.#keys[bucket[to] ?? 0] === key) to += 1;
        const members = bucket.subarray(from, to);
        if (members.length > 1 && this.#isWanted(topic, members)) groups.push([...members]);
      }
      yield;
    }
    groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
    return groups.map((members) => members.map((index) => this.#tus[index] ?? 0));
  }

  #isWanted(topic: RepeatTopic, members: Uint32Array): boolean {
    if (topic === 'duplicates') return members.some((index) => this.#variants[index] === 1);
    const [first = 0] = members;
    return members.some((index) => this.#variants[index] !== this.#variants[first]);
  }

  /** Small enough that sorting one keeps nobody waiting. */
  *#buckets(): Generator<Uint32Array> {
    const bucketOf = (key: number): number => (key % 65_521) % BUCKETS;
    const ends = new Uint32Array(BUCKETS + 1);
    for (const key of this.#keys) ends[bucketOf(key) + 1] = (ends[bucketOf(key) + 1] ?? 0) + 1;
    for (let at = 1; at <= BUCKETS; at += 1) ends[at] = (ends[at] ?? 0) + (ends[at - 1] ?? 0);
    const starts = ends.slice();
    const order = new Uint32Array(this.#keys.length);
    for (const [index, key] of this.#keys.entries()) {
      const bucket = bucketOf(key);
      const place = starts[bucket] ?? 0;
      order[place] = index;
      starts[bucket] = place + 1;
    }
    for (let at = 0; at < BUCKETS; at += 1) yield order.subarray(ends[at], ends[at + 1]);
  }
}
