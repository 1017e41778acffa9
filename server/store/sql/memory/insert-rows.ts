/**
 * Many rows by one statement whose text is always the same, the rows being one JSON parameter: neither is there a text
 * to be made and prepared for each number of rows, nor a limit to the parameters.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import type { MemoryTables } from './memory-schema.ts';

type Kind = 'bigint' | 'text';

/** `columns`: all that the rows have, each with its kind; `onConflict`: its clause, if it has one. */
export async function insertRows<C extends string>(
  { elements }: Engine,
  tx: Kysely<Tables>,
  table: keyof MemoryTables,
  columns: Readonly<Record<C, Kind>>,
  rows: readonly Readonly<Record<NoInfer<C>, string | number | null>>[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  const names = namesOf(columns);
  const json = JSON.stringify(rows.map((row) => names.map((name) => row[name])));
  const values = names.map((name, at) => sql`cast(value ->> ${sql.lit(at)} as ${sql.raw(columns[name])})`);
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from ${elements(json)} where true ${onConflict}`.execute(tx);
}

function namesOf<C extends string>(columns: Readonly<Record<C, Kind>>): readonly C[] {
  const isName = (name: string): name is C => name in columns;
  return Object.keys(columns).filter(isName);
}
