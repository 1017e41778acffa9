/** Rows into a table, by statements whose text is always the same (change-rows.ts). */
import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { changeRows, given, rowChange, type RowChange } from './change-rows.ts';
import type { MemoryTables } from './memory-schema.ts';
import type { Words } from '../statement.ts';

type Kind = 'bigint' | 'text';

type Columns<C extends string> = Readonly<Record<C, Kind>>;

type Row<C extends string> = Readonly<Record<C, string | number | null>>;

type Insertion<C extends string> = (
  engine: Engine,
  tx: Kysely<Tables>,
  rows: readonly Row<C>[],
) => Promise<void>;

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
): Insertion<C> {
  const change = rowsInto(table, columns, onConflict);
  return (engine, tx, rows) => changeRows(engine, tx, given(change, rows));
}

function insertOf<C extends string>(
  table: keyof MemoryTables,
  columns: Columns<C>,
  onConflict: string,
): (words: Words) => string {
  const names = namesOf(columns);
  const values = names.map((name, at) => `cast(q.value ->> ${at} as ${columns[name]})`);
  return ({ elements, withIds }) =>
    `insert into ${table} (${names.join(', ')}) ${'id' in columns ? withIds : ''}
      select ${values.join(', ')} from ${elements} where true ${onConflict}`;
}

function namesOf<C extends string>(columns: Columns<C>): readonly C[] {
  const isName = (name: string): name is C => name in columns;
  return Object.keys(columns).filter(isName);
}
