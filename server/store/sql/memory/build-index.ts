/**
 * The index of a language that is asked for as a source for the first time, was made by other rules, or is behind after
 * many TUs came at once, is brought to its end in paced steps. Each takes up where any process left off, so several may
 * work at it, and a crash costs nothing. What is asked meanwhile is answered from what is not in its place yet too.
 */
import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import { contentSchema, readJson } from '../kept-json.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { tuDataSchema } from './kept-tu.ts';
import { lockMemory } from './locked-memory.ts';
import { INDEX_STATES, languagesOf, type MemoryLanguage } from './memory-languages.ts';
import { insertPackedRows } from './pack-places.ts';
import { purgeIndexes } from './purge.ts';
import { indexVersion } from './source-key.ts';
import { changeRows } from './change-rows.ts';
import { keyTexts, type KeyedText } from './sources.ts';
import { inPlaceOrder, type PackedText } from './place-order.ts';
import { countTokens, unpackTokens } from './token-list.ts';

const TUVS_A_BATCH = 128;
const TUVS_A_READ = 4_000;
/** Places that are found together; more cost less of the disk and more memory, some 200 bytes each. */
const TUVS_AT_ONCE = 50_000;
const PLACES_A_BATCH = 4_000;

/** Resolves when every TUV of the language has its tokens kept. */
export async function keyLanguage(engine: Engine, { id, memory }: MemoryLanguage): Promise<void> {
  while (await engine.write((tx) => keyBatch(engine, tx, id, memory))) await breathe();
}

/** Whether there is more to do. */
async function keyBatch(engine: Engine, tx: Kysely<Tables>, id: number, memory: number): Promise<boolean> {
  const locked = await lockMemory(engine, tx, memory);
  if (locked === null) return false;
  await tx
    .insertInto('tm_index')
    .values({ language_id: id, version: indexVersion(), state: INDEX_STATES.keying, done_to: 0 })
    .onConflict((conflict) => conflict.columns(['language_id', 'version']).doNothing())
    .execute();
  const language = (await locked.languages()).find((each) => each.id === id);
  const index = language?.index;
  if (language === undefined || index?.state !== INDEX_STATES.keying) return false;
  const rows = await tx
    .selectFrom('tuv')
    .innerJoin('tu', 'tu.id', 'tuv.tu_id')
    .select(['tuv.tu_id', 'tuv.content', 'tu.data'])
    .where('tuv.language_id', '=', id)
    .where('tuv.tu_id', '>', index.doneTo)
    .orderBy('tuv.tu_id')
    .limit(TUVS_A_BATCH)
    .execute();
  const texts = rows.map(({ tu_id: tu, content, data }) => ({
    tu,
    content: readJson(contentSchema, content),
    context: readJson(tuDataSchema, data).context,
  }));
  const { sources } = await keyTexts(locked, language, index.id, texts);
  await changeRows(engine, tx, sources);
  const more = rows.length === TUVS_A_BATCH;
  await tx
    .updateTable('tm_index')
    .set(more ? { done_to: rows.at(-1)?.tu_id ?? 0 } : { state: INDEX_STATES.keyed, done_to: 0 })
    .where('id', '=', index.id)
    .execute();
  return more;
}

/** Resolves when every TUV of the language is in its places, or the memory is not there any more. */
export async function placeLanguage(engine: Engine, { id, memory }: MemoryLanguage): Promise<void> {
  for (;;) {
    const language = (await languagesOf(engine, engine.db, [memory])).find((each) => each.id === id);
    if (language?.index?.state !== INDEX_STATES.keyed) break;
    const { id: index, doneTo } = language.index;
    const texts = await readBehind(engine.db, index, doneTo);
    for (const rows of inPlaceOrder(index, texts, PLACES_A_BATCH)) {
      await engine.write((tx) => insertPackedRows(engine, tx, rows));
      await breathe();
    }
    await engine.write((tx) => finish(engine, tx, memory, index, texts.at(-1)?.tu ?? doneTo));
  }
  await purgeIndexes(engine);
}

async function readBehind(db: Kysely<Tables>, index: number, doneTo: number): Promise<readonly PackedText[]> {
  const texts: PackedText[] = [];
  for (let after = doneTo; texts.length < TUVS_AT_ONCE;) {
    const rows = await readTokensAfter(db, index, after, TUVS_A_READ);
    for (const { tu_id: tu, tokens } of rows) texts.push({ tu, tokens, length: countTokens(tokens) });
    after = rows.at(-1)?.tu_id ?? after;
    if (rows.length < TUVS_A_READ) break;
    await breathe();
  }
  return texts;
}

/** In the order of the TUs. */
export async function readSourcesAfter(
  db: Kysely<Tables>,
  index: number,
  after: number,
  limit: number,
): Promise<readonly KeyedText[]> {
  const rows = await readTokensAfter(db, index, after, limit);
  return rows.map(({ tu_id: tu, tokens }) => ({ tu, tokens: unpackTokens(tokens) }));
}

function readTokensAfter(db: Kysely<Tables>, index: number, after: number, limit: number) {
  return db
    .selectFrom('tm_source')
    .select(['tu_id', 'tokens'])
    .where('index_id', '=', index)
    .where('tu_id', '>', after)
    .orderBy('tu_id')
    .limit(limit)
    .execute();
}

async function finish(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: number,
  index: number,
  doneTo: number,
): Promise<void> {
  if ((await lockMemory(engine, tx, memory)) === null) return;
  const behind = await tx
    .selectFrom('tm_source')
    .select('tu_id')
    .where('index_id', '=', index)
    .where('tu_id', '>', doneTo)
    .limit(1)
    .executeTakeFirst();
  await tx
    .updateTable('tm_index')
    .set({ done_to: doneTo, state: behind === undefined ? INDEX_STATES.complete : INDEX_STATES.keyed })
    .where('id', '=', index)
    .where('state', '=', INDEX_STATES.keyed)
    .where('done_to', '<=', doneTo)
    .execute();
}
