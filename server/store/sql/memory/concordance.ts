/** TUs whose text holds what is looked for, by the folded text, in the order of their numbers. */
import { variantIn, primaryLanguage } from '../../../core/memory/tu.ts';
import { equivalentText, textOf, type Content } from '../../../core/text/content.ts';
import { findSpans } from '../../../core/text/find.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { isInsideWord } from '../../../core/text/whole-word.ts';
import type { ConcordanceQuestion, StoredTu } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { foldText } from '../kept-text.ts';
import { languagesOf, type MemoryLanguage } from './memory-languages.ts';
import { statement } from './statement.ts';
import { readTus } from './tu-rows.ts';

const LARGEST = 100;
/** Texts that are looked at for a whole word at first; each time that more must be, twice as many. */
const FIRST_READ = 200;
const LARGEST_READ = 5_000;

/** Nothing is found for a text of which folding leaves nothing. */
export async function findOccurrences(
  engine: Engine,
  question: ConcordanceQuestion,
): Promise<readonly StoredTu[]> {
  const needle = foldText(question.text);
  if (needle === '') return [];
  const limit = Math.min(Math.max(question.limit, 1), LARGEST);
  const primary = primaryLanguage(question.language);
  const languages = await languagesOf(engine, engine.db, question.memories);
  const found: StoredTu[] = [];
  for (const language of languages.filter((each) => each.primary === primary && each.tuvs > 0)) {
    found.push(...(await findInLanguage(engine, question, language, needle, limit)));
  }
  return found.sort((a, b) => a.id - b.id).slice(0, limit);
}

async function findInLanguage(
  engine: Engine,
  question: ConcordanceQuestion,
  { id, language }: MemoryLanguage,
  needle: string,
  limit: number,
): Promise<readonly StoredTu[]> {
  const found: StoredTu[] = [];
  let size = question.wholeWord ? FIRST_READ : limit;
  for (let after: number = question.after ?? 0; ; size = Math.min(2 * size, LARGEST_READ)) {
    const ids = await engine.texts.find(engine.db, id, needle, after, size);
    const some = question.wholeWord ? await withWholeWord(engine, id, ids, needle) : ids;
    for (let from = 0; from < some.length && found.length < limit; from += limit) {
      const tus = await readTus(engine, engine.db, some.slice(from, from + limit));
      found.push(...tus.filter((tu) => isAsked(tu, question, language)));
    }
    after = ids.at(-1) ?? after;
    if (ids.length < size || found.length >= limit) return found.slice(0, limit);
  }
}

const readFolded = statement<{ tu_id: number; folded: string }>(
  ({ among }) => `select tu_id, folded from tuv where language_id = ? and tu_id ${among} order by tu_id`,
);

/** Those whose folded text has the needle as a whole word: what is not seen parts no word there. */
async function withWholeWord(
  engine: Engine,
  language: number,
  ids: readonly number[],
  needle: string,
): Promise<readonly number[]> {
  if (ids.length === 0) return [];
  const rows = await readFolded(engine, engine.db, language, ids);
  return rows.flatMap(({ tu_id: id, folded }) => (hasWholeWord(folded, needle) ? [id] : []));
}

function hasWholeWord(folded: string, needle: string): boolean {
  for (let start = folded.indexOf(needle); start >= 0; start = folded.indexOf(needle, start + 1)) {
    if (!isInsideWord(folded, { start, end: start + needle.length })) return true;
  }
  return false;
}

/** Whether it has both languages, and the text where it was looked for: in the variant of this very tag. */
function isAsked(tu: StoredTu, question: ConcordanceQuestion, tag: LanguageTag): boolean {
  const { text, language, otherLanguage, wholeWord } = question;
  const here = variantIn(tu, language);
  const other = variantIn(tu, otherLanguage);
  if (here === null || other === null || here === other || here.language !== tag) return false;
  const texts = shownTexts(here.content);
  return texts.some((shown) =>
    findSpans(shown, text).some((span) => !wholeWord || !isInsideWord(shown, span)),
  );
}

function shownTexts(content: Content): readonly string[] {
  return [...new Set([textOf(content), equivalentText(content)])];
}
