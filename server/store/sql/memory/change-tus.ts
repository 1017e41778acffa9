/** TUs that a person edits or deletes. */
import type { Kysely } from 'kysely';
import type { Tu } from '../../../core/memory/tu.ts';
import type { TuId } from '../../ids.ts';
import type { Engine } from '../engine.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { lockMemory } from './locked-memory.ts';
import { removeTus, replaceTus } from './tu-rows.ts';

const TUS_A_BATCH = 64;

/** False where it is not there. */
export async function updateTu(engine: Engine, tx: Kysely<Tables>, id: TuId, tu: Tu): Promise<boolean> {
  const row = await tx.selectFrom('tu').select('memory_id').where('id', '=', id).executeTakeFirst();
  const locked = row === undefined ? null : await lockMemory(engine, tx, row.memory_id);
  if (locked === null) return false;
  // It may have gone before the memory was locked.
  const still = await tx.selectFrom('tu').select('id').where('id', '=', id).executeTakeFirst();
  if (still === undefined) return false;
  await replaceTus(locked, [{ id, tu }]);
  return true;
}

/** In paced batches; gives how many were there. */
export async function deleteTus(engine: Engine, ids: readonly TuId[]): Promise<number> {
  let deleted = 0;
  for (let from = 0; from < ids.length; from += TUS_A_BATCH) {
    if (from > 0) await breathe();
    const batch = ids.slice(from, from + TUS_A_BATCH);
    deleted += await engine.write((tx) => deleteBatch(engine, tx, batch));
  }
  return deleted;
}

async function deleteBatch(engine: Engine, tx: Kysely<Tables>, ids: readonly TuId[]): Promise<number> {
  const rows = await tx.selectFrom('tu').select(['id', 'memory_id']).where('id', 'in', ids).execute();
  const memories = [...new Set(rows.map((row) => row.memory_id))].sort((a, b) => a - b);
  let deleted = 0;
  for (const memory of memories) {
    const locked = await lockMemory(engine, tx, memory);
    const own = rows.filter((row) => row.memory_id === memory).map(({ id }) => id);
    if (locked !== null) deleted += await removeTus(locked, own);
  }
  return deleted;
}
