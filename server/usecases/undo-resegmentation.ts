/** The last split or join of a unit is undone, as long as nobody changed anything of it since. */
import type { LanguageTag } from '../core/text/language.ts';
import type { ResegmentationId, SegmentKey } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { answer, type ResegmentSegmentResult } from './resegment-segment.ts';
import { findSegment } from './show-segment.ts';

export interface UndoResegmentationInput {
  /** Any segment of the unit. */
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  readonly id: ResegmentationId;
  readonly author: string;
}

export async function undoResegmentation(
  deps: Dependencies,
  { segment: key, language, id, author }: UndoResegmentationInput,
): Promise<ResegmentSegmentResult> {
  const segment = await findSegment(deps, key, language);
  if (segment === null) return { kind: 'not-found' };
  const last = await deps.store.lastResegmentation(segment.document, segment.unitIndex);
  if (last?.id !== id) return { kind: 'conflict' };
  const result = await deps.store.undoResegmentation(id, { language, author, at: deps.now() });
  return answer(deps, segment, language, result);
}
