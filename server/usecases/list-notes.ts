/** The notes on a segment: those about its source, and those about its target in the language. */
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { SegmentNote } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { findSegment } from './show-segment.ts';

/** null where there is no such segment or it is not translated into the language. */
export async function listNotes(
  deps: Dependencies,
  key: SegmentKey,
  language: LanguageTag,
): Promise<readonly SegmentNote[] | null> {
  if ((await findSegment(deps, key, language)) === null) return null;
  const notes = await deps.store.listNotes(key);
  return notes.filter((note) => note.language === null || note.language === language);
}
