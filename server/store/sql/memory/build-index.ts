/**
 * The index of a language that is asked for as a source for the first time, or was made by other rules, is built in
 * paced batches. Each batch takes up where any process left off, so several may build, and a crash costs nothing.
 */
import { sql, type Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import { contentSchema, readJson } from '../kept-json.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { tuDataSchema } from './kept-tu.ts';
import { languagesOf, lockMemory, type MemoryLanguage } from './memory-languages.ts';
import { purgeIndexes } from './purge.ts';
import { indexVersion } from './source-key.ts';
import { indexTexts } from './sources.ts';

const TUVS_A_BATCH = 128;

/** Resolves when every TUV of the language is in the index, or the memory is not there any more. */
export async function buildIndex(engine: Engine, { id, memory }: MemoryLanguage): Promise<void> {
  while (await engine.write((tx) => buildBatch(tx, id, memory))) await breathe();
  await purgeIndexes(engine);
}

/** Whether there is more to do. */
async function buildBatch(tx: Kysely<Tables>, id: number, memory: number): Promise<boolean> {
  if (!(await lockMemory(tx, memory))) return false;
  await tx
    .insertInto('tm_index')
    .values({ language_id: id, version: indexVersion(), complete: 0, indexed_to: 0 })
    .onConflict((conflict) => conflict.columns(['language_id', 'version']).doNothing())
    .execute();
  const language = (await languagesOf(tx, [memory])).find((each) => each.id === id);
  if (language === undefined || language.index === null || language.index.complete) return false;
  const { index } = language;
  const rows = await tx
    .selectFrom('tuv')
    .innerJoin('tu', 'tu.id', 'tuv.tu_id')
    .select(['tuv.tu_id', 'tuv.content', 'tu.data'])
    .where('tuv.language_id', '=', id)
    .where('tuv.tu_id', '>', index.indexedTo)
    .orderBy('tuv.tu_id')
    .limit(TUVS_A_BATCH)
    .execute();
  const texts = rows.map(({ tu_id: tu, content, data }) => ({
    tu,
    content: readJson(contentSchema, content),
    context: readJson(tuDataSchema, data).context,
  }));
  await indexTexts(tx, language, index.id, texts);
  const complete = rows.length < TUVS_A_BATCH;
  await tx
    .updateTable('tm_index')
    .set({ complete: complete ? 1 : 0, indexed_to: rows.at(-1)?.tu_id ?? sql`indexed_to` })
    .where('id', '=', index.id)
    .execute();
  return !complete;
}
