/**
 * Undoing an act, batch by batch; what a crash leaves undone is taken up when it is asked for again. What was done to a
 * TU since the act is newer than what the act changed, so that TU stays as it is.
 */
import type { Kysely, Selectable } from 'kysely';
import type { Tu } from '../../../core/memory/tu.ts';
import { segmentKey, tuId, type ActId, type MemoryId, type TuId } from '../../ids.ts';
import type { UndoneTus } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { readJson } from '../kept-json.ts';
import type { Tables } from '../schema.ts';
import { keptTuSchema, lockMemoryOf, readStanding } from './acts.ts';
import type { LockedMemory } from './locked-memory.ts';
import type { MemoryActTuTable } from './memory-schema.ts';
import { columnsOf, insertTus, replaceTus, type NewTu, type TuSegment } from './tu-rows.ts';

const TUS_A_BATCH = 64;

type ActTu = Selectable<MemoryActTuTable>;

/** A batch of those after `after`; null where the act is not there, or was undone. */
export async function undoTus(
  engine: Engine,
  tx: Kysely<Tables>,
  act: ActId,
  at: number,
  after: TuId | null,
): Promise<UndoneTus | null> {
  const memory = await lockMemoryOf(engine, tx, act);
  if (memory === null) return null;
  const open = tx.selectFrom('memory_act_tu').where('act_id', '=', act).where('undone', '=', 0);
  const rows = await open
    .selectAll()
    .where('tu_id', '>', after ?? tuId(0))
    .orderBy('tu_id')
    .limit(TUS_A_BATCH)
    .execute();
  // First, since restoring may give TUs other numbers.
  for (const { tu_id: id } of rows)
    await tx
      .updateTable('memory_act_tu')
      .set({ undone: 1 })
      .where('act_id', '=', act)
      .where('tu_id', '=', id)
      .execute();
  const changed = await restoreChanged(
    memory,
    rows.filter((row) => row.became_hash !== null),
  );
  const deleted = await restoreDeleted(
    memory,
    rows.filter((row) => row.became_hash === null),
  );
  const restored = changed + deleted;
  const last = rows.length < TUS_A_BATCH ? undefined : rows.at(-1)?.tu_id;
  if (last !== undefined) return { restored, left: rows.length - restored, next: tuId(last) };
  // Whoever still works at the act may have added to it, before the place that this undoing is at.
  const more = await open.select('tu_id').limit(1).executeTakeFirst();
  if (more === undefined)
    await tx.updateTable('memory_act').set({ undone_at: at }).where('id', '=', act).execute();
  return { restored, left: rows.length - restored, next: more === undefined ? null : tuId(0) };
}

/** Gives how many are again what they were. */
async function restoreChanged(memory: LockedMemory, rows: readonly ActTu[]): Promise<number> {
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => tuId(row.tu_id));
  const standing = new Map(
    (await readStanding(memory.tx, memory.id, ids)).map((row) => [row.id, row.same_hash]),
  );
  const back = rows.filter((row) => standing.get(row.tu_id) === row.became_hash);
  const tus = back.map((row) => ({ id: row.tu_id, tu: readJson(keptTuSchema, row.was) }));
  await replaceTus(memory, tus);
  return back.length;
}

/** Gives how many are there again. */
async function restoreDeleted(memory: LockedMemory, rows: readonly ActTu[]): Promise<number> {
  const { tx, id: of } = memory;
  const back: { readonly from: number; readonly tu: NewTu }[] = [];
  const segments = new Set<string>();
  for (const row of rows) {
    const was = readJson(keptTuSchema, row.was);
    if (await isThere(tx, of, row, was)) continue;
    const segment = await segmentOf(tx, of, row);
    const name = segment === null || segment === 'newer' ? null : `${segment.key} ${segment.language}`;
    if (segment === 'newer' || (name !== null && segments.has(name))) continue;
    if (name !== null) segments.add(name);
    back.push({ from: row.tu_id, tu: { tu: was, segment } });
  }
  const ids = await insertTus(
    memory,
    back.map(({ tu }) => tu),
    'added',
  );
  for (const [at, { from }] of back.entries()) {
    const id = ids[at];
    if (id !== undefined)
      await tx.updateTable('memory_act_tu').set({ tu_id: id }).where('tu_id', '=', from).execute();
  }
  return back.length;
}

/** Whether the very same came in again since. Others of the act may be the same: they were beside it. */
async function isThere(tx: Kysely<Tables>, memory: MemoryId, row: ActTu, was: Tu): Promise<boolean> {
  const same = await tx
    .selectFrom('tu')
    .select('id')
    .where('memory_id', '=', memory)
    .where('same_hash', '=', columnsOf(was).same_hash)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('memory_act_tu as of')
            .select('of.tu_id')
            .where('of.act_id', '=', row.act_id)
            .whereRef('of.tu_id', '=', 'tu.id'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return same !== undefined;
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
