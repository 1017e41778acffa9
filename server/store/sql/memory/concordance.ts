/** TUs whose text holds what is looked for, by the folded text, in the order of their numbers. */
import { variantIn, primaryLanguage } from '../../../core/memory/tu.ts';
import { equivalentText, textOf, type Content } from '../../../core/text/content.ts';
import { findSpans, type Span } from '../../../core/text/find.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { tuId, type ConcordanceQuestion, type StoredTu } from '../../memory-store.ts';
import type { Engine } from '../engine.ts';
import { foldText } from '../kept-text.ts';
import { languagesOf, type MemoryLanguage } from './memory-languages.ts';
import { readTus } from './tu-rows.ts';

const LARGEST = 100;
const A_READ = 200;

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
  for (let after = question.after ?? tuId(0); ;) {
    const size = question.wholeWord ? A_READ : limit;
    const ids = await engine.texts.find(engine.db, id, needle, after, size);
    const tus = await readTus(engine, engine.db, ids);
    found.push(...tus.filter((tu) => isAsked(tu, question, language)));
    after = tuId(ids.at(-1) ?? after);
    if (ids.length < size || found.length >= limit) return found.slice(0, limit);
  }
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

const UNSPACED =
  /[\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a word goes on before or behind it; where words are not written apart nobody knows, so there it does not. */
function isInsideWord(text: string, { start, end }: Span): boolean {
  const [first, last] = [characterAt(text, start), characterBefore(text, end)];
  return goesOn(characterBefore(text, start), first) || goesOn(last, characterAt(text, end));
}

function goesOn(before: string, behind: string): boolean {
  if (UNSPACED.test(before) || UNSPACED.test(behind)) return false;
  return (
    /[\p{L}\p{M}\p{N}\p{Join_Control}]/u.test(before) && /[\p{L}\p{M}\p{N}\p{Join_Control}]/u.test(behind)
  );
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

function characterBefore(text: string, at: number): string {
  const low = /[\uDC00-\uDFFF]/.test(text.charAt(at - 1));
  return at <= 0 ? ' ' : characterAt(text, low ? at - 2 : at - 1);
}
