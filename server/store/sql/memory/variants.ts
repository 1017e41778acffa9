/** The variants of TUs with all that is derived from them: kept counts, what concordance reads, the indexes of sources. */
import type { Kysely } from 'kysely';
import type { Tu } from '../../../core/memory/tu.ts';
import type { MemoryId } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { contentSchema, writeJson } from '../kept-json.ts';
import { foldContent } from '../kept-text.ts';
import type { Tables } from '../schema.ts';
import { countTuvs, languagesOf, withLanguagesOf, type MemoryLanguage } from './memory-languages.ts';
import { indexTexts, unindexTexts } from './sources.ts';

export interface NumberedTu {
  readonly id: number;
  readonly tu: Tu;
}

/** The TUs are rows already, and the memory is locked. */
export async function insertVariants(
  { texts }: Engine,
  tx: Kysely<Tables>,
  memory: MemoryId,
  tus: readonly NumberedTu[],
): Promise<void> {
  const languages = await withLanguagesOf(
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
  await tx
    .insertInto('tuv')
    .values(rows.map(({ row }) => row))
    .execute();
  await texts.add(
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
    const { index } = language;
    const inIt = rows.filter((each) => each.language === language && isIndexed(language, each.text.tu));
    await indexTexts(
      tx,
      language,
      index.id,
      inIt.map(({ text }) => text),
    );
  }
}

/** Takes the variants away, the TUs stay as rows; the memory is locked. */
export async function deleteVariants(
  { texts }: Engine,
  tx: Kysely<Tables>,
  memory: MemoryId,
  tus: readonly number[],
): Promise<void> {
  const languages = new Map((await languagesOf(tx, [memory])).map((each) => [each.id, each]));
  const rows = await tx
    .deleteFrom('tuv')
    .where('tu_id', 'in', tus)
    .returning(['tu_id', 'language_id', 'folded'])
    .execute();
  await texts.remove(tx, rows);
  await countTuvs(
    tx,
    rows.map((row) => row.language_id),
    -1,
  );
  for (const [id, language] of languages) {
    if (language.index === null) continue;
    const inIt = rows.filter((row) => row.language_id === id && isIndexed(language, row.tu_id));
    await unindexTexts(
      tx,
      language.index.id,
      inIt.map((row) => row.tu_id),
    );
  }
}

/** Whether what is done to the TU is to be done to the index; where not, building it comes to the TU later. */
function isIndexed({ index }: MemoryLanguage, tu: number): boolean {
  return index !== null && (index.complete || tu <= index.indexedTo);
}
