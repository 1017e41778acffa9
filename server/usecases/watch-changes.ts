/** Tells of each change in one language of a document, whoever makes it. */
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { ChangeEvent } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';

/** Returns how to stop. */
export function watchChanges(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
  listener: (event: ChangeEvent) => void,
): () => void {
  return deps.store.onChange((event) => {
    if (event.document === document && event.language === language) listener(event);
  });
}
