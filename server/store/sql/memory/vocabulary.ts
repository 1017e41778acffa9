/**
 * The words of a language as numbers. Numbers are the order of the prefix index (a later one counts as rarer), so a
 * word keeps its number for ever; within a batch the more frequent ones come first. Any order finds the same, a good
 * one finds it sooner.
 */
import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import { keepText } from '../kept-text.ts';
import type { Tables } from '../schema.ts';
import { statement } from '../statement.ts';

interface WordRow {
  readonly id: number;
  readonly token: string;
}

const readWords = statement<WordRow>(
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
  const asKept = wordsAsKept(words);
  return numbersOf(await readWords(engine, db, rowsOf(asKept.keys()), language), asKept);
}

function wordsAsKept(words: Iterable<string>): ReadonlyMap<string, string> {
  const asKept = new Map<string, string>();
  for (const word of words) asKept.set(keepText(word), word);
  return asKept;
}

function rowsOf(words: Iterable<string>): string {
  return JSON.stringify([...words].map((word) => [word]));
}

function numbersOf(rows: readonly WordRow[], asKept: ReadonlyMap<string, string>): Map<string, number> {
  return new Map(rows.map(({ id, token }) => [asKept.get(token) ?? token, id]));
}

const addWords = statement<WordRow>(
  ({ elements }) => `insert into tm_token (language, token)
    select cast(? as text), q.value ->> 0 from ${elements} where true on conflict (language, token) do nothing
    returning id, token`,
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
  const asKept = wordsAsKept(added.map(([word]) => word));
  const numbered = numbersOf(await addWords(engine, tx, language, rowsOf(asKept.keys())), asKept);
  // Those that somebody else added meanwhile.
  const others = [...asKept.values()].filter((word) => !numbered.has(word));
  const found = others.length === 0 ? [] : await findTokens(engine, tx, language, others);
  return new Map([...known, ...numbered, ...found]);
}
