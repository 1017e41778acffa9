/**
 * TUs that may be similar enough, by the prefix index: each shares one of the question's rarest tokens, and neither
 * lengths, nor where that token stands, nor the signatures rule it out. None that is similar enough is missing, but
 * where lists are longer than LIST.
 */
import { sql, type Kysely } from 'kysely';
import { lengthBounds, mostEdits, prefixLength } from '../../../core/memory/prefix-filter.ts';
import type { Tables } from '../schema.ts';
import { bitsIn, rarestFirst, signatureOf, TIERS } from './prefix.ts';

/** Rows of one word that are looked at. */
const LIST = 5_000;
const WORDS_A_STATEMENT = 50;

export interface Candidate {
  readonly index: number;
  readonly tu: number;
  readonly length: number;
  /** No fewer edits than this. */
  readonly edits: number;
}

interface PrefixRow {
  readonly index_id: number;
  readonly tu_id: number;
  readonly length: number;
  readonly signature_a: number;
  readonly signature_b: number;
}

/** `known`: whether the token is in the vocabulary. Those with the fewest edits at best are first. */
export async function findCandidates(
  db: Kysely<Tables>,
  indexes: readonly number[],
  tokens: readonly number[],
  known: (token: number) => boolean,
  minimum: number,
): Promise<readonly Candidate[]> {
  const lists = listsOf(indexes, tokens, known, minimum);
  const [a, b] = signatureOf(tokens);
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (let from = 0; from < lists.length; from += WORDS_A_STATEMENT) {
    const { rows } =
      await sql<PrefixRow>`${sql.join(lists.slice(from, from + WORDS_A_STATEMENT), sql` union all `)}`.execute(
        db,
      );
    for (const { index_id: index, tu_id: tu, length, signature_a, signature_b } of rows) {
      const edits = Math.max(
        bitsIn(a & ~signature_a) + bitsIn(b & ~signature_b),
        bitsIn(signature_a & ~a) + bitsIn(signature_b & ~b),
        Math.abs(tokens.length - length),
      );
      if (edits > mostEdits(Math.max(length, tokens.length), minimum)) continue;
      const name = `${index} ${tu}`;
      if (seen.has(name)) continue;
      seen.add(name);
      candidates.push({ index, tu, length, edits });
    }
  }
  return candidates.sort((one, other) => one.edits - other.edits);
}

function listsOf(
  indexes: readonly number[],
  tokens: readonly number[],
  known: (token: number) => boolean,
  minimum: number,
) {
  const length = tokens.length;
  const { least, most } = lengthBounds(length, minimum);
  const tiers = sql.join(minimum >= TIERS[0] ? [0] : [0, 1]);
  const percent = Math.floor(minimum);
  return rarestFirst(tokens)
    .slice(0, prefixLength(length, minimum))
    .flatMap((token, position, prefix) => {
      if (!known(token) || prefix[position - 1] === token) return [];
      // What comes before its word in the question is not shared.
      const longest = Math.min(most, Math.floor(((length - position) * 100) / percent));
      const longer = sql`case when length > ${length} then length else ${length} end`;
      return sql`select * from (select index_id, tu_id, length, signature_a, signature_b from tm_prefix
        where index_id in (${sql.join([...indexes])}) and token = ${token} and tier in (${tiers})
        and length between ${least} and ${longest} and (length - position) * 100 >= ${longer} * ${percent} limit ${LIST}) as list${sql.raw(String(position))}`;
    });
}
