/** Which memories a project uses, and how: shown with all others that it could use, and set anew. */
import type { Propagation } from '../store/living-store.ts';
import type { Memory, ProjectMemory } from '../store/memory-store.ts';
import type { ProjectId } from '../store/ids.ts';
import type { Project } from '../store/project.ts';
import type { Dependencies } from './dependencies.ts';
import { memoriesOf } from './project-memories.ts';

export interface ProjectMemories {
  /** In their order. */
  readonly used: readonly (ProjectMemory & { readonly details: Memory })[];
  /** By name. */
  readonly others: readonly Memory[];
  readonly propagation: Propagation;
}

export async function listProjectMemories(
  { store, now }: Pick<Dependencies, 'store' | 'now'>,
  project: Project,
): Promise<ProjectMemories> {
  const chosen = await memoriesOf(store, project, now());
  const all = await store.memories.listMemories();
  const used = chosen.flatMap((each) => {
    const details = all.find(({ id }) => id === each.memory);
    return details === undefined ? [] : [{ ...each, details }];
  });
  const others = all.filter(({ id }) => !chosen.some(({ memory }) => memory === id));
  const { propagation } = await store.living.findMemorySettings(project.id);
  return { used, others, propagation };
}

export interface SetProjectMemoriesInput {
  readonly memories: readonly ProjectMemory[];
  readonly propagation: Propagation;
  /** Of a memory that is made and written to; '' for none. */
  readonly newName: string;
}

/** `taken`: there is a memory of the new name already; nothing was changed. */
export type SetProjectMemoriesResult = { readonly kind: 'set' | 'taken' | 'not-found' };

/** A memory that is written to from now on gets what is confirmed already. */
export async function setProjectMemories(
  { store, now }: Pick<Dependencies, 'store' | 'now'>,
  id: ProjectId,
  { memories, propagation, newName }: SetProjectMemoriesInput,
): Promise<SetProjectMemoriesResult> {
  const project = await store.findProject(id);
  if (project === null) return { kind: 'not-found' };
  const before = await memoriesOf(store, project, now());
  const chosen = [...memories];
  if (newName !== '') {
    const made = await store.memories.createMemory(newName, now());
    if (made === null) return { kind: 'taken' };
    chosen.push({ memory: made, penalty: 0, writable: true });
  }
  await store.memories.setProjectMemories(id, chosen);
  await store.living.setPropagation(id, propagation);
  const isWritten = (memory: number): boolean =>
    before.some((each) => each.memory === memory && each.writable);
  if (chosen.some(({ memory, writable }) => writable && !isWritten(memory)))
    await store.living.requireAll(id);
  return { kind: 'set' };
}
