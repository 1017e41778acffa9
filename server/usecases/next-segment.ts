/** Where work goes on: the next segment in one of the states, from the start again where none follows. */
import type { State } from '../core/document/state.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId, StoredSegment } from '../store/store.ts';
import type { Dependencies } from './dependencies.ts';

export interface NextSegmentInput {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  /** Position of the segment that one is at. */
  readonly after: number;
  readonly states: readonly State[];
}

/** null where no segment is in any of the states. */
export async function nextSegment(
  deps: Dependencies,
  input: NextSegmentInput,
): Promise<StoredSegment | null> {
  return deps.store.nextSegment(input.document, input.language, input.after, input.states);
}
