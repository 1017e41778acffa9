/** What an import came to, and the way to undo it. */
import { problem } from '../../../core/problem.ts';
import { problemMessage } from '../../../i18n/describe-problem.ts';
import type { Import, ImportDetails } from '../../../store/exchange.ts';
import { progressOf, type FillingProgress } from '../../../usecases/filling-act.ts';
import { importCounts, importName } from '../../import-view.ts';
import type { Translation } from '../../translation.ts';
import type { Ui } from '../../ui.ts';
import type { ImportPage } from './view.ts';

export interface ResultView {
  readonly lines: readonly string[];
  /** What was not done, each with its segment in the editor; '' where it is about the whole. */
  readonly failures: readonly { readonly place: string; readonly href: string; readonly message: string }[];
  /** '' where it was undone, or changed nothing. */
  readonly undoHref: string;
}

export function resultPage(ui: Ui, found: Translation, applied: Import, path: string): ImportPage {
  const back = `/documents/${found.document.id}`;
  const { status, details, author, at } = applied;
  const file = importName(ui, applied);
  const isUndone = status === 'undone';
  const counts = importCounts(applied);
  const filling = progressOf(applied, at);
  const lines = [
    filling?.by === 'machine'
      ? ui.t('machine:fill-progress', fillingCounts(filling))
      : ui.t('receipt:import-applied', { file, ...counts }),
    ...(counts.notes > 0 ? [ui.t('receipt:result-notes', { count: counts.notes })] : []),
    ...(details.tools.length > 0 ? [ui.t('receipt:tools', { tools: ui.list(details.tools) })] : []),
    ...(isUndone ? [ui.t('receipt:result-undone', { undone: counts.undone, newer: counts.newer })] : []),
  ];
  return {
    ui,
    title: ui.t('receipt:title', { file }),
    heading: isUndone
      ? ui.t('receipt:undone-heading')
      : filling === null
        ? ui.t('receipt:applied-heading')
        : file,
    summary: ui.t('receipt:result-summary', {
      author: author === '' ? ui.t('receipt:nobody') : author,
      date: ui.date(at),
    }),
    backHref: back,
    importHref: `${back}/${found.language}/import`,
    notice: null,
    problems: [],
    receipt: null,
    result: {
      lines,
      failures: failuresOf(ui, found, details),
      undoHref: isUndone || counts.saved + counts.notes === 0 ? '' : `${path}/undo`,
    },
  };
}

function fillingCounts({ looked, total, filled, failed, sent }: FillingProgress): Record<string, number> {
  return { looked, total, filled, failed, sent };
}

function failuresOf(
  ui: Ui,
  { document, language }: Translation,
  { failures = [] }: ImportDetails,
): ResultView['failures'] {
  return failures.map(({ position, code, values }) => ({
    place: position === 0 ? '' : ui.t('machine:fill-segment', { position }),
    href: position === 0 ? '' : `/documents/${document.id}/${language}?segment=${position}`,
    message: problemMessage(ui, problem(code, null, values)),
  }));
}
