/** How much there is of each translation of a document, for the space that it will take. */
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';

/** Code points, codes left out, by language; 0 where nothing has been written is left out. */
export function countTargetCharacters(
  deps: Dependencies,
  document: DocumentId,
): Promise<ReadonlyMap<LanguageTag, number>> {
  return deps.store.targetCharacters(document);
}
