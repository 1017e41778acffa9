/**
 * Many rows by one statement whose text is always the same, the rows being one JSON parameter: neither is there a text
 * to be made and prepared for each number of rows, nor a limit to the parameters.
 */
import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import type { MemoryTables } from './memory-schema.ts';
import { statement } from './statement.ts';

type Kind = 'bigint' | 'text';

type Columns<C extends string> = Readonly<Record<C, Kind>>;

type Row<C extends string> = Readonly<Record<C, string | number | null>>;

type Insertion<C extends string, Result> = (
  engine: Engine,
  tx: Kysely<Tables>,
  rows: readonly Row<C>[],
) => Promise<Result>;

/** `columns`: all that the rows have, each with its kind; `onConflict`: its clause, if it has one. */
export function insertion<C extends string>(
  table: keyof MemoryTables,
  columns: Columns<C>,
  onConflict = '',
): Insertion<C, void> {
  const insert = insertOf(table, columns, onConflict);
  return async (engine, tx, rows) => {
    if (rows.length > 0) await insert(engine, tx, rows);
  };
}

/** The same where the rows get numbers, which come back in the order of the rows. */
export function numberedInsertion<C extends string>(
  table: keyof MemoryTables,
  columns: Columns<C>,
): Insertion<C, readonly number[]> {
  const insert = insertOf(table, columns, 'returning id');
  return async (engine, tx, rows) => {
    if (rows.length === 0) return [];
    // Both engines number the rows of a statement in its order; how they give them back is for them to say.
    return (await insert(engine, tx, rows)).map(({ id }) => id).sort((a, b) => a - b);
  };
}

function insertOf<C extends string>(
  table: keyof MemoryTables,
  columns: Columns<C>,
  ending: string,
): Insertion<C, readonly { readonly id: number }[]> {
  const names = namesOf(columns);
  const values = names.map((name, at) => `cast(q.value ->> ${at} as ${columns[name]})`);
  const insert = statement<{ id: number }>(
    ({ elements }) =>
      `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${elements} where true ${ending}`,
  );
  return (engine, tx, rows) =>
    insert(engine, tx, JSON.stringify(rows.map((row) => names.map((name) => row[name]))));
}

function namesOf<C extends string>(columns: Columns<C>): readonly C[] {
  const isName = (name: string): name is C => name in columns;
  return Object.keys(columns).filter(isName);
}
