/** What pages of memories are asked: a text, a pair of languages, a side. */
import { z } from 'zod';
import { primaryLanguage } from '../core/memory/tu.ts';
import { parseLanguageTag, type LanguageTag } from '../core/text/language.ts';
import type { Memory } from '../store/memory-store.ts';
import type { LanguagePair } from '../usecases/browse-memory.ts';
import { unitNumber } from './params.ts';

/** What is not understood in an address is left out. */
const text = (maximum: number): z.ZodType<string> => z.string().max(maximum).catch('');
const language = text(100);

export const browseQuery = z.object({
  text: text(1_000),
  source: language,
  target: language,
  side: z.enum(['source', 'target']).catch('source'),
  word: z.enum(['', 'yes']).catch(''),
  after: unitNumber.nullable().catch(null),
});
export type BrowseQuery = z.output<typeof browseQuery>;

/** Of forms that ask for a pair. */
export const pairForm = z.object({
  source: z.string().max(100).default(''),
  target: z.string().max(100).default(''),
});

/** The pair that is asked for; null where it is not said, or says one language twice. */
export function pairOfQuery(query: Pick<BrowseQuery, 'source' | 'target'>): LanguagePair | null {
  const [source, target] = [parseLanguageTag(query.source), parseLanguageTag(query.target)];
  if (source === null || target === null || primaryLanguage(source) === primaryLanguage(target)) return null;
  return { source, target };
}

/** The two languages that most texts are in; null where there are not two. */
export function commonPairOf(memories: readonly Memory[]): LanguagePair | null {
  const counts = new Map<LanguageTag, number>();
  for (const { language, tuvs } of memories.flatMap(({ languages }) => languages))
    counts.set(language, (counts.get(language) ?? 0) + tuvs);
  const tags = [...counts].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
  const [source] = tags;
  const target = tags.find((tag) => source !== undefined && primaryLanguage(tag) !== primaryLanguage(source));
  return source === undefined || target === undefined ? null : { source, target };
}
