/**
 * TUs that may be similar enough, by the prefix index: each shares one of the question's rarest tokens, and neither
 * lengths, nor where that token stands, nor the signatures rule it out. None that is similar enough is missing, but
 * where there are more than MOST_ROWS; then the rows of the rarest words are those that count.
 */
import { sql, type Kysely } from 'kysely';
import { lengthBounds, mostEdits, prefixLength } from '../../../core/memory/prefix-filter.ts';
import type { Tables } from '../schema.ts';
import { bitsIn, rarestFirst, signatureOf, TIERS } from './prefix.ts';

/** Rows that are looked at, those of the rarest words first. */
const MOST_ROWS = 20_000;
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
  let left = MOST_ROWS;
  for (let from = 0; from < lists.length; from += WORDS_A_STATEMENT) {
    if (left <= 0) break;
    const some = sql.join(lists.slice(from, from + WORDS_A_STATEMENT), sql` union all `);
    const { rows } = await sql<PrefixRow>`${some} limit ${left}`.execute(db);
    left -= rows.length;
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
      return sql`select index_id, tu_id, length, signature_a, signature_b from tm_prefix
        where index_id in (${sql.join([...indexes])}) and token = ${token} and tier in (${tiers})
        and length between ${least} and ${longest} and (length - position) * 100 >= ${longer} * ${percent}`;
    });
}
