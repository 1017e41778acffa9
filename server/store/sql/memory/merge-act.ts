/** TUs that become one, as an act: each merge in one transaction, so that no text goes before it stands elsewhere. */
import type { Kysely } from 'kysely';
import type { ActId } from '../../ids.ts';
import type { TuMerge } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { countIn, keptRow, lockMemoryOf, readStanding, standingOf } from './acts.ts';
import type { LockedMemory } from './locked-memory.ts';
import { removeTus, replaceTus } from './tu-rows.ts';

const TUS_A_BATCH = 64;

/** In paced batches; gives how many TUs went. */
export async function mergeTus(engine: Engine, act: ActId, merges: readonly TuMerge[]): Promise<number> {
  let gone = 0;
  for (let from = 0; from < merges.length;) {
    if (from > 0) await breathe();
    let to = from;
    for (let tus = 0; to < merges.length && (to === from || tus < TUS_A_BATCH); to += 1)
      tus += 1 + (merges[to]?.gone.length ?? 0);
    const batch = merges.slice(from, to);
    gone += await engine.write((tx) => mergeBatch(engine, tx, act, batch));
    from = to;
  }
  return gone;
}

async function mergeBatch(
  engine: Engine,
  tx: Kysely<Tables>,
  act: ActId,
  merges: readonly TuMerge[],
): Promise<number> {
  const memory = await lockMemoryOf(engine, tx, act);
  if (memory === null) return 0;
  let gone = 0;
  for (const merge of merges) gone += await mergeOne(memory, act, merge);
  if (gone > 0) await countIn(tx, act, gone);
  return gone;
}

async function mergeOne(
  memory: LockedMemory,
  act: ActId,
  { into: { was, becomes }, gone }: TuMerge,
): Promise<number> {
  const { tx } = memory;
  const all = [was, ...gone];
  const ids = [...new Set(all.map(({ id }) => id))];
  if (ids.length !== all.length || gone.length === 0) return 0;
  const rows = await readStanding(tx, memory.id, ids);
  const kept = all.flatMap((tu) => {
    const standing = standingOf(rows, tu);
    const change = { was: tu, becomes: tu === was ? becomes : null };
    return standing === undefined ? [] : [keptRow(act, standing, change)];
  });
  if (kept.length < all.length) return 0;
  await tx
    .insertInto('memory_act_tu')
    .values(kept)
    // A merge before this one made it: what it was before that one is kept.
    .onConflict((conflict) =>
      conflict
        .columns(['act_id', 'tu_id'])
        .doUpdateSet((eb) => ({ became_hash: eb.ref('excluded.became_hash') })),
    )
    .execute();
  await removeTus(
    memory,
    gone.map(({ id }) => id),
  );
  if (becomes !== was) await replaceTus(memory, [{ id: was.id, tu: becomes }]);
  return gone.length;
}
