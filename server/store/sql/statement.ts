/**
 * Statements whose text is always the same, whatever is asked: put together once for each engine, so that a look-up
 * makes no texts and SQLite prepares none. Lists of any length are one parameter.
 */
import { CompiledQuery, type Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import type { Tables } from './schema.ts';

type Parameter = string | number | readonly number[];

export type Statement<Row> = (
  engine: Engine,
  db: Kysely<Tables>,
  ...parameters: readonly Parameter[]
) => Promise<readonly Row[]>;

/** How the engines say the same. */
export interface Words {
  /** Whether a column is in a list of whole numbers, one parameter. */
  readonly among: string;
  readonly greatest: string;
  /** After a `select` of rows that nobody else may change before this transaction ends. */
  readonly locked: string;
  /** The elements of a JSON array, one parameter, as rows `q` with a `value` that `->>` reads. */
  readonly elements: string;
  /** Function of a text and another, above 0 where the first holds the other, character for character. */
  readonly placeOf: string;
  /**
   * `from` and `where` of a join: rows `t` of a table for each element `q.value` of a JSON array, one parameter, in its
   * order and by the table's index; the next element is not looked at before it is needed.
   */
  readonly forEach: (table: string, where: string) => string;
}

const WORDS: Readonly<Record<Engine['name'], Words>> = {
  sqlite: {
    among: 'in (select value from json_each(?))',
    elements: 'json_each(?) as q',
    greatest: 'max',
    locked: '', // a transaction that writes is alone
    placeOf: 'instr',
    forEach: (table, where) => `from json_each(?) as q cross join ${table} as t where ${where}`,
  },
  postgres: {
    // Not the parameter itself: for each length of it the statement would be planned anew.
    among: '= some(array(select unnest(cast(? as bigint[]))))',
    elements: 'json_array_elements(cast(? as json)) as q (value)',
    greatest: 'greatest',
    locked: 'for no key update',
    placeOf: 'strpos',
    forEach: (table, where) => `from json_array_elements(cast(? as json)) as q (value)
      cross join lateral (select * from ${table} as t where ${where} offset 0) as t`,
  },
};

const names = new Map<string, string>();

/** What PostgreSQL may keep the prepared statement under; undefined where its text is not one of these. */
export function nameOfStatement(text: string): string | undefined {
  return names.get(text);
}

/** `write` gives the text, each of its parameters a question mark. */
export function statement<Row>(write: (words: Words) => string): Statement<Row> {
  const sqlite = write(WORDS.sqlite);
  let number = 0;
  const postgres = write(WORDS.postgres).replaceAll('?', () => `$${++number}`);
  names.set(postgres, `recto ${names.size}`);
  return async ({ name }, db, ...parameters) => {
    const query =
      name === 'sqlite'
        ? CompiledQuery.raw(
            sqlite,
            parameters.map((each) => (typeof each === 'object' ? JSON.stringify(each) : each)),
          )
        : CompiledQuery.raw(postgres, [...parameters]);
    const { rows } = await db.executeQuery<Row>(query);
    return rows;
  };
}
