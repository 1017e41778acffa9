/** The files that were brought back for a translation: who, when, with what, and what became of it. */
import type { LanguageTag } from '../core/text/language.ts';
import type { Import } from '../store/exchange.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';

/** Newest first; pending ones are not among them. */
export function listImports(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
): Promise<readonly Import[]> {
  return deps.store.listImports(document, language);
}

/** null where there is none of this id. */
export function findImport(deps: Dependencies, id: string): Promise<Import | null> {
  return deps.store.findImport(id);
}
