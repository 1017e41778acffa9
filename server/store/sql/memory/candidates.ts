/**
 * TUs that may be similar enough, by the prefix index: each shares one of the question's rarest tokens, and neither
 * lengths, nor where that token stands, nor the signatures rule it out. None that is similar enough is missing, but
 * where there are more than MOST_ROWS; then the rows of the rarest words are those that count.
 */
import type { Kysely } from 'kysely';
import { lengthBounds, mostEdits, prefixLength } from '../../../core/memory/prefix-filter.ts';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { bitsIn, rarestFirst, signatureOf, TIERS } from './prefix.ts';
import { statement } from './statement.ts';

/** Rows that are looked at, those of the rarest words first. */
const MOST_ROWS = 20_000;
const RANGE = 2 ** 32;

export interface Candidate {
  readonly index: number;
  readonly tu: number;
  readonly length: number;
  /** No fewer edits than this. */
  readonly edits: number;
}

/** Few columns, since each of them costs as much as finding the row. */
interface Place {
  /** nameOf the TU. */
  readonly name: number;
  /** Its length times 2^32, and signature_a without its sign. */
  readonly shape: number;
  readonly signature_b: number;
}

/** Of lists of the index, token, tier, least length, most length; those of the first lists first. */
const readPlaces = statement<Place>(
  ({ forEach, greatest }) => `select cast(t.index_id as bigint) * 4294967296 + t.tu_id as name,
      cast(t.length as bigint) * 4294967296 + (cast(t.signature_a as bigint) & 4294967295) as shape, t.signature_b
    ${forEach(
      'tm_prefix',
      `t.index_id = cast(q.value ->> 0 as integer) and t.token = cast(q.value ->> 1 as integer)
      and t.tier = cast(q.value ->> 2 as integer)
      and t.length between cast(q.value ->> 3 as integer) and cast(q.value ->> 4 as integer)
      and (t.length - t.position) * 100 >= ${greatest}(t.length, cast(? as integer)) * cast(? as integer)`,
    )}
    limit cast(? as integer)`,
);

/** `known`: whether the token is in the vocabulary. Those with the fewest edits at best are first. */
export async function findCandidates(
  engine: Engine,
  db: Kysely<Tables>,
  indexes: readonly number[],
  tokens: readonly number[],
  known: (token: number) => boolean,
  minimum: number,
): Promise<readonly Candidate[]> {
  const lists = listsOf(indexes, tokens, known, minimum);
  if (lists.length === 0) return [];
  const [a, b] = signatureOf(tokens);
  const asked = [JSON.stringify(lists), tokens.length, Math.floor(minimum), MOST_ROWS];
  const seen = new Set<number>();
  const candidates: Candidate[] = [];
  for (const { name, shape, signature_b } of await readPlaces(engine, db, ...asked)) {
    const length = Math.floor(shape / RANGE);
    const signature_a = shape | 0;
    const edits = Math.max(
      bitsIn(a & ~signature_a) + bitsIn(b & ~signature_b),
      bitsIn(signature_a & ~a) + bitsIn(signature_b & ~b),
      Math.abs(tokens.length - length),
    );
    if (edits > mostEdits(Math.max(length, tokens.length), minimum) || seen.has(name)) continue;
    seen.add(name);
    candidates.push({ index: Math.floor(name / RANGE), tu: name % RANGE, length, edits });
  }
  return candidates.sort((one, other) => one.edits - other.edits);
}

/** One number for a TU in an index. */
export function nameOf(index: number, tu: number): number {
  return index * RANGE + tu;
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
