/** A person joins a segment with the next one of its unit; targets are joined in every language. */
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { answer, wordCounter, type ResegmentSegmentResult } from './resegment-segment.ts';
import { findSegment } from './show-segment.ts';

export interface JoinSegmentsInput {
  readonly segment: SegmentKey;
  /** The one after it. */
  readonly next: SegmentKey;
  readonly language: LanguageTag;
  /** The versions that the person saw; 0 where there was none. */
  readonly base: number;
  readonly nextBase: number;
  readonly author: string;
}

export async function joinSegments(
  deps: Dependencies,
  input: JoinSegmentsInput,
): Promise<ResegmentSegmentResult> {
  const { language, base, next, nextBase, author } = input;
  const segment = await findSegment(deps, input.segment, language);
  if (segment === null) return { kind: 'not-found' };
  if (segment.locked) return { kind: 'locked' };
  const words = await wordCounter(deps, segment.document);
  const change = { kind: 'join', next, nextBase } as const;
  const result = await deps.store.resegment(
    { segment: segment.key, language, base, change, author, at: deps.now() },
    words,
  );
  return answer(deps, segment, language, result);
}
