/**
 * Puts waiting texts into chunks, in paced steps. Several processes may do so at once, and a crash costs nothing: a chunk
 * counts from its last step on, and the same step takes from what waits only the texts that are still as they were read.
 */
import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import type { ChunkBuilder } from './chunk-builder.ts';
import { insertion } from './insert-rows.ts';
import { statement } from '../statement.ts';
import { packSteps } from './token-list.ts';

/** Texts of a chunk at most; what a look-up reads is in proportion to the number of chunks. */
export const TEXTS_A_CHUNK = 8_192;
/** Fewer are looked through faster than they are put away. */
export const FEW_TEXTS = 1_024;
const TEXTS_A_READ = 512;
const GRAMS_A_BATCH = 2_000;

const GRAM_COLUMNS = { chunk_id: 'bigint', gram: 'bigint', places: 'text' } as const;

const insertGrams = insertion('tm_gram', GRAM_COLUMNS);

interface PendingText {
  readonly tu_id: number;
  readonly stamp: number;
  readonly folded: string | null;
}

const readPending = statement<PendingText>(
  () => `select p.tu_id, p.stamp,
      (select v.folded from tuv as v where v.tu_id = p.tu_id and v.language_id = p.language_id) as folded
    from tm_text_pending as p where p.language_id = ? and p.tu_id > ? order by p.tu_id limit ${TEXTS_A_READ}`,
);

const countPending = statement<{ texts: number }>(
  () => `select count(*) as texts from
    (select 1 as one from tm_text_pending where language_id = ? limit ${TEXTS_A_CHUNK}) as waiting`,
);

const deletePending = statement(
  // Not a join, which would be planned by how many wait as a rule: few.
  ({ elements }) => `delete from tm_text_pending where language_id = ? and ((tu_id, stamp) in
    (select cast(q.value ->> 0 as bigint), cast(q.value ->> 1 as bigint) from ${elements})) is true`,
);

/** Up to a whole chunk of texts; false where fewer than `least` wait. */
export async function sealTexts(
  engine: Engine,
  language: number,
  least: number,
  grams: ChunkBuilder,
): Promise<boolean> {
  const [waiting] = await countPending(engine, engine.db, language);
  if ((waiting?.texts ?? 0) < Math.max(least, 1)) return false;
  grams.clear();
  const chunk: Chunk = { tus: [], stamps: [] };
  for (let after = 0; chunk.tus.length < TEXTS_A_CHUNK && !grams.isFull();) {
    const texts = await readPending(engine, engine.db, language, after);
    for (const { tu_id, stamp, folded } of texts) {
      // One that is gone is only taken from what waits.
      if (folded !== null) grams.add(chunk.tus.length, folded);
      chunk.tus.push(tu_id);
      chunk.stamps.push(stamp);
      after = tu_id;
      if (grams.isFull()) break;
    }
    if (texts.length < TEXTS_A_READ) break;
    await breathe();
  }
  const id = await engine.write((tx) => beginChunk(tx, language));
  let rows: Row[] = [];
  const write = async (): Promise<void> => {
    const batch = rows;
    rows = [];
    await engine.write((tx) => insertGrams(engine, tx, batch));
    await breathe();
  };
  for (const { gram, places } of grams.inOrder()) {
    rows.push({ chunk_id: id, gram, places: packSteps(places) });
    if (rows.length >= GRAMS_A_BATCH) await write();
  }
  await write();
  await engine.write((tx) => finishChunk(engine, tx, id, language, chunk));
  return true;
}

interface Chunk {
  readonly tus: number[];
  readonly stamps: number[];
}

type Row = Readonly<Record<keyof typeof GRAM_COLUMNS, string | number>>;

async function beginChunk(tx: Kysely<Tables>, language: number): Promise<number> {
  const row = await tx
    .insertInto('tm_text_chunk')
    .values({ language_id: language, begun_at: Date.now(), first_tu: 0, last_tu: 0, tus: '' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

async function finishChunk(
  engine: Engine,
  tx: Kysely<Tables>,
  id: number,
  language: number,
  { tus, stamps }: Chunk,
): Promise<void> {
  await tx
    .updateTable('tm_text_chunk')
    .set({ first_tu: tus[0] ?? 0, last_tu: tus.at(-1) ?? 0, tus: packSteps(tus) })
    .where('id', '=', id)
    .execute();
  const taken = JSON.stringify(tus.map((tu, at) => [tu, stamps[at]]));
  await deletePending(engine, tx, language, taken);
}
