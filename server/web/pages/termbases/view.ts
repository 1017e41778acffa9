/** All termbases, and the form for a new one. */
import type { Termbase } from '../../../store/term-store.ts';
import { nameField, type NameField, type RefusedName } from '../../name-field.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';

export interface TermbasesPage extends Page {
  readonly notice: NoticeView | null;
  readonly termbases: readonly TermbaseCard[];
  readonly newName: NameField;
}

interface TermbaseCard {
  readonly href: string;
  readonly name: string;
  readonly facts: string;
}

export interface TermbasesInput {
  readonly termbases: readonly Termbase[];
  readonly notice: Notice | null;
  readonly refused: RefusedName | null;
}

export function termbasesPage(ui: Ui, input: TermbasesInput): TermbasesPage {
  return {
    ui,
    stylesheet: 'terms',
    title: ui.t('terms:termbases'),
    isRefused: input.refused !== null,
    notice: noticeView(ui, input.notice),
    termbases: input.termbases.map(({ id, name, concepts, languages }) => ({
      href: `/termbases/${id}`,
      name,
      facts: ui.facts([
        ui.t('terms:concepts-count', { count: concepts }),
        ui.list(languages.map((tag) => ui.languageName(tag))),
      ]),
    })),
    newName: nameField(ui, { id: 'name', name: 'name', isRequired: true, value: '' }, input.refused),
  };
}
