/** One document with its project and its progress in each target language. */
import type { DocumentId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { StoredDocument } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { byLanguage, type LanguageProgress } from './list-projects.ts';

export interface DocumentOverview {
  readonly project: Project;
  readonly document: StoredDocument;
  readonly progress: readonly LanguageProgress[];
}

/** null where there is no such document. */
export async function showDocument(deps: Dependencies, id: DocumentId): Promise<DocumentOverview | null> {
  const document = await deps.store.findDocument(id);
  const project = document === null ? null : await deps.store.findProject(document.project);
  if (document === null || project === null) return null;
  return { project, document, progress: byLanguage(project, await deps.store.documentProgress(id)) };
}
