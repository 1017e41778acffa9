/**
 * Takes away, in paced batches, what nobody sees any more: deleted memories, and indexes of other versions or of
 * languages that are gone. What a crash leaves is taken up by the next one.
 */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Engine } from '../engine.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { changeRows, given, rowChange } from './change-rows.ts';
import { indexVersion } from './source-key.ts';
import { removeTexts } from './text-index.ts';

const ROWS_A_BATCH = 500;
/** Nobody takes so long, in milliseconds. */
const MAKING_A_CHUNK = 3_600_000;

/** With everything in them. */
export async function purgeMemories(engine: Engine): Promise<void> {
  const rows = await engine.db.selectFrom('memory').select('id').where('deleted', '=', 1).execute();
  for (const { id } of rows) {
    while ((await engine.write((tx) => purgeTuvs(engine, tx, id))) > 0) await breathe();
    while ((await engine.write((tx) => purgeTus(tx, id))) > 0) await breathe();
    for (const statement of [actTus(id), surveyHits(id)])
      while ((await engine.write((tx) => rowsOf(tx, statement))) > 0n) await breathe();
    await engine.write((tx) => tx.deleteFrom('memory').where('id', '=', id).execute());
  }
  await purgeIndexes(engine);
  await purgeChunks(engine);
}

/** Of languages that are gone, and such as somebody began to make and does not any more. */
async function purgeChunks(engine: Engine): Promise<void> {
  const rows = await engine.db
    .selectFrom('tm_text_chunk as c')
    .leftJoin('memory_language as l', 'l.id', 'c.language_id')
    .select('c.id')
    .where((eb) =>
      eb.or([
        eb('l.id', 'is', null),
        eb.and([eb('c.tus', '=', ''), eb('c.begun_at', '<', Date.now() - MAKING_A_CHUNK)]),
      ]),
    )
    .execute();
  for (const { id } of rows) {
    const grams = sql`delete from tm_gram where (chunk_id, gram) in (
      select chunk_id, gram from tm_gram where chunk_id = ${id} limit ${ROWS_A_BATCH})`;
    while ((await engine.write((tx) => rowsOf(tx, grams))) > 0n) await breathe();
    await engine.write((tx) => tx.deleteFrom('tm_text_chunk').where('id', '=', id).execute());
  }
}

export async function purgeIndexes(engine: Engine): Promise<void> {
  const rows = await engine.db
    .selectFrom('tm_index as i')
    .leftJoin('memory_language as l', 'l.id', 'i.language_id')
    .select('i.id')
    .where((eb) => eb.or([eb('l.id', 'is', null), eb('i.version', '<>', indexVersion())]))
    .execute();
  for (const { id } of rows) {
    const prefix = sql`delete from tm_prefix where (index_id, token, tier, length, tu_id) in (
      select index_id, token, tier, length, tu_id from tm_prefix where index_id = ${id} limit ${ROWS_A_BATCH})`;
    const packed = sql`delete from tm_packed where (index_id, token, tier, longest, hash) in (
      select index_id, token, tier, longest, hash from tm_packed where index_id = ${id} limit ${ROWS_A_BATCH})`;
    const sources = sql`delete from tm_source where (index_id, tu_id) in (
      select index_id, tu_id from tm_source where index_id = ${id} limit ${ROWS_A_BATCH})`;
    for (const statement of [prefix, packed, sources]) {
      while ((await engine.write((tx) => rowsOf(tx, statement))) > 0n) await breathe();
    }
    await engine.write((tx) => tx.deleteFrom('tm_index').where('id', '=', id).execute());
  }
}

function actTus(memory: number): RawBuilder<unknown> {
  return sql`delete from memory_act_tu where (act_id, tu_id) in (
    select t.act_id, t.tu_id from memory_act_tu t join memory_act a on a.id = t.act_id
    where a.memory_id = ${memory} limit ${ROWS_A_BATCH})`;
}

function surveyHits(memory: number): RawBuilder<unknown> {
  return sql`delete from memory_survey_hit where (survey_id, topic, number, tu_id) in (
    select h.survey_id, h.topic, h.number, h.tu_id from memory_survey_hit h
    join memory_survey s on s.id = h.survey_id where s.memory_id = ${memory} limit ${ROWS_A_BATCH})`;
}

async function rowsOf(tx: Kysely<Tables>, statement: RawBuilder<unknown>): Promise<bigint> {
  return (await statement.execute(tx)).numAffectedRows ?? 0n;
}

const goneTuvs = rowChange<{ readonly tu_id: number; readonly language_id: number }>(
  ({ elements }) => `delete from tuv where (tu_id, language_id) in
    (select cast(q.value ->> 0 as bigint), cast(q.value ->> 1 as bigint) from ${elements})`,
  (row) => [row.tu_id, row.language_id],
);

async function purgeTuvs(engine: Engine, tx: Kysely<Tables>, memory: number): Promise<number> {
  const rows = await tx
    .selectFrom('tuv')
    .innerJoin('memory_language as l', 'l.id', 'tuv.language_id')
    .select(['tuv.tu_id', 'tuv.language_id'])
    .where('l.memory_id', '=', memory)
    .limit(ROWS_A_BATCH)
    .execute();
  if (rows.length === 0) return 0;
  await changeRows(engine, tx, removeTexts(rows), given(goneTuvs, rows));
  return rows.length;
}

async function purgeTus(tx: Kysely<Tables>, memory: number): Promise<number> {
  const rows = await tx
    .selectFrom('tu')
    .select('id')
    .where('memory_id', '=', memory)
    .limit(ROWS_A_BATCH)
    .execute();
  if (rows.length > 0) {
    await tx
      .deleteFrom('tu')
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
  }
  return rows.length;
}
