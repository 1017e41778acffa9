/** The history of one segment's target, newest first. */
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Version } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { findSegment } from './show-segment.ts';

/** null where there is no such segment or it is not translated into the language. */
export async function listVersions(
  deps: Dependencies,
  key: SegmentKey,
  language: LanguageTag,
): Promise<readonly Version[] | null> {
  if ((await findSegment(deps, key, language)) === null) return null;
  return deps.store.listVersions(key, language);
}
