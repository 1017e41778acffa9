/** Walks all segments of a document, page by page, in order. */
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { SegmentFilter, StoredSegment } from '../store/segment.ts';
import type { Store } from '../store/store.ts';

const PAGE = 500;

export async function* allSegments(
  store: Store,
  document: DocumentId,
  language: LanguageTag,
  filter: SegmentFilter = {},
): AsyncGenerator<StoredSegment> {
  let after: number | null = 0;
  while (after !== null) {
    const page = await store.listSegments(document, language, filter, after, PAGE);
    yield* page.segments;
    after = page.next;
  }
}
