/** What the page of a memory is asked and sends. */
import { z } from 'zod';
import { parseLanguageTag, type LanguageTag } from '../../../core/text/language.ts';
import { primaryLanguage } from '../../../core/memory/tu.ts';
import { tuId, type Memory } from '../../../store/memory-store.ts';
import type { LanguagePair } from '../../../usecases/browse-memory.ts';
import { textList } from '../../form.ts';
import { singleLine } from '../../single-line.ts';

/** What is not understood in an address is left out. */
const text = (maximum: number): z.ZodType<string> => z.string().max(maximum).catch('');
const language = text(100);
const unit = z
  .string()
  .regex(/^[1-9]\d{0,14}$/u)
  .transform((number) => tuId(Number(number)));

export const browseQuery = z.object({
  text: text(1_000),
  source: language,
  target: language,
  side: z.enum(['source', 'target']).catch('source'),
  word: z.enum(['', 'yes']).catch(''),
  after: unit.nullable().catch(null),
});
export type BrowseQuery = z.output<typeof browseQuery>;

export const renameForm = z.object({ name: singleLine(200).default('') });

export const unitsForm = z.object({
  unit: textList.pipe(z.array(unit).max(100)),
  /** Path of this page to come back to. */
  back: z.string().max(10_000).default(''),
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
