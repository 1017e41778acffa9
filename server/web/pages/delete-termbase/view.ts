/** Asks before a termbase is deleted, and says what goes with it. */
import type { Termbase } from '../../../store/term-store.ts';
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';

export interface DeleteTermbasePage extends Page {
  readonly action: string;
  readonly backHref: string;
  readonly question: string;
  readonly what: string;
}

export function deleteTermbasePage(ui: Ui, { id, name, concepts }: Termbase): DeleteTermbasePage {
  return {
    ui,
    title: ui.t('terms:delete-termbase'),
    action: `/termbases/${id}/delete`,
    backHref: `/termbases/${id}`,
    question: ui.t('terms:delete-question', { name }),
    what: ui.t('terms:delete-what', { count: concepts }),
  };
}
