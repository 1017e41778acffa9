/** TUs as rows: read with their variants, inserted, replaced and deleted with all that is derived from them. */
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Tu, Tuv } from '../../../core/memory/tu.ts';
import { memoryId, segmentKey, tuId, type MemoryId, type SegmentKey, type TuId } from '../../ids.ts';
import type { StoredTu } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { contentSchema, languageSchema, readJson } from '../kept-json.ts';
import type { Tables } from '../schema.ts';
import { hashOf } from '../../../core/text/hash.ts';
import { numberedInsertion } from './insert-rows.ts';
import { identityOf, placeHashOf, tuDataSchema, writeTuData } from './kept-tu.ts';
import type { TuTable } from './memory-schema.ts';
import { statement } from './statement.ts';
import { deleteVariants, insertVariants } from './variants.ts';

/** The segment whose target a TU is. */
export interface TuSegment {
  readonly key: SegmentKey;
  readonly language: string;
  readonly version: number;
}

const TU_COLUMNS = {
  memory_id: 'bigint',
  same_hash: 'bigint',
  place_hash: 'bigint',
  changed_at: 'bigint',
  data: 'text',
  segment_id: 'bigint',
  segment_language: 'text',
  segment_version: 'bigint',
} as const;

const insertNumbered = numberedInsertion('tu', TU_COLUMNS);

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

/** The memory is locked; gives their numbers in order. */
export async function insertTus(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: MemoryId,
  tus: readonly Tu[],
  how: 'added' | 'added in bulk',
  segment: TuSegment | null = null,
): Promise<readonly number[]> {
  if (tus.length === 0) return [];
  const rows = tus.map((tu) => ({ memory_id: memory, ...columnsOf(tu), ...columnsOfSegment(segment) }));
  const ids = await insertNumbered(engine, tx, rows);
  const numbered = tus.map((tu, at) => ({ id: ids[at] ?? 0, tu }));
  await insertVariants(engine, tx, memory, numbered, how);
  await countTus(tx, memory, tus.length);
  return ids;
}

/** The memory is locked. */
export async function replaceTu(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: MemoryId,
  id: number,
  tu: Tu,
  segment: TuSegment | null = null,
): Promise<void> {
  await deleteVariants(engine, tx, memory, [id]);
  await tx
    .updateTable('tu')
    .set({ ...columnsOf(tu), ...(segment === null ? {} : columnsOfSegment(segment)) })
    .where('id', '=', id)
    .execute();
  await insertVariants(engine, tx, memory, [{ id, tu }], 'changed');
}

/** The memory is locked; gives how many were there. */
export async function removeTus(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: MemoryId,
  ids: readonly number[],
): Promise<number> {
  if (ids.length === 0) return 0;
  await deleteVariants(engine, tx, memory, ids);
  const result = await tx
    .deleteFrom('tu')
    .where('memory_id', '=', memory)
    .where('id', 'in', ids)
    .executeTakeFirst();
  const removed = Number(result.numDeletedRows);
  await countTus(tx, memory, -removed);
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

function columnsOfSegment(
  segment: TuSegment | null,
): Pick<Selectable<TuTable>, 'segment_id' | 'segment_language' | 'segment_version'> {
  return {
    segment_id: segment?.key ?? null,
    segment_language: segment?.language ?? null,
    segment_version: segment?.version ?? null,
  };
}

async function countTus(tx: Kysely<Tables>, memory: MemoryId, change: number): Promise<void> {
  await tx
    .updateTable('memory')
    .set({ tus: sql`tus + ${change}` })
    .where('id', '=', memory)
    .execute();
}
