/**
 * The words of a language as numbers. Numbers are the order of the prefix index (a later one counts as rarer), so a
 * word keeps its number for ever; within a batch the more frequent ones come first. Any order finds the same, a good
 * one finds it sooner.
 */
import type { Kysely } from 'kysely';
import { keepText } from '../kept-text.ts';
import type { Tables } from '../schema.ts';

const WORDS_A_STATEMENT = 500;

/** Numbers of those words that have one. */
export async function findTokens(
  db: Kysely<Tables>,
  language: string,
  words: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const asKept = new Map<string, string>();
  for (const word of words) asKept.set(keepText(word), word);
  const found = new Map<string, number>();
  const all = [...asKept.keys()];
  for (let from = 0; from < all.length; from += WORDS_A_STATEMENT) {
    const rows = await db
      .selectFrom('tm_token')
      .select(['id', 'token'])
      .where('language', '=', language)
      .where('token', 'in', all.slice(from, from + WORDS_A_STATEMENT))
      .execute();
    for (const { id, token } of rows) found.set(asKept.get(token) ?? token, id);
  }
  return found;
}

/** Numbers of all of the texts' words; those that have none get one. */
export async function numberTokens(
  tx: Kysely<Tables>,
  language: string,
  texts: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = await findTokens(tx, language, counts.keys());
  const added = [...counts].filter(([word]) => !known.has(word));
  if (added.length === 0) return known;
  added.sort(([a, often], [b, oftenB]) => oftenB - often || (a < b ? -1 : 1));
  for (let from = 0; from < added.length; from += WORDS_A_STATEMENT) {
    await tx
      .insertInto('tm_token')
      .values(
        added.slice(from, from + WORDS_A_STATEMENT).map(([word]) => ({ language, token: keepText(word) })),
      )
      .onConflict((conflict) => conflict.columns(['language', 'token']).doNothing())
      .execute();
  }
  const numbered = await findTokens(
    tx,
    language,
    added.map(([word]) => word),
  );
  return new Map([...known, ...numbered]);
}
