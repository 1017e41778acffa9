/** How many segments a filter finds. */
import { STATES } from '../core/document/state.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { SegmentFilter } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import type { Dependencies } from './dependencies.ts';
import { showProgress } from './show-progress.ts';

/** By state alone it is known already; a text or a band has to be looked for. 0 where there is no such document. */
export async function countSegments(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
  filter: SegmentFilter,
): Promise<number> {
  if ((filter.text === undefined || filter.text === '') && filter.bands === undefined) {
    const progress = await showProgress(deps, document, language);
    if (progress === null) return 0;
    return (filter.states ?? STATES).reduce((count, state) => count + progress.byState[state].segments, 0);
  }
  let count = 0;
  const found = allSegments(deps.store, document, language, filter);
  while ((await found.next()).done !== true) count += 1;
  return count;
}
