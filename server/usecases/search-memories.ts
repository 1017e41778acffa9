/** Concordance: where memories hold a text, with the places of it. */
import { findSpans, type Span } from '../core/text/find.ts';
import { textOf } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { variantIn, type Tuv } from '../core/memory/tu.ts';
import type { MemoryId, TuId } from '../store/ids.ts';
import type { StoredTu } from '../store/memory-store.ts';
import type { Dependencies } from './dependencies.ts';

export interface ConcordanceSearch {
  readonly memories: readonly MemoryId[];
  readonly text: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  /** Where it is looked for. */
  readonly side: 'source' | 'target';
  readonly wholeWord: boolean;
  /** Only TUs with a higher number. */
  readonly after?: TuId;
  /** At most 100. */
  readonly limit: number;
}

export interface Occurrence {
  readonly tu: StoredTu;
  readonly source: Tuv;
  readonly target: Tuv;
  /** In the plain text of the side that was searched. */
  readonly spans: readonly Span[];
}

export async function searchMemories(
  { store }: Pick<Dependencies, 'store'>,
  search: ConcordanceSearch,
): Promise<readonly Occurrence[]> {
  const { memories, text, sourceLanguage, targetLanguage, side, wholeWord, limit } = search;
  const [language, otherLanguage] =
    side === 'source' ? [sourceLanguage, targetLanguage] : [targetLanguage, sourceLanguage];
  const found = await store.memories.findOccurrences({
    memories,
    text,
    language,
    otherLanguage,
    wholeWord,
    limit,
    ...(search.after === undefined ? {} : { after: search.after }),
  });
  return found.flatMap((tu) => {
    const source = variantIn(tu, sourceLanguage);
    const target = variantIn(tu, targetLanguage);
    if (source === null || target === null) return [];
    const { content } = side === 'source' ? source : target;
    return [{ tu, source, target, spans: findSpans(textOf(content), text) }];
  });
}
