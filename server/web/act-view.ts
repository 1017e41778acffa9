/** What somebody did with a memory, and how to take it back. */
import type { MemoryAct } from '../store/memory-store.ts';
import type { Ui } from './ui.ts';

export interface ActView {
  readonly what: string;
  readonly facts: string;
  /** Where a form that takes it back is sent; '' where it was, or is just being taken back. */
  readonly undoAction: string;
}

/** `isGoing`: it is being taken back just now. */
export function actView(ui: Ui, act: MemoryAct, isGoing = false): ActView {
  const { id, memory, kind, author, at, tus, undoneAt } = act;
  const undone = undoneAt === null ? '' : ui.t('memory:act-undone');
  return {
    what: ui.t(`memory:act-${kind}`, { count: tus }),
    facts: ui.facts([
      author === '' ? ui.t('receipt:nobody') : author,
      ui.dateTime(at),
      isGoing ? ui.t('memory:act-going') : undone,
    ]),
    undoAction: undoneAt === null && !isGoing ? `/memories/${memory}/acts/${id}/undo` : '',
  };
}
