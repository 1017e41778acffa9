/**
 * Undo and redo within one segment. Typing that goes on is one step, a pause or another kind of edit begins a
 * new one. Pure data: each function gives the next history.
 */
import { sameContent } from './content.ts';
import type { EditState } from './edit-content.ts';

export interface EditHistory {
  readonly past: readonly EditState[];
  readonly present: EditState;
  readonly future: readonly EditState[];
  /** What made the present, and when (milliseconds): typing joins only with typing. */
  readonly made: { readonly by: EditKind; readonly at: number };
}

export type EditKind = 'typing' | 'deleting' | 'other';

const PAUSE = 1_000;
const LONGEST = 500;

export function startHistory(present: EditState): EditHistory {
  return { past: [], present, future: [], made: { by: 'other', at: 0 } };
}

/** A move of the selection is kept with the present, but is no step of its own. */
export function recordEdit(history: EditHistory, next: EditState, by: EditKind, at: number): EditHistory {
  if (sameContent(history.present.content, next.content)) return { ...history, present: next };
  const joins = by !== 'other' && by === history.made.by && at - history.made.at < PAUSE;
  const past = joins ? history.past : [...history.past, history.present].slice(-LONGEST);
  return { past, present: next, future: [], made: { by, at } };
}

/** The history one step back; the same one where there is nothing to undo. */
export function undo(history: EditHistory): EditHistory {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    made: { by: 'other', at: 0 },
  };
}

export function redo(history: EditHistory): EditHistory {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, made: { by: 'other', at: 0 } };
}
