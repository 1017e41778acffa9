/**
 * Texts within texts by FTS5 with trigrams, over every script. It has no texts of its own: the number of a row is the
 * language of the memory times 2^32 and the TU, so that one language is one range. A needle of one or two characters
 * has no trigram; the texts of the language are then looked through in order.
 */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../sql/schema.ts';
import type { TextIndex } from '../sql/memory/text-index.ts';

const RANGE = 2 ** 32;

/** To be run at every start. */
export const TEXT_INDEX = `create virtual table if not exists tm_text using fts5(
  folded, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1')`;

export const textIndex: TextIndex = {
  async add(tx, tus) {
    await sql`insert into tm_text (rowid, folded)
      select language_id * ${sql.lit(RANGE)} + tu_id, folded from tuv
      where tu_id in (select value from json_each(${JSON.stringify(tus)}))`.execute(tx);
  },
  async remove(tx, rows) {
    const numbers = rows.map(({ tu_id, language_id }) => language_id * RANGE + tu_id);
    await sql`delete from tm_text
      where rowid in (select value from json_each(${JSON.stringify(numbers)}))`.execute(tx);
  },
  find: (db, language, needle, after, limit) =>
    Array.from(needle).length >= 3
      ? byTrigrams(db, language, needle, after, limit)
      : byLooking(db, language, needle, after, limit),
};

async function byTrigrams(
  db: Kysely<Tables>,
  language: number,
  needle: string,
  after: number,
  limit: number,
): Promise<readonly number[]> {
  const phrase = `"${needle.replaceAll('"', '""')}"`;
  // Numbers come as floating-point ones; only whole ones are bounds to FTS5.
  const { rows } = await sql<{ rowid: number }>`select rowid from tm_text where tm_text match ${phrase}
    and rowid > cast(${language * RANGE + after} as integer) and rowid < cast(${(language + 1) * RANGE} as integer)
    order by rowid limit ${limit}`.execute(db);
  return rows.map(({ rowid }) => rowid - language * RANGE);
}

async function byLooking(
  db: Kysely<Tables>,
  language: number,
  needle: string,
  after: number,
  limit: number,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('tuv')
    .select('tu_id')
    .where('language_id', '=', language)
    .where('tu_id', '>', after)
    .where(sql<boolean>`instr(folded, ${needle}) > 0`)
    .orderBy('tu_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.tu_id);
}
