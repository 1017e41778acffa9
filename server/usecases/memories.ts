/** Memories as such: made, named, deleted. */
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import { checkText } from '../core/text/check-text.ts';
import type { MemoryId } from '../store/ids.ts';
import type { Memory } from '../store/memory-store.ts';
import type { Dependencies } from './dependencies.ts';

export type NameMemoryResult =
  | { readonly kind: 'named'; readonly memory: MemoryId }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

/** By name. */
export function listMemories(deps: Dependencies): Promise<readonly Memory[]> {
  return deps.store.memories.listMemories();
}

export function findMemory(deps: Dependencies, id: MemoryId): Promise<Memory | null> {
  return deps.store.memories.findMemory(id);
}

/** Refused where it has no name, or one that is taken. */
export async function createMemory(deps: Dependencies, name: string): Promise<NameMemoryResult> {
  const problems = problemsOf(name);
  if (hasErrors(problems)) return { kind: 'refused', problems };
  const memory = await deps.store.memories.createMemory(name, deps.now());
  return memory === null ? taken(name) : { kind: 'named', memory };
}

export async function renameMemory(
  deps: Dependencies,
  id: MemoryId,
  name: string,
): Promise<NameMemoryResult> {
  const problems = problemsOf(name);
  if (hasErrors(problems)) return { kind: 'refused', problems };
  if (await deps.store.memories.renameMemory(id, name)) return { kind: 'named', memory: id };
  return (await deps.store.memories.findMemory(id)) === null ? { kind: 'not-found' } : taken(name);
}

/** With all that is in it; false where it was not there. */
export function deleteMemory(deps: Dependencies, id: MemoryId): Promise<boolean> {
  return deps.store.memories.deleteMemory(id);
}

function problemsOf(name: string): readonly Problem[] {
  return name === '' ? [problem('memory-unnamed')] : checkText([name]);
}

function taken(name: string): NameMemoryResult {
  return { kind: 'refused', problems: [problem('memory-name-taken', null, { name })] };
}
