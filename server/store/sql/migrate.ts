/**
 * Brings a database forward to the version that this program knows, in the transaction that it is given: all of
 * it or nothing. Every table is made here and by nothing else.
 */
import { sql, type Kysely } from 'kysely';
import { MIGRATIONS } from './migrations/list.ts';
import type { ColumnTypes } from './migrations/migration.ts';
import type { Tables } from './schema.ts';

/**
 * Migrates from whatever version there is to version `to` (by default the newest). The caller holds a lock, so
 * that nobody else migrates meanwhile. True where there was nothing before. Throws where the database is newer than the program.
 */
export async function migrate(
  tx: Kysely<Tables>,
  types: ColumnTypes,
  to: number = MIGRATIONS.length,
): Promise<boolean> {
  await sql
    .raw(`create table if not exists schema_version (version ${types.int} not null)${types.table}`)
    .execute(tx);
  const row = await tx.selectFrom('schema_version').select('version').executeTakeFirst();
  const from = row?.version ?? 0;
  if (from > MIGRATIONS.length) {
    throw new Error(
      `The data are of version ${from}, made by a newer Recto; this one knows versions up to ${MIGRATIONS.length}. ` +
        'Nothing was changed. Start the newer Recto, or give another data folder or database.',
    );
  }
  for (const migration of MIGRATIONS.slice(from, to)) {
    for (const step of migration(types)) {
      if (typeof step === 'string') await sql.raw(step).execute(tx);
      else await step(tx);
    }
  }
  if (row === undefined) await tx.insertInto('schema_version').values({ version: to }).execute();
  else if (from < to) await tx.updateTable('schema_version').set({ version: to }).execute();
  return row === undefined;
}
