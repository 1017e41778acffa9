/**
 * What an import put others in the place of, as it was before: hits of the import, so that what stopped can be taken out
 * with nothing lost. They go when the import is settled, and with it.
 */
import { sql, type Kysely } from 'kysely';
import type { Tu } from '../../../core/memory/tu.ts';
import { hashOf } from '../../../core/text/hash.ts';
import { tuId, type SurveyId, type TuId } from '../../ids.ts';
import type { OverwrittenTus, StoredTu } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { readJson, writeJson } from '../kept-json.ts';
import { keepText, restoreText } from '../kept-text.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { keptTuSchema } from './acts.ts';
import { HIT_COLUMNS } from './hit-columns.ts';
import { insertion } from './insert-rows.ts';
import { columnsOf, readTus } from './tu-rows.ts';

const OVERWRITTEN = 'overwritten';
const ROWS_A_BATCH = 1_000;

export interface Overwriting {
  readonly was: StoredTu;
  readonly is: Tu;
}

/** What was there first is kept, and told by what is there last. */
const keepRows = insertion(
  'memory_survey_hit',
  HIT_COLUMNS,
  'on conflict (survey_id, topic, number, tu_id) do update set seen = excluded.seen',
);

export function keepOverwritten(
  engine: Engine,
  tx: Kysely<Tables>,
  by: SurveyId,
  tus: readonly Overwriting[],
): Promise<void> {
  const rows = tus.map(({ was, is }) => ({
    survey_id: by,
    topic: OVERWRITTEN,
    number: 1,
    tu_id: was.id,
    seen: wholeHash(columnsOf(is)),
    left_out: 0,
    data: keepText(writeJson(keptTuSchema, was)),
  }));
  return keepRows(engine, tx, rows);
}

/** Of all that a TU is, when it was changed among it. */
function wholeHash({ same_hash, changed_at, data }: ReturnType<typeof columnsOf>): number {
  return hashOf(JSON.stringify([same_hash, changed_at, data]));
}

/** In order of their numbers, those after `after`. */
export async function listOverwritten(
  engine: Engine,
  by: SurveyId,
  after: TuId | null,
  limit: number,
): Promise<OverwrittenTus> {
  const rows = await engine.db
    .selectFrom('memory_survey_hit')
    .select(['tu_id', 'seen', 'data'])
    .where('survey_id', '=', by)
    .where('topic', '=', OVERWRITTEN)
    .where('number', '=', 1)
    .where('tu_id', '>', after ?? 0)
    .orderBy('tu_id')
    .limit(limit)
    .execute();
  const ids = rows.map((row) => row.tu_id);
  const there = new Map((await readTus(engine, engine.db, ids)).map((tu) => [Number(tu.id), tu]));
  const tus: { was: Tu; is: StoredTu }[] = [];
  let changed = 0;
  for (const row of rows) {
    const is = there.get(row.tu_id);
    if (is === undefined) continue;
    const was = readJson(keptTuSchema, restoreText(row.data));
    const hash = wholeHash(columnsOf(is));
    if (hash === row.seen) tus.push({ was, is });
    else if (hash !== wholeHash(columnsOf(was))) changed += 1;
  }
  const last = rows.at(-1)?.tu_id;
  return { tus, changed, next: last === undefined || rows.length < limit ? null : tuId(last) };
}

/** In paced batches. */
export async function dropOverwritten(engine: Engine, by: SurveyId): Promise<void> {
  const drop = sql`delete from memory_survey_hit where (survey_id, topic, number, tu_id) in (
    select survey_id, topic, number, tu_id from memory_survey_hit
    where survey_id = ${by} and topic = ${OVERWRITTEN} limit ${ROWS_A_BATCH})`;
  while (((await engine.write((tx) => drop.execute(tx))).numAffectedRows ?? 0n) > 0n) await breathe();
}
