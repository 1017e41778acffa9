/** TUs for the tests of memories. */
import { NO_CONTEXT, type Tu } from '../../server/core/memory/tu.ts';
import type { MemoryId } from '../../server/store/ids.ts';
import type { Store } from '../../server/store/store.ts';
import { en, fa } from './store-samples.ts';

let made = 0;

/** A memory with a name that nobody else has. */
export async function newMemory(store: Store): Promise<MemoryId> {
  made += 1;
  const id = await store.memories.createMemory(`memory ${process.pid} ${made} ${Math.random()}`, 7);
  if (id === null) throw new Error('The name is taken.');
  return id;
}

export function pair(source: string, target: string, changes: Partial<Tu> = {}): Tu {
  return {
    variants: [
      { language: en, content: [source] },
      { language: fa, content: [target] },
    ],
    kind: 'human',
    context: NO_CONTEXT,
    document: '',
    createdBy: '',
    changedBy: '',
    createdAt: null,
    changedAt: null,
    tuid: '',
    notes: [],
    properties: [],
    ...changes,
  };
}
