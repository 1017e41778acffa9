/**
 * Acts on memories that this server takes back: a large one takes minutes, so that pages tell how far it is. What a
 * server leaves undone when it ends is taken back when somebody asks for it again.
 */
import type { ActId, MemoryId } from '../store/ids.ts';
import type { MemoryAct, UndoneAct } from '../store/memory-store.ts';
import { undoAct } from '../usecases/change-memory.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import { ExpiringMap } from './expiring-map.ts';

export interface Undoing {
  readonly act: MemoryAct;
  readonly soFar: UndoneAct;
}

export interface Undoings {
  /** Begins, or joins what goes on already; null where it was taken back before. Rejects where the store failed. */
  begin(act: MemoryAct): Promise<UndoneAct | null>;
  of(memory: MemoryId): readonly Undoing[];
  /** What came of one that ended a little while ago. */
  resultOf(act: ActId): UndoneAct | null;
}

interface Going extends Undoing {
  readonly done: Promise<UndoneAct | null>;
}

export function createUndoings(deps: Pick<Dependencies, 'store' | 'now'>): Undoings {
  const going = new Map<ActId, Going>();
  const ended = new ExpiringMap<UndoneAct>({ room: 200, milliseconds: 10 * 60 * 1000, now: deps.now });
  const run = async (act: MemoryAct): Promise<UndoneAct | null> => {
    try {
      const result = await undoAct(deps, act.id, (soFar) => {
        const begun = going.get(act.id);
        if (begun !== undefined) going.set(act.id, { ...begun, soFar });
      });
      if (result !== null) ended.set(String(act.id), result);
      return result;
    } finally {
      going.delete(act.id);
    }
  };
  return {
    begin: (act) => {
      const begun = going.get(act.id);
      if (begun !== undefined) return begun.done;
      const done = run(act);
      going.set(act.id, { act, soFar: { restored: 0, left: 0 }, done });
      return done;
    },
    of: (memory) => [...going.values()].filter(({ act }) => act.memory === memory),
    resultOf: (act) => ended.get(String(act)),
  };
}
