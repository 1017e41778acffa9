/** The variants of TUs with all that is derived from them: kept counts, what concordance reads, the indexes of sources. */
import type { Tu } from '../../../core/memory/tu.ts';
import { contentSchema, writeJson } from '../kept-json.ts';
import { foldContent } from '../kept-text.ts';
import { changeRows, given, type GivenRows } from './change-rows.ts';
import { rowsInto } from './insert-rows.ts';
import type { LockedMemory } from './locked-memory.ts';
import { countTuvs, INDEX_STATES, type LanguageIndex, type MemoryLanguage } from './memory-languages.ts';
import { keyTexts, placeTexts, unindexTexts, type IndexedText } from './sources.ts';
import { statement } from '../statement.ts';
import { addTexts, removeTexts } from './text-index.ts';

const TUV_COLUMNS = {
  tu_id: 'bigint',
  language_id: 'bigint',
  position: 'bigint',
  content: 'text',
  folded: 'text',
} as const;

const tuvs = rowsInto('tuv', TUV_COLUMNS);

export interface NumberedTu {
  readonly id: number;
  readonly tu: Tu;
}

/**
 * The TUs are rows already, or become such by `also`. Of what is added in bulk, places in the index are found later, all
 * in order (build-index.ts): in the order of their coming each of them would be a page of the disk.
 */
export async function insertVariants(
  memory: LockedMemory,
  tus: readonly NumberedTu[],
  how: 'added' | 'added in bulk' | 'changed',
  ...also: readonly GivenRows[]
): Promise<void> {
  const languages = await memory.languagesWith(tus.map(({ tu }) => tu));
  const variants = tus.flatMap(({ id, tu }) =>
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
  const rows = variants.map(({ row }) => row);
  const indexed: GivenRows[] = [];
  for (const language of new Set(variants.map((each) => each.language))) {
    if (language === undefined || language.index === null) continue;
    const texts = variants.filter((each) => each.language === language).map(({ text }) => text);
    indexed.push(...(await indexVariants(memory, language, language.index, texts, how)));
  }
  const counts = countTuvs(
    rows.map((row) => row.language_id),
    1,
  );
  const changes = [...also, given(tuvs, rows), addTexts(rows), ...indexed, counts];
  await changeRows(memory.engine, memory.tx, ...changes);
}

/** What is left to write. */
async function indexVariants(
  memory: LockedMemory,
  language: MemoryLanguage,
  index: LanguageIndex,
  texts: readonly IndexedText[],
  how: 'added' | 'added in bulk' | 'changed',
): Promise<readonly GivenRows[]> {
  const { keyed, sources } = await keyTexts(
    memory,
    language,
    index.id,
    texts.filter(({ tu }) => index.state !== INDEX_STATES.keying || tu <= index.doneTo),
  );
  if (how === 'added in bulk' && index.state === INDEX_STATES.complete) {
    const done_to = Math.min(...texts.map(({ tu }) => tu)) - 1;
    await memory.tx
      .updateTable('tm_index')
      .set({ state: INDEX_STATES.keyed, done_to })
      .where('id', '=', index.id)
      .execute();
  } else if (how === 'changed' || index.state === INDEX_STATES.complete) {
    return [sources, placeTexts(index.id, keyed)];
  }
  return [sources];
}

const deleteTuvs = statement<{ readonly tu_id: number; readonly language_id: number }>(
  ({ among }) => `delete from tuv where tu_id ${among} returning tu_id, language_id`,
);

/** Takes the variants away, the TUs stay as rows and are changed by `also`. */
export async function deleteVariants(
  memory: LockedMemory,
  tus: readonly number[],
  ...also: readonly GivenRows[]
): Promise<void> {
  const { engine, tx } = memory;
  const languages = new Map((await memory.languages()).map((each) => [each.id, each]));
  const rows = await deleteTuvs(engine, tx, tus);
  const indexed = rows.flatMap(({ tu_id, language_id }) => {
    const index = languages.get(language_id)?.index;
    return index ? [{ index_id: index.id, tu_id }] : [];
  });
  const counts = countTuvs(
    rows.map((row) => row.language_id),
    -1,
  );
  await changeRows(engine, tx, removeTexts(rows), await unindexTexts(engine, tx, indexed), counts, ...also);
}
