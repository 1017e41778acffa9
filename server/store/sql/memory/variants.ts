/** The variants of TUs with all that is derived from them: kept counts, what concordance reads, the indexes of sources. */
import type { Kysely } from 'kysely';
import type { Tu } from '../../../core/memory/tu.ts';
import type { MemoryId } from '../../ids.ts';
import type { Engine } from '../engine.ts';
import { contentSchema, writeJson } from '../kept-json.ts';
import { foldContent } from '../kept-text.ts';
import type { Tables } from '../schema.ts';
import { insertion } from './insert-rows.ts';
import {
  countTuvs,
  INDEX_STATES,
  languagesOf,
  withLanguagesOf,
  type LanguageIndex,
  type MemoryLanguage,
} from './memory-languages.ts';
import { addTexts, removeTexts } from './text-index.ts';
import { keyTexts, placeTexts, unindexTexts, type IndexedText } from './sources.ts';

const TUV_COLUMNS = {
  tu_id: 'bigint',
  language_id: 'bigint',
  position: 'bigint',
  content: 'text',
  folded: 'text',
} as const;

const insertTuvs = insertion('tuv', TUV_COLUMNS);

export interface NumberedTu {
  readonly id: number;
  readonly tu: Tu;
}

/**
 * The TUs are rows already, and the memory is locked. Of what is added in bulk, places in the index are found later, all
 * in order (build-index.ts): in the order of their coming each of them would be a page of the disk.
 */
export async function insertVariants(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: MemoryId,
  tus: readonly NumberedTu[],
  how: 'added' | 'added in bulk' | 'changed',
): Promise<void> {
  const languages = await withLanguagesOf(
    engine,
    tx,
    memory,
    tus.map(({ tu }) => tu),
  );
  const rows = tus.flatMap(({ id, tu }) =>
    tu.variants.map(({ language, content }, position) => ({
      row: {
        tu_id: id,
        language_id: languages.get(language)?.id ?? 0,
        position,
        content: writeJson(contentSchema, content),
        folded: foldContent(content),
      },
      language: languages.get(language),
      text: { tu: id, content, context: tu.context },
    })),
  );
  if (rows.length === 0) return;
  await insertTuvs(
    engine,
    tx,
    rows.map(({ row }) => row),
  );
  await addTexts(
    engine,
    tx,
    rows.map(({ row }) => row),
  );
  await countTuvs(
    tx,
    rows.map(({ row }) => row.language_id),
    1,
  );
  for (const language of new Set(rows.map((each) => each.language))) {
    if (language === undefined || language.index === null) continue;
    const texts = rows.filter((each) => each.language === language).map(({ text }) => text);
    await indexVariants(engine, tx, language, language.index, texts, how);
  }
}

async function indexVariants(
  engine: Engine,
  tx: Kysely<Tables>,
  language: MemoryLanguage,
  index: LanguageIndex,
  texts: readonly IndexedText[],
  how: 'added' | 'added in bulk' | 'changed',
): Promise<void> {
  const keyed = await keyTexts(
    engine,
    tx,
    language,
    index.id,
    texts.filter(({ tu }) => index.state !== INDEX_STATES.keying || tu <= index.doneTo),
  );
  if (how === 'added in bulk' && index.state === INDEX_STATES.complete) {
    const done_to = Math.min(...texts.map(({ tu }) => tu)) - 1;
    await tx
      .updateTable('tm_index')
      .set({ state: INDEX_STATES.keyed, done_to })
      .where('id', '=', index.id)
      .execute();
  } else if (how === 'changed' || index.state === INDEX_STATES.complete) {
    await placeTexts(engine, tx, index.id, keyed);
  }
}

/** Takes the variants away, the TUs stay as rows; the memory is locked. */
export async function deleteVariants(
  engine: Engine,
  tx: Kysely<Tables>,
  memory: MemoryId,
  tus: readonly number[],
): Promise<void> {
  const languages = new Map((await languagesOf(engine, tx, [memory])).map((each) => [each.id, each]));
  const rows = await tx
    .deleteFrom('tuv')
    .where('tu_id', 'in', tus)
    .returning(['tu_id', 'language_id'])
    .execute();
  await removeTexts(tx, rows);
  await countTuvs(
    tx,
    rows.map((row) => row.language_id),
    -1,
  );
  for (const [id, language] of languages) {
    if (language.index === null) continue;
    const inIt = rows.filter((row) => row.language_id === id);
    await unindexTexts(
      tx,
      language.index.id,
      inIt.map((row) => row.tu_id),
    );
  }
}
