/** One page of a document's segments in a language, in order. */
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { SegmentFilter, SegmentPage } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { hasEdition } from './show-progress.ts';

export interface ListSegmentsInput {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly filter: SegmentFilter;
  /** Position after which the page begins; 0 for the first one. */
  readonly after: number;
  /** At most 500. */
  readonly limit: number;
}

/** null where there is no such document or it is not translated into the language. */
export async function listSegments(
  deps: Dependencies,
  input: ListSegmentsInput,
): Promise<SegmentPage | null> {
  if (!(await hasEdition(deps, input.document, input.language))) return null;
  return deps.store.listSegments(input.document, input.language, input.filter, input.after, input.limit);
}
