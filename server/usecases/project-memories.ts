/** Which memories a project uses; each is given one of its own when it first needs one. */
import type { ProjectMemory } from '../store/memory-store.ts';
import type { Project } from '../store/project.ts';
import type { Store } from '../store/store.ts';

/** In the order of their use, its own among them; a project that was once given its own may do without. */
export async function memoriesOf(
  { living, memories }: Pick<Store, 'living' | 'memories'>,
  project: Project,
  now: number,
): Promise<readonly ProjectMemory[]> {
  const { hasOwn } = await living.findMemorySettings(project.id);
  if (!hasOwn) await living.giveOwnMemory(project.id, project.name, now);
  return memories.listProjectMemories(project.id);
}
