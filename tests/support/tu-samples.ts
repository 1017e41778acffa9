/** TUs for the tests of memories. */
import type { Tu } from '../../server/core/memory/tu.ts';
import type { MemoryId } from '../../server/store/ids.ts';
import type { Store } from '../../server/store/store.ts';
import { tuOf } from './tus.ts';

let made = 0;

/** A memory with a name that nobody else has. */
export async function newMemory(store: Store): Promise<MemoryId> {
  made += 1;
  const id = await store.memories.createMemory(`memory ${process.pid} ${made} ${Math.random()}`, 7);
  if (id === null) throw new Error('The name is taken.');
  return id;
}

export function pair(source: string, target: string, changes: Partial<Tu> = {}): Tu {
  return tuOf({ en: source, fa: target }, changes);
}
