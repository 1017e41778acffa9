/** TUs whose text holds what is looked for, by the folded text, in the order of their numbers. */
import { variantIn, primaryLanguage } from '../../../core/memory/tu.ts';
import { equivalentText, textOf, type Content } from '../../../core/text/content.ts';
import { findSpans } from '../../../core/text/find.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { isInsideWord } from '../../../core/text/whole-word.ts';
import type { ConcordanceQuestion, StoredTu } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { foldText } from '../kept-text.ts';
import { wantedFor } from './grams.ts';
import { languagesOf, type MemoryLanguage } from './memory-languages.ts';
import { statement } from '../statement.ts';
import { findCandidates } from './text-candidates.ts';
import { readTus } from './tu-rows.ts';

const LARGEST = 100;
/** Texts that are read together; at first as many as are asked for, each time twice as many. */
const LARGEST_READ = 1_000;

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
  const { wholeWord } = question;
  const wanted = wantedFor(needle, wholeWord);
  const asked = { language: id, needle, wanted, after: question.after ?? 0 };
  const found: StoredTu[] = [];
  let size = limit;
  for await (const candidates of findCandidates(engine, asked)) {
    for (let from = 0; from < candidates.length; size = Math.min(2 * size, LARGEST_READ)) {
      const rows = await readFolded(engine, engine.db, id, candidates.slice(from, from + size));
      from += size;
      const holding = rows.filter(({ folded }) => holds(folded, needle, wholeWord)).map((row) => row.tu_id);
      for (let at = 0; at < holding.length && found.length < limit; at += limit) {
        const tus = await readTus(engine, engine.db, holding.slice(at, at + limit));
        found.push(...tus.filter((tu) => isAsked(tu, question, language)));
      }
      if (found.length >= limit) return found.slice(0, limit);
    }
    // On SQLite nothing else has its turn while a statement is awaited.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

const readFolded = statement<{ tu_id: number; folded: string }>(
  ({ among }) => `select tu_id, folded from tuv where language_id = ? and tu_id ${among} order by tu_id`,
);

/** What is not seen parts no word in the folded text. */
function holds(folded: string, needle: string, wholeWord: boolean): boolean {
  let start = folded.indexOf(needle);
  while (wholeWord && start >= 0 && isInsideWord(folded, { start, end: start + needle.length })) {
    start = folded.indexOf(needle, start + 1);
  }
  return start >= 0;
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
