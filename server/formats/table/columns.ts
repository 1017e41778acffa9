/** Which column of a table is what: by a first row that names languages, else the first is the source, the second the target. */
import { languageName, parseLanguageTag, primaryOf, type LanguageTag } from '../../core/text/language.ts';
import type { TuReadOptions } from '../memory-format.ts';

export interface Columns {
  readonly languages: readonly { readonly index: number; readonly language: LanguageTag }[];
  readonly id: number | null;
  readonly note: number | null;
  /** Whether the first row says so, and is no translation itself. */
  readonly hasHeader: boolean;
}

const WORDS = /^(?:source|target|src|trg|tgt|original|translation|text|source[ _-]?text|target[ _-]?text)$/i;
const ID = /^(?:id|key|context|msgctxt)$/i;
const NOTE = /^(?:notes?|comments?)$/i;

/** null where neither the row nor the person says two languages. */
export function columnsOf(row: readonly string[], options: TuReadOptions): Columns | null {
  const cells = row.map((cell) => cell.trim());
  const { sourceLanguage: source, targetLanguage: target } = options;
  const asked = [source, target].filter((each) => each !== null);
  const all = cells.flatMap((cell, index) => {
    const language = languageIn(cell);
    return language === null ? [] : [{ index, language }];
  });
  // `id` is Indonesian too.
  const isId =
    all.length > 2 && cells[0]?.toLowerCase() === 'id' && !asked.some((each) => primaryOf(each) === 'id');
  const named = isId ? all.slice(1) : all;
  const different = new Set(named.map(({ language }) => language)).size;
  const other = (index: number): boolean => ID.test(cells[index] ?? '') || NOTE.test(cells[index] ?? '');
  const isHeader =
    different >= 2 && cells.every((cell, index) => cell === '' || other(index) || languageIn(cell) !== null);
  const find = (pattern: RegExp): number | null => {
    const index = cells.findIndex((cell) => pattern.test(cell));
    return index < 0 || named.some((each) => each.index === index) ? null : index;
  };
  const fits = asked.every((each) => named.some(({ language }) => primaryOf(language) === primaryOf(each)));
  if (isHeader && fits) return { languages: named, id: find(ID), note: find(NOTE), hasHeader: true };
  if (source === null || target === null) return null;
  const isNamed = (cell: string | undefined, language: LanguageTag): boolean =>
    cell !== undefined &&
    (WORDS.test(cell) ||
      cell.toLowerCase() === languageName(language, 'en').toLowerCase() ||
      cell === languageName(language));
  return {
    languages: [
      { index: 0, language: source },
      { index: 1, language: target },
    ],
    ...{ id: null, note: null },
    hasHeader: isNamed(cells[0], source) && isNamed(cells[1], target),
  };
}

/** A tag whose language has a name; not every short word. */
function languageIn(cell: string): LanguageTag | null {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(cell)) return null;
  const tag = parseLanguageTag(cell);
  return tag !== null && languageName(tag, 'en') !== tag ? tag : null;
}
