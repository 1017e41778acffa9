/** A person cuts a segment in two: source and target each where they say. The file's say (canResegment) is kept. */
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { answer, wordCounter, type ResegmentSegmentResult } from './resegment-segment.ts';
import { findSegment } from './show-segment.ts';

export interface SplitSegmentInput {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  /** The version that the person saw; 0 where there was none. */
  readonly base: number;
  /** Positions as in core/text/edit-content.ts; without one for the target, all of it stays with the first half. */
  readonly source: number;
  readonly target: number | null;
  readonly author: string;
}

export async function splitSegment(
  deps: Dependencies,
  input: SplitSegmentInput,
): Promise<ResegmentSegmentResult> {
  const { language, base, source, target, author } = input;
  const segment = await findSegment(deps, input.segment, language);
  if (segment === null) return { kind: 'not-found' };
  if (segment.locked) return { kind: 'locked' };
  const words = await wordCounter(deps, segment.document);
  const change = { kind: 'split', source, target } as const;
  const result = await deps.store.resegment(
    { segment: segment.key, language, base, change, author, at: deps.now() },
    words,
  );
  return answer(deps, segment, language, result);
}
