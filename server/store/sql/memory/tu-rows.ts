/** TUs as rows: read with their variants, inserted, replaced and deleted with all that is derived from them. */
import type { Kysely, Selectable } from 'kysely';
import type { Tu, Tuv } from '../../../core/memory/tu.ts';
import { memoryId, segmentKey, tuId, type MemoryId, type SegmentKey, type TuId } from '../../ids.ts';
import type { StoredTu } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { contentSchema, languageSchema, readJson } from '../kept-json.ts';
import type { Tables } from '../schema.ts';
import { hashOf } from '../../../core/text/hash.ts';
import { changeRows, given, rowChange } from './change-rows.ts';
import { rowsInto } from './insert-rows.ts';
import { identityOf, placeHashOf, tuDataSchema, writeTuData } from './kept-tu.ts';
import type { LockedMemory } from './locked-memory.ts';
import { countTus } from './memory-languages.ts';
import type { TuTable } from './memory-schema.ts';
import { statement } from '../statement.ts';
import { deleteVariants, insertVariants } from './variants.ts';

/** The segment whose target a TU is. */
export interface TuSegment {
  readonly key: SegmentKey;
  readonly language: string;
  readonly version: number;
}

export interface NewTu {
  readonly tu: Tu;
  readonly segment: TuSegment | null;
}

const TU_COLUMNS = {
  id: 'bigint',
  memory_id: 'bigint',
  same_hash: 'bigint',
  place_hash: 'bigint',
  changed_at: 'bigint',
  data: 'text',
  segment_id: 'bigint',
  segment_language: 'text',
  segment_version: 'bigint',
} as const;

const newTus = rowsInto('tu', TU_COLUMNS);

const readRows = statement<Selectable<TuTable>>(
  ({ among }) => `select id, memory_id, segment_id, segment_language, segment_version, same_hash, place_hash,
    changed_at, data from tu where id ${among}`,
);

/** In the order of the numbers that are given; those that are not there are left out. */
export async function readTus(
  engine: Engine,
  db: Kysely<Tables>,
  ids: readonly number[],
): Promise<readonly StoredTu[]> {
  if (ids.length === 0) return [];
  const rows = await readRows(engine, db, ids);
  const found = new Map((await withVariants(engine, db, rows)).map((tu) => [Number(tu.id), tu]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

export async function listTus(
  engine: Engine,
  db: Kysely<Tables>,
  memory: MemoryId,
  after: TuId | null,
  limit: number,
): Promise<readonly StoredTu[]> {
  const rows = await db
    .selectFrom('tu')
    .selectAll()
    .where('memory_id', '=', memory)
    .where('id', '>', after ?? tuId(0))
    .where((eb) =>
      eb.exists(eb.selectFrom('memory').select('id').where('id', '=', memory).where('deleted', '=', 0)),
    )
    .orderBy('id')
    .limit(Math.min(Math.max(limit, 1), 1_000))
    .execute();
  return withVariants(engine, db, rows);
}

const readVariants = statement<{ tu_id: number; content: string; language: string }>(
  ({ among }) => `select v.tu_id, v.content, l.language from tuv as v
    join memory_language as l on l.id = v.language_id where v.tu_id ${among} order by v.tu_id, v.position`,
);

async function withVariants(
  engine: Engine,
  db: Kysely<Tables>,
  rows: readonly Selectable<TuTable>[],
): Promise<readonly StoredTu[]> {
  if (rows.length === 0) return [];
  const variants = await readVariants(
    engine,
    db,
    rows.map(({ id }) => id),
  );
  const byTu = new Map<number, Tuv[]>();
  for (const { tu_id: id, language, content } of variants) {
    const tuvs = byTu.get(id) ?? [];
    if (tuvs.length === 0) byTu.set(id, tuvs);
    tuvs.push({ language: languageSchema.parse(language), content: readJson(contentSchema, content) });
  }
  return rows.map((row) => ({
    id: tuId(row.id),
    memory: memoryId(row.memory_id),
    segment: row.segment_id === null ? null : segmentKey(row.segment_id),
    variants: byTu.get(row.id) ?? [],
    changedAt: row.changed_at,
    ...readJson(tuDataSchema, row.data),
  }));
}

/** Gives their numbers in order. */
export async function insertTus(
  memory: LockedMemory,
  tus: readonly NewTu[],
  how: 'added' | 'added in bulk',
): Promise<readonly number[]> {
  if (tus.length === 0) return [];
  const ids = await memory.newIds(tus.length);
  const numbered = tus.map((each, at) => ({ ...each, id: ids[at] ?? 0 }));
  const rows = numbered.map(({ id, tu, segment }) => ({
    id,
    memory_id: memory.id,
    ...columnsOf(tu),
    segment_id: segment?.key ?? null,
    segment_language: segment?.language ?? null,
    segment_version: segment?.version ?? null,
  }));
  await insertVariants(memory, numbered, how, given(newTus, rows), countTus(memory.id, tus.length));
  return ids;
}

/** A TU that becomes another; `version` where it is a segment's, and of a newer version of it. */
export interface ReplacedTu {
  readonly id: number;
  readonly tu: Tu;
  readonly version?: number;
}

const columns = rowChange<ReplacedTu>(
  ({
    elements,
  }) => `update tu set same_hash = cast(q.value ->> 1 as bigint), place_hash = cast(q.value ->> 2 as bigint),
    changed_at = cast(q.value ->> 3 as bigint), data = q.value ->> 4,
    segment_version = coalesce(cast(q.value ->> 5 as bigint), segment_version)
    from ${elements} where tu.id = cast(q.value ->> 0 as bigint)`,
  ({ id, tu, version }) => {
    const { same_hash, place_hash, changed_at, data } = columnsOf(tu);
    return [id, same_hash, place_hash, changed_at, data, version ?? null];
  },
);

/** All but the variants, which stay as they are. */
export function replaceColumns({ engine, tx }: LockedMemory, tus: readonly ReplacedTu[]): Promise<void> {
  return changeRows(engine, tx, given(columns, tus));
}

/** No TU twice. */
export async function replaceTus(memory: LockedMemory, tus: readonly ReplacedTu[]): Promise<void> {
  if (tus.length === 0) return;
  const ids = tus.map(({ id }) => id);
  await deleteVariants(memory, ids, given(columns, tus));
  await insertVariants(memory, tus, 'changed');
}

/** Gives how many were there. */
export async function removeTus(memory: LockedMemory, ids: readonly number[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { engine, tx } = memory;
  await deleteVariants(memory, ids);
  const result = await tx
    .deleteFrom('tu')
    .where('memory_id', '=', memory.id)
    .where('id', 'in', ids)
    .executeTakeFirst();
  const removed = Number(result.numDeletedRows);
  await changeRows(engine, tx, countTus(memory.id, -removed));
  return removed;
}

export function columnsOf(
  tu: Tu,
): Pick<Selectable<TuTable>, 'same_hash' | 'place_hash' | 'changed_at' | 'data'> {
  return {
    same_hash: hashOf(identityOf(tu)),
    place_hash: placeHashOf(tu),
    changed_at: tu.changedAt,
    data: writeTuData(tu),
  };
}
