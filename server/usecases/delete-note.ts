/** A note on a segment is taken away. */
import type { LanguageTag } from '../core/text/language.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { listNotes } from './list-notes.ts';

/** False where there is no such note for the segment in the language. */
export async function deleteNote(
  deps: Dependencies,
  segment: SegmentKey,
  language: LanguageTag,
  id: number,
): Promise<boolean> {
  const notes = await listNotes(deps, segment, language);
  if (notes?.some((note) => note.id === id) !== true) return false;
  return deps.store.deleteNote(segment, id);
}
