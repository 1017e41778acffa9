/** Which memories a project uses; each is given one of its own when it first needs one. */
import type { MemoryId, ProjectMemory } from '../store/memory-store.ts';
import type { Project, Store } from '../store/store.ts';

/** In the order of their use, its own among them; a project that was once given its own may do without. */
export async function memoriesOf(store: Store, project: Project, now: number): Promise<readonly ProjectMemory[]> {
  const { hasOwn } = await store.living.findMemorySettings(project.id);
  if (!hasOwn && (await store.living.claimOwnMemory(project.id))) {
    const own = { memory: await makeMemory(store, project.name, now), penalty: 0, writable: true };
    const others = await store.memories.listProjectMemories(project.id);
    await store.memories.setProjectMemories(project.id, [own, ...others]);
  }
  return store.memories.listProjectMemories(project.id);
}

/** Makes a memory of that name, with a number behind it where there is one already. */
async function makeMemory(store: Store, name: string, now: number): Promise<MemoryId> {
  for (let number = 1; ; number += 1) {
    const made = await store.memories.createMemory(number === 1 ? name : `${name} (${number})`, now);
    if (made !== null) return made;
  }
}
