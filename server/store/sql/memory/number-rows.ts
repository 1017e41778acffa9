/** Rows of whole numbers within a statement; neither engine would know by itself that they are whole numbers. */
import { sql, type RawBuilder } from 'kysely';

export function numberRows(rows: readonly (readonly number[])[]): RawBuilder<unknown> {
  const cast = rows.map((row) => sql`(${sql.join(row.map((number) => sql`cast(${number} as bigint)`))})`);
  return sql`(values ${sql.join(cast)})`;
}
