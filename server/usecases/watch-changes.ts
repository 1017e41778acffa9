/** Tells of each change in one language of a document, whoever makes it. */
import type { LanguageTag } from '../core/text/language.ts';
import type { ChangeEvent, DocumentId } from '../store/store.ts';
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
