/** How far one language of a document has come. */
import { summarize, type ProgressSummary } from '../core/progress/summary.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';

/** null where there is no such document or it is not translated into the language. */
export async function showProgress(
  deps: Dependencies,
  document: DocumentId,
  language: LanguageTag,
): Promise<ProgressSummary | null> {
  const progress = await deps.store.documentProgress(document);
  const own = progress.find((each) => each.language === language);
  return own === undefined ? null : summarize([own.byState]);
}

/** Whether the document is there and the language one of its project's. */
export async function hasEdition(
  deps: Dependencies,
  id: DocumentId,
  language: LanguageTag,
): Promise<boolean> {
  const document = await deps.store.findDocument(id);
  const project = document === null ? null : await deps.store.findProject(document.project);
  return project?.targetLanguages.includes(language) ?? false;
}
