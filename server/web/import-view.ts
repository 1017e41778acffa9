/** An import of the history, as pages show it. */
import type { Import } from '../store/exchange.ts';
import type { Ui } from './ui.ts';

export interface ImportCountsView {
  readonly saved: number;
  readonly unchanged: number;
  readonly conflicts: number;
  readonly notes: number;
  readonly undone: number;
  readonly newer: number;
}

export interface ImportView {
  readonly name: string;
  /** Who, when, with which tool. */
  readonly facts: readonly string[];
  readonly outcome: string;
  readonly href: string;
  /** '' where it was undone, changed nothing, or still goes on. */
  readonly undoHref: string;
}

export function importView(ui: Ui, each: Import): ImportView {
  const href = `/documents/${each.document}/${each.language}/import/${each.id}`;
  const { saved, notes, undone } = importCounts(each);
  const isUndone = each.status === 'undone';
  const isRunning = each.status === 'running';
  const facts = [each.author, ui.date(each.at), ...each.details.tools].filter((part) => part !== '');
  return {
    name: importName(ui, each),
    facts,
    outcome: isUndone
      ? ui.t('receipt:history-undone', { count: undone })
      : ui.t('receipt:history-saved', { count: saved }),
    href: isRunning ? href.replace('/import/', '/pretranslation/') : href,
    undoHref: isRunning || isUndone || saved + notes === 0 ? '' : `${href}/undo`,
  };
}

/** The file that was brought, or what was done without one. */
export function importName(ui: Ui, { fileName, details: { act } }: Import): string {
  switch (act?.kind) {
    case undefined:
      return fileName;
    case 'pretranslated':
      return ui.t('matches:pretranslate-name', { score: ui.number(act.minimum) });
    case 'machine':
      return ui.t('machine:fill-name');
    case 'fixed':
      return ui.check(act.check, 'title');
  }
}

export function importCounts({ details }: Import): ImportCountsView {
  const of = (name: string): number => details.counts.find(([each]) => each === name)?.[1] ?? 0;
  return {
    saved: of('saved'),
    unchanged: of('unchanged'),
    conflicts: of('conflicts'),
    notes: of('notes'),
    undone: of('undone'),
    newer: of('newer'),
  };
}
