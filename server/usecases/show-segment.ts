/** One segment with the others of its unit, so that a sentence is seen in its paragraph. */
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Resegmented } from '../store/resegmentation.ts';
import type { StoredSegment } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { hasEdition } from './show-progress.ts';

export interface SegmentInContext {
  readonly segment: StoredSegment;
  /** All of its unit, in order, itself among them. */
  readonly unit: readonly StoredSegment[];
  /** The last split or join of the unit, which can be undone. */
  readonly undo: Resegmented | null;
}

/** null where there is no such segment or it is not translated into the language. */
export async function showSegment(
  deps: Dependencies,
  key: SegmentKey,
  language: LanguageTag,
): Promise<SegmentInContext | null> {
  const segment = await findSegment(deps, key, language);
  if (segment === null) return null;
  const { document, unitIndex } = segment;
  return {
    segment,
    unit: await deps.store.listUnitSegments(document, unitIndex, language),
    undo: await deps.store.lastResegmentation(document, unitIndex),
  };
}

/** The segment, if its document is translated into the language. */
export async function findSegment(
  deps: Dependencies,
  key: SegmentKey,
  language: LanguageTag,
): Promise<StoredSegment | null> {
  const segment = await deps.store.findSegment(key, language);
  if (segment === null || !(await hasEdition(deps, segment.document, language))) return null;
  return segment;
}
