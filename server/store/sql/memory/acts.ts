/**
 * Acts: what people do with TUs of a memory, each TU kept as it was in the transaction that changes it. A long act is
 * several transactions; what a crash leaves of it is an act of its own that can be undone.
 */
import { sql, type Insertable, type Kysely, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Tu } from '../../../core/memory/tu.ts';
import { actId, memoryId, type ActId, type MemoryId, type TuId } from '../../ids.ts';
import { ACT_KINDS, type MemoryAct, type NewAct, type StoredTu, type TuChange } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { contentSchema, languageSchema, writeJson } from '../kept-json.ts';
import { keepText, restoreText } from '../kept-text.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { tuDataSchema } from './kept-tu.ts';
import { lockMemory, type LockedMemory } from './locked-memory.ts';
import type { MemoryActTable, MemoryActTuTable, TuTable } from './memory-schema.ts';
import { columnsOf, removeTus, replaceTus } from './tu-rows.ts';

const TUS_A_BATCH = 64;

export const keptTuSchema: z.ZodType<Tu> = tuDataSchema.extend({
  variants: z.array(z.object({ language: languageSchema, content: contentSchema })),
  changedAt: z.number().nullable(),
});

/** null where the memory is not there. */
export async function startAct(engine: Engine, tx: Kysely<Tables>, act: NewAct): Promise<ActId | null> {
  if (!(await lockMemory(engine, tx, act.memory))) return null;
  const row = await tx
    .insertInto('memory_act')
    .values({
      memory_id: act.memory,
      kind: act.kind,
      author: keepText(act.author),
      at: act.at,
      tus: 0,
      undone_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return actId(row.id);
}

/** In paced batches; gives how many were changed. */
export async function changeTus(engine: Engine, act: ActId, changes: readonly TuChange[]): Promise<number> {
  let changed = 0;
  for (let from = 0; from < changes.length; from += TUS_A_BATCH) {
    if (from > 0) await breathe();
    const batch = changes.slice(from, from + TUS_A_BATCH);
    changed += await engine.write((tx) => changeBatch(engine, tx, act, batch));
  }
  return changed;
}

async function changeBatch(
  engine: Engine,
  tx: Kysely<Tables>,
  act: ActId,
  changes: readonly TuChange[],
): Promise<number> {
  const memory = await lockMemoryOf(engine, tx, act);
  if (memory === null) return 0;
  const standing = await changesThatStand(tx, memory.id, act, changes);
  if (standing.length === 0) return 0;
  await tx
    .insertInto('memory_act_tu')
    .values(standing.map(({ row }) => row))
    .execute();
  const deleted = standing.filter(({ change }) => change.becomes === null);
  await removeTus(
    memory,
    deleted.map(({ change }) => change.was.id),
  );
  const replaced = standing.flatMap(({ change: { was, becomes } }) =>
    becomes === null ? [] : [{ id: was.id, tu: becomes }],
  );
  await replaceTus(memory, replaced);
  await countIn(tx, act, standing.length);
  return standing.length;
}

/** The memory of an act that stands; null where there is none. */
export async function lockMemoryOf(
  engine: Engine,
  tx: Kysely<Tables>,
  act: ActId,
): Promise<LockedMemory | null> {
  const of = await tx
    .selectFrom('memory_act')
    .select(['memory_id'])
    .where('id', '=', act)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return of === undefined ? null : lockMemory(engine, tx, of.memory_id);
}

/** Adds to the kept count of an act. */
export async function countIn(tx: Kysely<Tables>, act: ActId, tus: number): Promise<void> {
  await tx
    .updateTable('memory_act')
    .set({ tus: sql`tus + ${tus}` })
    .where('id', '=', act)
    .execute();
}

/** Those whose TU is what the person saw; the first for each TU. */
async function changesThatStand(
  tx: Kysely<Tables>,
  memory: MemoryId,
  act: ActId,
  changes: readonly TuChange[],
) {
  const ids = [...new Set(changes.map(({ was }) => was.id))];
  const rows = await readStanding(tx, memory, ids);
  const done = await tx
    .selectFrom('memory_act_tu')
    .select('tu_id')
    .where('act_id', '=', act)
    .where('tu_id', 'in', ids)
    .execute();
  const seen = new Set<number>(done.map((row) => row.tu_id));
  return changes.flatMap((change) => {
    const standing = standingOf(rows, change.was);
    if (standing === undefined || seen.has(standing.id)) return [];
    seen.add(standing.id);
    return [{ change, row: keptRow(act, standing, change) }];
  });
}

export type Standing = Pick<
  Selectable<TuTable>,
  'id' | 'same_hash' | 'segment_id' | 'segment_language' | 'segment_version'
>;

export function readStanding(
  tx: Kysely<Tables>,
  memory: MemoryId,
  ids: readonly TuId[],
): Promise<readonly Standing[]> {
  return tx
    .selectFrom('tu')
    .select(['id', 'same_hash', 'segment_id', 'segment_language', 'segment_version'])
    .where('memory_id', '=', memory)
    .where('id', 'in', ids)
    .execute();
}

/** Its row, where it is still what a person saw. */
export function standingOf(rows: readonly Standing[], seen: StoredTu): Standing | undefined {
  const row = rows.find(({ id }) => id === seen.id);
  return row?.same_hash === columnsOf(seen).same_hash ? row : undefined;
}

/** What is kept of a TU for undoing. */
export function keptRow(
  act: ActId,
  { id, segment_id, segment_language, segment_version }: Standing,
  { was, becomes }: TuChange,
): Insertable<MemoryActTuTable> {
  return {
    act_id: act,
    tu_id: id,
    ...{ segment_id, segment_language, segment_version },
    was: writeJson(keptTuSchema, was),
    became_hash: becomes === null ? null : columnsOf(becomes).same_hash,
    undone: 0,
  };
}

export async function findAct(db: Kysely<Tables>, id: ActId): Promise<MemoryAct | null> {
  const row = await seenActs(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toAct(row);
}

/** Newest first, those before `before`. */
export async function listActs(
  db: Kysely<Tables>,
  memory: MemoryId,
  before: ActId | null,
  limit: number,
): Promise<readonly MemoryAct[]> {
  const rows = await seenActs(db)
    .where('memory_id', '=', memory)
    .where('id', '<', before ?? actId(Number.MAX_SAFE_INTEGER))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toAct);
}

function seenActs(db: Kysely<Tables>) {
  return db
    .selectFrom('memory_act')
    .selectAll()
    .where('tus', '>', 0)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('memory')
          .select('memory.id')
          .whereRef('memory.id', '=', 'memory_act.memory_id')
          .where('memory.deleted', '=', 0),
      ),
    );
}

function toAct(row: Selectable<MemoryActTable>): MemoryAct {
  return {
    id: actId(row.id),
    memory: memoryId(row.memory_id),
    kind: z.enum(ACT_KINDS).parse(row.kind),
    author: restoreText(row.author),
    at: row.at,
    tus: row.tus,
    undoneAt: row.undone_at,
  };
}
