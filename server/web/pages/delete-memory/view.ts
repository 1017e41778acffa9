/** Asks before a memory is deleted, and says what goes with it. */
import type { Memory } from '../../../store/memory-store.ts';
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';

export interface DeleteMemoryPage extends Page {
  readonly action: string;
  readonly backHref: string;
  readonly question: string;
  readonly what: string;
}

export function deleteMemoryPage(ui: Ui, { id, name, tus }: Memory): DeleteMemoryPage {
  return {
    ui,
    title: ui.t('memory:delete-memory'),
    action: `/memories/${id}/delete`,
    backHref: `/memories/${id}`,
    question: ui.t('memory:delete-question', { name }),
    what: ui.t('memory:delete-what', { count: tus }),
  };
}
