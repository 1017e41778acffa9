/** What somebody did with a memory, and how to take it back. */
import type { MemoryAct } from '../store/memory-store.ts';
import type { Ui } from './ui.ts';

export interface ActView {
  readonly what: string;
  readonly facts: string;
  /** Where a form that takes it back is sent; '' where it was taken back. */
  readonly undoAction: string;
}

export function actView(ui: Ui, { id, memory, kind, author, at, tus, undoneAt }: MemoryAct): ActView {
  return {
    what: ui.t(`memory:act-${kind}`, { count: tus }),
    facts: ui.facts([
      author === '' ? ui.t('receipt:nobody') : author,
      ui.dateTime(at),
      undoneAt === null ? '' : ui.t('memory:act-undone'),
    ]),
    undoAction: undoneAt === null ? `/memories/${memory}/acts/${id}/undo` : '',
  };
}
