/**
 * The band of each segment of a text: of its best match in the memories, or that it is locked, or says what an earlier
 * one said. The same for what is in the store and for files.
 */
import { bandOf, type Band, type ScoreBand } from '../core/memory/bands.ts';
import type { RepetitionCounter } from '../core/memory/leverage.ts';
import { matchingKey } from '../core/memory/matching-key.ts';
import type { TuContext } from '../core/memory/tu.ts';
import { textOf, type Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { inContext } from './in-context.ts';
import { bestMatch, type LookUpQuestion } from './look-up-matches.ts';

export interface TextToLookFor {
  readonly source: Content;
  readonly unit: string;
  readonly locked: boolean;
  /** Of one that is in the store: what a memory has of itself is no match. */
  readonly key?: SegmentKey;
}

/** null: there are no memories to ask. */
export type Memories = {
  readonly deps: Pick<Dependencies, 'store' | 'now'>;
  readonly memories: LookUpQuestion['memories'];
} | null;

export interface BandQuestion {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  /** Of the text's format: `hasOwnIds`. */
  readonly withIds: boolean;
  /** Shared by all texts in which a repetition counts as one. */
  readonly repetitions: RepetitionCounter;
}

/** `segments` are those of one document, in order. */
export async function* findBands<T extends TextToLookFor>(
  memories: Memories,
  question: BandQuestion,
  segments: AsyncIterable<T> | Iterable<T>,
): AsyncGenerator<{ readonly segment: T; readonly band: Band }> {
  for await (const { segment, context } of inContext(segments, question.withIds)) {
    if (segment.locked) yield { segment, band: 'locked' };
    else {
      const found = await scoreBand(memories, question, segment, context);
      yield { segment, band: question.repetitions.bandFor(sameTranslation(segment.source), found) };
    }
  }
}

async function scoreBand(
  memories: Memories,
  { sourceLanguage, targetLanguage }: BandQuestion,
  { source, key }: TextToLookFor,
  context: TuContext,
): Promise<ScoreBand> {
  if (memories === null || memories.memories.length === 0) return 'new';
  const best = await bestMatch(memories.deps, {
    memories: memories.memories,
    sourceLanguage,
    targetLanguage,
    source,
    context,
    minimum: 50,
    ...(key === undefined ? {} : { except: key }),
  });
  return bandOf(best?.score ?? null);
}

/** Equal for sources that one translation serves: text and codes; '' where there is nothing to translate. */
export function sameTranslation(source: Content): string {
  if (textOf(source).trim() === '' || matchingKey(source).tokens.length === 0) return '';
  return source
    .map((part) => (typeof part === 'string' ? part.normalize('NFC') : `\u0000${part.code}`))
    .join('');
}
