/**
 * The words of a language as numbers. Numbers are the order of the prefix index (a later one counts as rarer), so a
 * word keeps its number for ever; within a batch the more frequent ones come first. Any order finds the same, a good
 * one finds it sooner.
 */
import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import { keepText } from '../kept-text.ts';
import type { Tables } from '../schema.ts';
import { statement } from './statement.ts';

const readWords = statement<{ id: number; token: string }>(
  ({ forEach }) =>
    `select t.id, t.token ${forEach('tm_token', 't.language = ? and t.token = q.value ->> 0')}`,
);

/** Numbers of those words that have one. */
export async function findTokens(
  engine: Engine,
  db: Kysely<Tables>,
  language: string,
  words: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const asKept = new Map<string, string>();
  for (const word of words) asKept.set(keepText(word), word);
  const found = new Map<string, number>();
  const all = JSON.stringify([...asKept.keys()].map((word) => [word]));
  for (const { id, token } of await readWords(engine, db, all, language)) {
    found.set(asKept.get(token) ?? token, id);
  }
  return found;
}

const addWords = statement(
  ({ elements }) => `insert into tm_token (language, token)
    select cast(? as text), q.value ->> 0 from ${elements} where true on conflict (language, token) do nothing`,
);

/** Numbers of all of the texts' words; those that have none get one. */
export async function numberTokens(
  engine: Engine,
  tx: Kysely<Tables>,
  language: string,
  texts: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = await findTokens(engine, tx, language, counts.keys());
  const added = [...counts].filter(([word]) => !known.has(word));
  if (added.length === 0) return known;
  added.sort(([a, often], [b, oftenB]) => oftenB - often || (a < b ? -1 : 1));
  const words = JSON.stringify(added.map(([word]) => [keepText(word)]));
  await addWords(engine, tx, language, words);
  const numbered = await findTokens(
    engine,
    tx,
    language,
    added.map(([word]) => word),
  );
  return new Map([...known, ...numbered]);
}
