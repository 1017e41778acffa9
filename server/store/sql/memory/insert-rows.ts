/** Rows into a table, by statements whose text is always the same (change-rows.ts). */
import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { changeRows, given, rowChange, type RowChange } from './change-rows.ts';
import type { MemoryTables } from './memory-schema.ts';
import { statement, type Words } from '../statement.ts';

type Kind = 'bigint' | 'text';

type Columns<C extends string> = Readonly<Record<C, Kind>>;

type Row<C extends string> = Readonly<Record<C, string | number | null>>;

type Insertion<C extends string, Result> = (
  engine: Engine,
  tx: Kysely<Tables>,
  rows: readonly Row<C>[],
) => Promise<Result>;

/** `columns`: all that the rows have, each with its kind; `onConflict`: its clause, if it has one. */
export function rowsInto<C extends string>(
  table: keyof MemoryTables,
  columns: Columns<C>,
  onConflict = '',
): RowChange<Row<C>> {
  const names = namesOf(columns);
  return rowChange(insertOf(table, columns, onConflict), (row) => names.map((name) => row[name]));
}

/** The same where nothing else is to be done together with it. */
export function insertion<C extends string>(
  table: keyof MemoryTables,
  columns: Columns<C>,
  onConflict = '',
): Insertion<C, void> {
  const change = rowsInto(table, columns, onConflict);
  return (engine, tx, rows) => changeRows(engine, tx, given(change, rows));
}

/** The same where the rows get numbers, which come back in the order of the rows. */
export function numberedInsertion<C extends string>(
  table: keyof MemoryTables,
  columns: Columns<C>,
): Insertion<C, readonly number[]> {
  const names = namesOf(columns);
  const insert = statement<{ id: number }>(insertOf(table, columns, 'returning id'));
  return async (engine, tx, rows) => {
    if (rows.length === 0) return [];
    const json = JSON.stringify(rows.map((row) => names.map((name) => row[name])));
    // Both engines number the rows of a statement in its order; how they give them back is for them to say.
    return (await insert(engine, tx, json)).map(({ id }) => id).sort((a, b) => a - b);
  };
}

function insertOf<C extends string>(
  table: keyof MemoryTables,
  columns: Columns<C>,
  ending: string,
): (words: Words) => string {
  const names = namesOf(columns);
  const values = names.map((name, at) => `cast(q.value ->> ${at} as ${columns[name]})`);
  return ({ elements }) =>
    `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from ${elements} where true ${ending}`;
}

function namesOf<C extends string>(columns: Columns<C>): readonly C[] {
  const isName = (name: string): name is C => name in columns;
  return Object.keys(columns).filter(isName);
}
