/** A project goes, with its documents and every version of their targets. Asking first is the caller's affair. */
import type { ProjectId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';

/** False where it was not there. */
export async function deleteProject(deps: Dependencies, id: ProjectId): Promise<boolean> {
  return deps.store.deleteProject(id);
}
