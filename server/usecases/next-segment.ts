/**
 * Where work goes on: the next segment in one of the states, from the start again where none follows. Segments
 * that cannot be changed are passed over.
 */
import type { State } from '../core/document/state.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { StoredSegment } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';

export interface NextSegmentInput {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  /** Position of the segment that one is at; 0 for none. */
  readonly after: number;
  readonly states: readonly State[];
}

/** null where no segment is in any of the states. */
export async function nextSegment(
  deps: Dependencies,
  input: NextSegmentInput,
): Promise<StoredSegment | null> {
  const { document, language, states } = input;
  let { after } = input;
  let firstLocked = 0;
  for (;;) {
    const segment = await deps.store.nextSegment(document, language, after, states);
    if (segment === null || !segment.locked) return segment;
    if (segment.position === firstLocked) return null; // once around
    if (firstLocked === 0) firstLocked = segment.position;
    after = segment.position;
  }
}

/** Where work on a document begins: what is not translated, or else what is not reviewed. */
export async function firstOpenSegment(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
): Promise<StoredSegment | null> {
  const at = { document, language, after: 0 };
  return (
    (await nextSegment(deps, { ...at, states: ['initial'] })) ??
    (await nextSegment(deps, { ...at, states: ['translated'] }))
  );
}
