/** TUs into a memory in paced batches, each one transaction; what is there already is merged. */
import type { Kysely } from 'kysely';
import type { Tu } from '../../../core/memory/tu.ts';
import { memoryId, type MemoryId, type SurveyId } from '../../ids.ts';
import type { AddedTus, ImportedTus } from '../../memory-store.ts';
import { IMPORTED, type SurveyCourse } from '../../survey-store.ts';
import type { Engine } from '../engine.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { lockForAdding, lockMemory } from './locked-memory.ts';
import { hashOf } from '../../../core/text/hash.ts';
import { identityOf, placeOf } from './kept-tu.ts';
import { mergeBatch, type IdentifiedTu } from './merge.ts';
import { keepOverwritten, type Overwriting } from './overwritten.ts';
import { statement, type Asked } from '../statement.ts';
import { columnsOfCourse } from './surveys.ts';
import { insertTus, readTus, replaceColumns, replaceTus } from './tu-rows.ts';

/** Few, since saves wait for the transaction. */
const TUS_A_BATCH = 500;
/** From so many on they are put in their places together. */
const BULK = 100;

/** Throws where the memory is not there. `makeRoom`: between batches of many. */
export async function addTus(
  engine: Engine,
  memory: MemoryId,
  tus: readonly Tu[],
  makeRoom: () => Promise<void>,
): Promise<AddedTus> {
  const how = tus.length >= BULK ? 'added in bulk' : 'added';
  let [added, merged] = [0, 0];
  for (let from = 0; from < tus.length; from += TUS_A_BATCH) {
    if (how === 'added in bulk') await breathe();
    const batch = tus.slice(from, from + TUS_A_BATCH);
    const done = await engine.write((tx) => addBatch(engine, tx, memory, batch, how));
    if (how === 'added in bulk') await makeRoom();
    added += done.added;
    merged += done.merged;
  }
  return { added, merged };
}

/** In the transaction of the TUs their import says so; null where it is not going on. */
export async function importTus(
  engine: Engine,
  tx: Kysely<Tables>,
  into: SurveyId,
  tus: readonly Tu[],
  course: (added: ImportedTus) => Partial<SurveyCourse>,
): Promise<ImportedTus | null> {
  if (tus.length > TUS_A_BATCH)
    throw new Error(`${tus.length} units are too many for one part of an import.`);
  // Whoever ends the import waits for this part, or this part finds it ended.
  const survey = await tx
    .updateTable('memory_survey')
    .set({ state: 'looking' })
    .where('id', '=', into)
    .where('state', '=', 'looking')
    .returning('memory_id')
    .executeTakeFirst();
  // A memory that somebody deletes meanwhile is hidden first, and its surveys go a little later.
  if (survey === undefined || (await lockMemory(engine, tx, survey.memory_id)) === null) return null;
  const how = tus.length >= BULK ? 'added in bulk' : 'added';
  const done = await addBatch(engine, tx, memoryId(survey.memory_id), tus, how);
  const { ids, added, merged, overwritten } = done;
  await keepOverwritten(engine, tx, into, overwritten);
  const imported = { added, merged, replaced: overwritten.length };
  const [first, last] = [ids[0], ids.at(-1)];
  if (first !== undefined && last !== undefined) {
    const hit = { survey_id: into, topic: IMPORTED, number: first, tu_id: last };
    await tx
      .insertInto('memory_survey_hit')
      .values({ ...hit, seen: null, left_out: 0, data: '' })
      .execute();
  }
  await tx
    .updateTable('memory_survey')
    .set(columnsOfCourse(course(imported)))
    .where('id', '=', into)
    .execute();
  return imported;
}

async function addBatch(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: MemoryId,
  batch: readonly Tu[],
  how: 'added' | 'added in bulk',
): Promise<AddedTus & { readonly ids: readonly number[]; readonly overwritten: readonly Overwriting[] }> {
  const identified = batch.map((tu) => ({ tu, identity: identityOf(tu), place: placeOf(tu) }));
  const adding = await lockForAdding(engine, tx, memory, batch, askThere(memory, identified));
  if (adding === null) throw new Error(`There is no memory ${memory}.`);
  const { locked, rows } = adding;
  const ids = [...new Set(rows.map(({ id }) => id))].sort((a, b) => a - b);
  const there = await readTus(engine, tx, ids);
  const { added, changed, merged } = mergeBatch(there, identified);
  const isOfVariants = ({ what }: (typeof changed)[number]): boolean => what === 'variants';
  await replaceTus(locked, changed.filter(isOfVariants));
  await replaceColumns(
    locked,
    changed.filter((each) => !isOfVariants(each)),
  );
  const news = added.map((tu) => ({ tu, segment: null }));
  const known = new Map(there.map((tu) => [Number(tu.id), tu]));
  const overwritten = changed.flatMap(({ id, tu: is }) => {
    const was = known.get(id);
    return was === undefined ? [] : [{ was, is }];
  });
  return { ids: await insertTus(locked, news, how), added: added.length, merged, overwritten };
}

const readThere = statement<{ id: number }>(
  ({ among }) => `select id from tu where memory_id = ? and same_hash ${among}
    union all select id from tu where memory_id = ? and place_hash is not null and place_hash ${among}`,
);

/** Those that one of the batch may be merged with. */
function askThere(memory: MemoryId, batch: readonly IdentifiedTu[]): Asked<{ readonly id: number }> {
  const same = batch.map(({ identity }) => hashOf(identity));
  const places = batch.flatMap(({ place }) => (place === null ? [] : hashOf(place)));
  return readThere.of(memory, same, memory, places);
}
