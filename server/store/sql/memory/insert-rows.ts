/**
 * Many rows by one statement whose text is always the same, the rows being one JSON parameter: neither is there a text
 * to be made and prepared for each number of rows, nor a limit to the parameters.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import type { MemoryTables } from './memory-schema.ts';

type Kind = 'bigint' | 'text';

type Row<C extends string> = Readonly<Record<C, string | number | null>>;

/** `columns`: all that the rows have, each with its kind; `onConflict`: its clause, if it has one. */
export async function insertRows<C extends string>(
  engine: Engine,
  tx: Kysely<Tables>,
  table: keyof MemoryTables,
  columns: Readonly<Record<C, Kind>>,
  rows: readonly Row<NoInfer<C>>[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  if (rows.length > 0) await insertOf(engine, table, columns, rows, onConflict).execute(tx);
}

/** The same where the rows get numbers, which come back in the order of the rows. */
export async function insertNumbered<C extends string>(
  engine: Engine,
  tx: Kysely<Tables>,
  table: keyof MemoryTables,
  columns: Readonly<Record<C, Kind>>,
  rows: readonly Row<NoInfer<C>>[],
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const inserted = await insertOf(engine, table, columns, rows, sql`returning id`).execute(tx);
  // Both engines number the rows of a statement in its order; how they give them back is for them to say.
  return inserted.rows.map(({ id }) => id).sort((a, b) => a - b);
}

function insertOf<C extends string>(
  { elements }: Engine,
  table: keyof MemoryTables,
  columns: Readonly<Record<C, Kind>>,
  rows: readonly Row<NoInfer<C>>[],
  ending: RawBuilder<unknown>,
): RawBuilder<{ id: number }> {
  const names = namesOf(columns);
  const json = JSON.stringify(rows.map((row) => names.map((name) => row[name])));
  const values = names.map((name, at) => sql`cast(value ->> ${sql.lit(at)} as ${sql.raw(columns[name])})`);
  return sql<{ id: number }>`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from ${elements(json)} where true ${ending}`;
}

function namesOf<C extends string>(columns: Readonly<Record<C, Kind>>): readonly C[] {
  const isName = (name: string): name is C => name in columns;
  return Object.keys(columns).filter(isName);
}
