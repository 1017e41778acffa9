/** The receipt: what a returned file would change, segment by segment; or why the file was refused. */
import { RECEIPT_CHANGES, type ReceiptChange, type ReceiptRow } from '../../../core/document/receipt/row.ts';
import type { Problem } from '../../../core/problem.ts';
import { chosenRows, countDrafts, zawgyiOf } from '../../../usecases/apply-import.ts';
import { isQuarantined, type ImportPreview } from '../../../usecases/preview-import.ts';
import { languageView, type LanguageView } from '../../language-fields.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Translation } from '../../translation.ts';
import type { Ui } from '../../ui.ts';
import type { ResultView } from './result-view.ts';
import { rowView, type RowView } from './row-view.ts';
import { summaryView, type SummaryView } from './summary-view.ts';

export interface ImportPage extends Page {
  readonly heading: string;
  readonly summary: string;
  readonly backHref: string;
  /** Where a file is sent to. */
  readonly importHref: string;
  /** Said once, above the receipt. */
  readonly notice: NoticeView | null;
  readonly problems: readonly ProblemView[];
  readonly receipt: ReceiptView | null;
  readonly result: ResultView | null;
}

interface ReceiptView extends SummaryView {
  readonly action: string;
  /** How many rows there are to choose from. */
  readonly selectable: number;
  /** How many targets applying would save. */
  readonly chosen: number;
  /** Of a quarantined file: how many would be saved of its good parts. */
  readonly good: number;
  /** How many of them came back as drafts. */
  readonly drafts: number;
  /** Paragraphs of the file that look like Zawgyi. */
  readonly zawgyi: number;
  /** Notes that applying brings in. */
  readonly notes: number;
  /** Of the kinds that there are. */
  readonly counts: readonly ChangeCount[];
  readonly source: LanguageView;
  readonly target: LanguageView;
  readonly rows: readonly RowView[];
  readonly pages: readonly PageButton[];
}

interface ChangeCount {
  readonly change: ReceiptChange;
  readonly name: string;
  readonly meaning: string;
  readonly count: string;
  readonly go: string;
  readonly isShown: boolean;
}

interface PageButton {
  readonly name: string;
  readonly go: string;
  readonly isCurrent: boolean;
}

const ROWS_A_PAGE = 50;

export interface ReceiptChoice {
  /** Absent: everything that a person should look at, what needs a decision first. */
  readonly show?: ReceiptChange | undefined;
  /** 1 is the first. */
  readonly page: number;
}

interface ReceiptPlace {
  readonly href: string;
  readonly choice: ReceiptChoice;
}

/** The form again, with what was wrong with the file. */
export function refusedImportPage(ui: Ui, found: Translation, problems: readonly Problem[]): ImportPage {
  const back = `/documents/${found.document.id}`;
  return {
    ui,
    title: ui.t('receipt:import-refused-title'),
    heading: ui.t('receipt:import-refused-title'),
    summary: ui.t('receipt:import-refused-text'),
    backHref: back,
    importHref: `${back}/${found.language}/import`,
    notice: null,
    problems: problemViews(ui, problems),
    receipt: null,
    result: null,
  };
}

export function receiptPage(
  ui: Ui,
  found: Translation,
  preview: ImportPreview,
  at: ReceiptPlace & { readonly notice: Notice | null },
): ImportPage {
  const back = `/documents/${found.document.id}`;
  const language = ui.languageName(found.language);
  const file = preview.import.fileName;
  return {
    ui,
    title: ui.t('receipt:title', { file }),
    heading: ui.t('receipt:heading'),
    summary: ui.t('receipt:summary', { file, language }),
    backHref: back,
    importHref: `${back}/${found.language}/import`,
    notice: noticeView(ui, at.notice),
    problems: problemViews(ui, preview.problems),
    receipt: receiptView(ui, found, preview, at),
    result: null,
  };
}

function receiptView(
  ui: Ui,
  found: Translation,
  preview: ImportPreview,
  { href, choice }: ReceiptPlace,
): ReceiptView {
  const { counts } = preview.receipt;
  const rows = rowsToShow(preview.receipt.rows, choice.show);
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const page = Math.min(choice.page, pages);
  const chosen = chosenRows(preview);
  const taken = new Set(chosen.map(({ row }) => row));
  const source = languageView(ui, found.project.sourceLanguage);
  const target = languageView(ui, found.language);
  const directions = { source: source.direction, target: target.direction };
  return {
    ...summaryView(ui, preview.receipt),
    action: href,
    selectable: preview.receipt.rows.filter((row) => row.taking !== 'never').length,
    chosen: chosen.length,
    good: isQuarantined(preview.receipt) ? chosenRows(preview, true).length : 0,
    drafts: countDrafts(preview),
    zawgyi: zawgyiOf(preview).size,
    notes: [...preview.notes.values()].reduce((sum, notes) => sum + notes.length, 0),
    counts: RECEIPT_CHANGES.filter((change) => counts[change] > 0).map((change) => ({
      change,
      name: ui.t(`receipt:change-${change}`),
      meaning: ui.t(`receipt:change-${change}-meaning`),
      count: ui.number(counts[change]),
      go: `show=${change}`,
      isShown: choice.show === change,
    })),
    source,
    target,
    rows: rows
      .slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE)
      .map((row) => rowView(ui, row, preview, taken, directions)),
    pages: pageButtons(ui, { ...choice, page }, pages),
  };
}

/** Without what was kept; what needs a decision comes before what is suggested. */
function rowsToShow(rows: readonly ReceiptRow[], show: ReceiptChange | undefined): readonly ReceiptRow[] {
  if (show !== undefined) return rows.filter((row) => row.change === show);
  const open = rows.filter((row) => row.change !== 'kept' && row.change !== 'older');
  return [
    ...open.filter((row) => row.taking !== 'suggested'),
    ...open.filter((row) => row.taking === 'suggested'),
  ];
}

/** Pages beside the present one that are named. */
const NEAR = 3;

/** None where one page holds all; the first, the last and those near the present one. */
function pageButtons(ui: Ui, choice: ReceiptChoice, pages: number): readonly PageButton[] {
  if (pages < 2) return [];
  const show = choice.show === undefined ? '' : `show=${choice.show}&`;
  return Array.from({ length: pages }, (_, index) => index + 1)
    .filter((page) => page === 1 || page === pages || Math.abs(page - choice.page) <= NEAR)
    .map((page) => ({ name: ui.number(page), go: `${show}page=${page}`, isCurrent: page === choice.page }));
}
