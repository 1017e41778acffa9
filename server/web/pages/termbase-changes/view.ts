/** What happened in a termbase, newest first: by whom, when, to which concept. */
import type { Termbase, TermbaseChange } from '../../../store/term-store.ts';
import { conceptView, type ConceptView } from '../../concept-view.ts';
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';

export interface TermbaseChangesPage extends Page {
  readonly termbaseName: string;
  readonly backHref: string;
  readonly changes: readonly {
    readonly label: string;
    readonly facts: string;
    readonly concept: ConceptView;
  }[];
  /** '' at the end. */
  readonly nextHref: string;
}

export function termbaseChangesPage(
  ui: Ui,
  termbase: Termbase,
  { changes, more }: { readonly changes: readonly TermbaseChange[]; readonly more: boolean },
): TermbaseChangesPage {
  const back = `/termbases/${termbase.id}`;
  const last = changes.at(-1);
  return {
    ui,
    stylesheet: 'terms',
    title: ui.t('terms:changes'),
    termbaseName: termbase.name,
    backHref: back,
    changes: changes.map(({ kind, concept, author, at }) => ({
      label: ui.t(`terms:change-${kind}`),
      facts: ui.facts([author === '' ? ui.t('receipt:nobody') : author, ui.dateTime(at)]),
      concept: conceptView(ui, termbase.id, concept, []),
    })),
    nextHref: more && last !== undefined ? `${back}/changes?before=${last.change}` : '',
  };
}
