/**
 * Texts within texts by a GIN index of trigrams (pg_trgm), where the database has that extension and a locale in which
 * it knows letters of all scripts; else, and for one or two characters, PostgreSQL looks through the texts.
 */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../sql/schema.ts';
import type { TextIndex } from '../sql/memory/text-index.ts';
import { transaction } from './transaction.ts';

export const textIndex: TextIndex = {
  add: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  async find(db, language, needle, after, limit) {
    const pattern = `%${needle.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const rows = await db
      .selectFrom('tuv')
      .select('tu_id')
      .where('language_id', '=', language)
      .where('tu_id', '>', after)
      .where('folded', 'like', pattern)
      .orderBy('tu_id')
      .limit(limit)
      .execute();
    return rows.map((row) => row.tu_id);
  },
};

/** Made where it can be; what cannot be is no error, only slower. To be run at every start, by several servers at once. */
export async function ensureTextIndex(db: Kysely<Tables>): Promise<void> {
  try {
    await sql`create extension if not exists pg_trgm schema public`.execute(db);
  } catch {
    // Not installed, not for this user to make, or another server made it this moment: the next question tells.
  }
  await transaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('recto text index', 0))`.execute(tx);
    const { rows } = await sql<{ schema: string }>`select n.nspname as schema from pg_extension e
      join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`.execute(tx);
    const schema = rows[0]?.schema;
    if (schema === undefined) return;
    const probe = await sql<{ known: boolean }>`select array_length(${sql.id(schema)}.show_trgm('က خ'), 1) > 0
      as known`.execute(tx);
    if (probe.rows[0]?.known !== true) return;
    await sql`create index if not exists tuv_texts on tuv using gin (folded ${sql.id(schema)}.gin_trgm_ops)`.execute(
      tx,
    );
  });
}
