/** One project with its documents. */
import type { ProjectId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { StoredDocument } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';

export interface ProjectWithDocuments {
  readonly project: Project;
  readonly documents: readonly StoredDocument[];
}

/** null where there is no such project. */
export async function showProject(deps: Dependencies, id: ProjectId): Promise<ProjectWithDocuments | null> {
  const project = await deps.store.findProject(id);
  return project === null ? null : { project, documents: await deps.store.listDocuments(id) };
}
