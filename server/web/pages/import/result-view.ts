/** What an import came to, and the way to undo it. */
import type { Import } from '../../../store/exchange.ts';
import { importCounts } from '../../import-view.ts';
import type { Translation } from '../../translation.ts';
import type { Ui } from '../../ui.ts';
import type { ImportPage } from './view.ts';

export interface ResultView {
  readonly lines: readonly string[];
  /** '' where it was undone, or changed nothing. */
  readonly undoHref: string;
}

export function resultPage(ui: Ui, found: Translation, applied: Import, path: string): ImportPage {
  const back = `/documents/${found.document.id}`;
  const { fileName: file, status, details, author, at } = applied;
  const isUndone = status === 'undone';
  const counts = importCounts(applied);
  const lines = [
    ui.t('receipt:import-applied', { file, ...counts }),
    ...(counts.notes > 0 ? [ui.t('receipt:result-notes', { count: counts.notes })] : []),
    ...(details.tools.length > 0 ? [ui.t('receipt:tools', { tools: ui.list(details.tools) })] : []),
    ...(isUndone ? [ui.t('receipt:result-undone', { undone: counts.undone, newer: counts.newer })] : []),
  ];
  return {
    ui,
    title: ui.t('receipt:title', { file }),
    heading: ui.t(isUndone ? 'receipt:undone-heading' : 'receipt:applied-heading'),
    summary: ui.t('receipt:result-summary', {
      author: author === '' ? ui.t('receipt:nobody') : author,
      date: ui.date(at),
    }),
    backHref: back,
    importHref: `${back}/${found.language}/import`,
    notice: null,
    problems: [],
    receipt: null,
    result: { lines, undoHref: isUndone || counts.saved + counts.notes === 0 ? '' : `${path}/undo` },
  };
}
