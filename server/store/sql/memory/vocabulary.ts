/**
 * The words of a language as numbers. Numbers are the order of the prefix index (a later one counts as rarer), so a
 * word keeps its number for ever; within a batch the more frequent ones come first. Any order finds the same, a good
 * one finds it sooner.
 */
import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import { keepText } from '../kept-text.ts';
import type { Tables } from '../schema.ts';
import { statement, type Asked } from '../statement.ts';

export interface WordRow {
  readonly id: number;
  readonly token: string;
}

const readWords = statement<WordRow>(
  ({ forEach }) =>
    `select t.id, t.token ${forEach('tm_token', 't.language = ? and t.token = q.value ->> 0')}`,
);

/** Numbers of words of a language, of those that were asked for and have one. */
export interface Numbers {
  readonly language: string;
  readonly of: ReadonlyMap<string, number>;
}

/** Numbers of those words that have one. */
export async function findTokens(
  engine: Engine,
  db: Kysely<Tables>,
  language: string,
  words: Iterable<string>,
): Promise<ReadonlyMap<string, number>> {
  const { asked, numbersOf } = askTokens(language, words);
  return numbersOf(await asked.alone(engine, db)).of;
}

/** The same, to be asked together with others. */
export function askTokens(
  language: string,
  words: Iterable<string>,
): { readonly asked: Asked<WordRow>; readonly numbersOf: (rows: readonly WordRow[]) => Numbers } {
  const asKept = wordsAsKept(words);
  return {
    asked: readWords.of(rowsOf(asKept.keys()), language),
    numbersOf: (rows) => ({ language, of: numbersIn(rows, asKept) }),
  };
}

function wordsAsKept(words: Iterable<string>): ReadonlyMap<string, string> {
  const asKept = new Map<string, string>();
  for (const word of words) asKept.set(keepText(word), word);
  return asKept;
}

function rowsOf(words: Iterable<string>): string {
  return JSON.stringify([...words].map((word) => [word]));
}

function numbersIn(rows: readonly WordRow[], asKept: ReadonlyMap<string, string>): Map<string, number> {
  return new Map(rows.map(({ id, token }) => [asKept.get(token) ?? token, id]));
}

const addWords = statement<WordRow>(
  ({ elements }) => `insert into tm_token (language, token)
    select cast(? as text), q.value ->> 0 from ${elements} where true on conflict (language, token) do nothing
    returning id, token`,
);

/** Numbers of all of the texts' words; those that have none get one. `asked`: what is known already. */
export async function numberTokens(
  engine: Engine,
  tx: Kysely<Tables>,
  language: string,
  texts: readonly (readonly string[])[],
  asked: Numbers | undefined,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known =
    asked?.language === language ? asked.of : await findTokens(engine, tx, language, counts.keys());
  const added = [...counts].filter(([word]) => !known.has(word));
  if (added.length === 0) return known;
  added.sort(([a, often], [b, oftenB]) => oftenB - often || (a < b ? -1 : 1));
  const asKept = wordsAsKept(added.map(([word]) => word));
  const numbered = numbersIn(await addWords(engine, tx, language, rowsOf(asKept.keys())), asKept);
  // Those that somebody else added meanwhile.
  const others = [...asKept.values()].filter((word) => !numbered.has(word));
  const found = others.length === 0 ? [] : await findTokens(engine, tx, language, others);
  return new Map([...known, ...numbered, ...found]);
}
