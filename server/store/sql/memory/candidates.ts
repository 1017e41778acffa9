/**
 * TUs that may be similar enough, by the prefix index: each shares one of the question's rarest tokens, and neither
 * lengths, nor where that token stands, nor the signatures rule it out. None that is similar enough is missing.
 */
import type { Kysely } from 'kysely';
import { lengthBounds, mostEdits, prefixLength, similarityOf } from '../../../core/memory/prefix-filter.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { eachPlace } from './packed-places.ts';
import { bitsIn, rarestFirst, signatureOf, TIERS } from './prefix.ts';
import { statement } from '../statement.ts';

/** Rows that are read at once; where there are more, those of one word at once. */
const ROWS_A_READ = 4_000;
const RANGE = 2 ** 32;

/** TUs that are no more similar than `atMost`. */
export interface Candidates {
  readonly atMost: number;
  /** nameOf each. */
  readonly names: readonly number[];
}

/** Either many places of an index, packed, or one. Few columns, since each of them costs as much as finding the row. */
interface PlaceRow {
  readonly places: string | null;
  /** The index; of one place nameOf the TU. */
  readonly name: number;
  /** Its length times 2^32, and signature_a without its sign. */
  readonly shape: number;
  readonly signature_b: number;
}

/** Of lists of the index, token, tier, least length, most length; all from one moment. */
const readPlaces = statement<PlaceRow>(({ forEach, greatest }) => {
  const list = `t.index_id = cast(q.value ->> 0 as integer) and t.token = cast(q.value ->> 1 as integer)
      and t.tier = cast(q.value ->> 2 as integer)`;
  const [least, most] = ['cast(q.value ->> 3 as integer)', 'cast(q.value ->> 4 as integer)'];
  return `select null as places, cast(t.index_id as bigint) * 4294967296 + t.tu_id as name,
      cast(t.length as bigint) * 4294967296 + (cast(t.signature_a as bigint) & 4294967295) as shape, t.signature_b
    ${forEach(
      'tm_prefix',
      `${list} and t.length between ${least} and ${most}
      and (t.length - t.position) * 100 >= ${greatest}(t.length, cast(? as integer)) * cast(? as integer)`,
    )}
    union all select t.places, t.index_id, 0, 0
    ${forEach('tm_packed', `${list} and t.longest >= ${least} and t.shortest <= ${most}`)}
    limit cast(? as bigint)`;
});

/** `known`: whether the token is in the vocabulary. In no order; each TU once. */
export async function findCandidates(
  engine: Engine,
  db: Kysely<Tables>,
  indexes: readonly number[],
  tokens: readonly number[],
  known: (token: number) => boolean,
  minimum: number,
): Promise<readonly Candidates[]> {
  const lists = listsOf(indexes, tokens, known, minimum);
  if (lists.length === 0) return [];
  const sieve = new Sieve(tokens, minimum);
  const read = async (some: typeof lists, limit: number): Promise<readonly PlaceRow[]> => {
    const json = JSON.stringify(some);
    return readPlaces(engine, db, json, tokens.length, Math.floor(minimum), json, limit);
  };
  const rows = await read(lists, ROWS_A_READ);
  if (rows.length < ROWS_A_READ) sieve.add(rows);
  else for (const list of lists) sieve.add(await read([list], Number.MAX_SAFE_INTEGER));
  return sieve.candidates();
}

/** Lets through what nothing rules out. */
class Sieve {
  readonly #tokens: readonly number[];
  readonly #signature: readonly [number, number];
  readonly #least: number;
  readonly #most: number;
  /** By the length of the longer one. */
  readonly #mostEdits: readonly number[];
  /** By index and TU: how many edits at least, and the longer length. Small whole numbers, for there may be a million. */
  readonly #shapes = new Map<number, Map<number, number>>();

  constructor(tokens: readonly number[], minimum: number) {
    const { least, most } = lengthBounds(tokens.length, minimum);
    this.#tokens = tokens;
    this.#signature = signatureOf(tokens);
    [this.#least, this.#most] = [least, most];
    this.#mostEdits = Array.from({ length: most + 1 }, (_, longer) => mostEdits(longer, minimum));
  }

  add(rows: readonly PlaceRow[]): void {
    for (const { places, name, shape, signature_b } of rows) {
      if (places === null) {
        const [index, tu] = named(name);
        this.#look(this.#shapesOf(index), tu, Math.floor(shape / RANGE), 0, shape | 0, signature_b);
      } else {
        const shapes = this.#shapesOf(name);
        eachPlace(places, (tu, length, position, a, b) => {
          this.#look(shapes, tu, length, position, a, b);
        });
      }
    }
  }

  #shapesOf(index: number): Map<number, number> {
    const known = this.#shapes.get(index) ?? new Map<number, number>();
    this.#shapes.set(index, known);
    return known;
  }

  candidates(): readonly Candidates[] {
    const groups = new Map<number, number[]>();
    for (const [index, shapes] of this.#shapes) {
      for (const [tu, shape] of shapes) {
        const group = groups.get(shape);
        if (group === undefined) groups.set(shape, [nameOf(index, tu)]);
        else group.push(nameOf(index, tu));
      }
    }
    return Array.from(groups, ([shape, names]) => ({ atMost: atMostOf(shape), names }));
  }

  /** A TU that has changed may stand there with an old text too: the better one counts. */
  #look(
    shapes: Map<number, number>,
    tu: number,
    length: number,
    position: number,
    a: number,
    b: number,
  ): void {
    if (length < this.#least || length > this.#most) return;
    const own = this.#tokens.length;
    const longer = Math.max(length, own);
    const most = this.#mostEdits[longer] ?? 0;
    // What comes before the word in one of the two is not shared, or its own list finds it.
    if (longer - (length - position) > most) return;
    const [ownA, ownB] = this.#signature;
    const edits = Math.max(
      bitsIn(ownA & ~a) + bitsIn(ownB & ~b),
      bitsIn(a & ~ownA) + bitsIn(b & ~ownB),
      Math.abs(own - length),
    );
    if (edits > most) return;
    const shape = edits * LENGTHS + longer;
    const known = shapes.get(tu);
    if (known === shape) return;
    if (known === undefined || atMostOf(shape) > atMostOf(known)) shapes.set(tu, shape);
  }
}

/** Above all lengths. */
const LENGTHS = 2 ** 12;

function atMostOf(shape: number): number {
  return similarityOf(Math.floor(shape / LENGTHS), shape % LENGTHS);
}

/** One number for a TU in an index. */
export function nameOf(index: number, tu: number): number {
  return index * RANGE + tu;
}

/** Its index and TU. */
export function named(name: number): readonly [number, number] {
  return [Math.floor(name / RANGE), name % RANGE];
}

/** Rarest words first. */
function listsOf(
  indexes: readonly number[],
  tokens: readonly number[],
  known: (token: number) => boolean,
  minimum: number,
): readonly (readonly number[])[] {
  const length = tokens.length;
  const { least, most } = lengthBounds(length, minimum);
  const tiers = minimum >= TIERS[0] ? [0] : [0, 1];
  const percent = Math.floor(minimum);
  return rarestFirst(tokens)
    .slice(0, prefixLength(length, minimum))
    .flatMap((token, position, prefix) => {
      if (!known(token) || prefix[position - 1] === token) return [];
      // What comes before its word in the question is not shared.
      const longest = Math.min(most, Math.floor(((length - position) * 100) / percent));
      return indexes.flatMap((index) => tiers.map((tier) => [index, token, tier, least, longest]));
    });
}
