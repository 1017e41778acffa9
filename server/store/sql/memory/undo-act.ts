/**
 * Undoing an act, batch by batch; what a crash leaves undone is taken up when it is asked for again. What was done to a
 * TU since the act is newer than what the act changed, so that TU stays as it is.
 */
import type { Kysely, Selectable } from 'kysely';
import { segmentKey, type ActId, type MemoryId } from '../../ids.ts';
import type { UndoneAct } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { readJson } from '../kept-json.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { keptTuSchema } from './acts.ts';
import { lockMemory, type LockedMemory } from './locked-memory.ts';
import type { MemoryActTuTable } from './memory-schema.ts';
import { columnsOf, insertTus, replaceTus, type TuSegment } from './tu-rows.ts';

const TUS_A_BATCH = 64;

type ActTu = Selectable<MemoryActTuTable>;

interface Batch extends UndoneAct {
  readonly more: boolean;
}

/** null where the act is not there, or was undone. */
export async function undoAct(engine: Engine, act: ActId, at: number): Promise<UndoneAct | null> {
  let [restored, left] = [0, 0];
  for (;;) {
    const batch = await engine.write((tx) => undoBatch(engine, tx, act, at));
    if (batch === null) return null;
    restored += batch.restored;
    left += batch.left;
    if (!batch.more) return { restored, left };
    await breathe();
  }
}

async function undoBatch(engine: Engine, tx: Kysely<Tables>, act: ActId, at: number): Promise<Batch | null> {
  const of = await tx.selectFrom('memory_act').select('memory_id').where('id', '=', act).executeTakeFirst();
  const memory = of === undefined ? null : await lockMemory(engine, tx, of.memory_id);
  if (memory === null) return null;
  const open = await tx
    .selectFrom('memory_act')
    .select('id')
    .where('id', '=', act)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (open === undefined) return null;
  const rows = await tx
    .selectFrom('memory_act_tu')
    .selectAll()
    .where('act_id', '=', act)
    .where('undone', '=', 0)
    .orderBy('tu_id')
    .limit(TUS_A_BATCH)
    .execute();
  let restored = 0;
  for (const row of rows) {
    // First, since restoring may give the TU another number.
    const done = tx.updateTable('memory_act_tu').set({ undone: 1 });
    await done.where('act_id', '=', act).where('tu_id', '=', row.tu_id).execute();
    if (await restore(memory, row)) restored += 1;
  }
  const more = rows.length === TUS_A_BATCH;
  if (!more) await tx.updateTable('memory_act').set({ undone_at: at }).where('id', '=', act).execute();
  return { restored, left: rows.length - restored, more };
}

/** Whether it is again what it was. */
async function restore(memory: LockedMemory, row: ActTu): Promise<boolean> {
  const { tx } = memory;
  const was = readJson(keptTuSchema, row.was);
  if (row.became_hash !== null) {
    const there = await tx
      .selectFrom('tu')
      .select('same_hash')
      .where('id', '=', row.tu_id)
      .where('memory_id', '=', memory.id)
      .executeTakeFirst();
    if (there?.same_hash !== row.became_hash) return false;
    await replaceTus(memory, [{ id: row.tu_id, tu: was }]);
    return true;
  }
  // Others of the act may be the very same: they were beside it.
  const ofAct = tx.selectFrom('memory_act_tu').select('tu_id').where('act_id', '=', row.act_id);
  const same = await tx
    .selectFrom('tu')
    .select('id')
    .where('memory_id', '=', memory.id)
    .where('same_hash', '=', columnsOf(was).same_hash)
    .where('id', 'not in', ofAct)
    .executeTakeFirst();
  const segment = same === undefined ? await segmentOf(tx, memory.id, row) : 'newer';
  if (segment === 'newer') return false;
  const [id] = await insertTus(memory, [{ tu: was, segment }], 'added');
  if (id !== undefined)
    await tx.updateTable('memory_act_tu').set({ tu_id: id }).where('tu_id', '=', row.tu_id).execute();
  return true;
}

/** The segment that it was of, where that is there still; `newer` where the memory knows better about it by now. */
async function segmentOf(
  tx: Kysely<Tables>,
  memory: MemoryId,
  { segment_id: id, segment_language: language, segment_version: version }: ActTu,
): Promise<TuSegment | null | 'newer'> {
  if (id === null || language === null || version === null) return null;
  const found = await tx
    .selectFrom('segment as s')
    .leftJoin('forgotten_segment as f', (join) =>
      join.onRef('f.segment_id', '=', 's.id').on('f.language', '=', language),
    )
    .leftJoin('tu', (join) =>
      join
        .onRef('tu.segment_id', '=', 's.id')
        .on('tu.segment_language', '=', language)
        .on('tu.memory_id', '=', memory),
    )
    .select(['f.version as forgotten', 'tu.id as tu'])
    .where('s.id', '=', id)
    .executeTakeFirst();
  if (found === undefined) return null;
  if (found.tu !== null || (found.forgotten ?? 0) >= version) return 'newer';
  return { key: segmentKey(id), language, version };
}
