/** The receipt: what a returned file would change, segment by segment; or why the file was refused. */
import { RECEIPT_CHANGES, type ReceiptChange, type ReceiptRow } from '../../../core/document/receipt/row.ts';
import type { Problem } from '../../../core/problem.ts';
import { countDrafts } from '../../../usecases/apply-import.ts';
import type { ImportPreview } from '../../../usecases/preview-import.ts';
import { contentView, type ContentPiece } from '../../content-view.ts';
import { languageView, type LanguageView } from '../../language-fields.ts';
import type { Page } from '../../page.ts';
import { problemView, type ProblemView } from '../../problem-view.ts';
import type { Translation } from '../../translation.ts';
import type { Ui } from '../../ui.ts';

export interface ImportPage extends Page {
  readonly heading: string;
  readonly summary: string;
  readonly backHref: string;
  /** Where a file is sent to. */
  readonly importHref: string;
  readonly problems: readonly ProblemView[];
  readonly receipt: ReceiptView | null;
}

export interface ReceiptView {
  readonly action: string;
  /** How many targets applying would save. */
  readonly applicable: number;
  /** How many of them the file calls untranslated. */
  readonly drafts: number;
  readonly counts: readonly ChangeCount[];
  readonly source: LanguageView;
  readonly target: LanguageView;
  readonly rows: readonly RowView[];
  readonly pages: readonly PageLink[];
}

interface ChangeCount {
  readonly change: ReceiptChange;
  readonly name: string;
  readonly meaning: string;
  readonly count: string;
  readonly href: string;
  readonly isShown: boolean;
  readonly isEmpty: boolean;
}

interface RowView {
  readonly change: ReceiptChange;
  readonly changeName: string;
  readonly place: string;
  readonly source: readonly ContentPiece[];
  /** null: there is no target. */
  readonly ours: readonly ContentPiece[] | null;
  readonly theirs: readonly ContentPiece[] | null;
  readonly ourState: string;
  readonly theirState: string;
  readonly problems: readonly ProblemView[];
}

interface PageLink {
  readonly name: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

const ROWS_A_PAGE = 50;

export interface ReceiptChoice {
  /** Absent: everything but what was kept as it is. */
  readonly show?: ReceiptChange | undefined;
  /** 1 is the first. */
  readonly page: number;
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
    problems: problems.map((each) => problemView(ui, each)),
    receipt: null,
  };
}

export function receiptPage(
  ui: Ui,
  found: Translation,
  preview: ImportPreview,
  at: { readonly href: string; readonly choice: ReceiptChoice },
): ImportPage {
  const back = `/documents/${found.document.id}`;
  const language = ui.languageName(found.language);
  return {
    ui,
    title: ui.t('receipt:title', { file: preview.fileName }),
    heading: ui.t('receipt:heading'),
    summary: ui.t('receipt:summary', { file: preview.fileName, language }),
    backHref: back,
    importHref: `${back}/${found.language}/import`,
    problems: preview.problems.map((each) => problemView(ui, each)),
    receipt: receiptView(ui, found, preview, at),
  };
}

function receiptView(
  ui: Ui,
  found: Translation,
  preview: ImportPreview,
  { href, choice }: { readonly href: string; readonly choice: ReceiptChoice },
): ReceiptView {
  const { counts } = preview.receipt;
  const rows = preview.receipt.rows.filter((row) =>
    choice.show === undefined ? row.change !== 'kept' : row.change === choice.show,
  );
  const start = (choice.page - 1) * ROWS_A_PAGE;
  return {
    action: href,
    applicable: preview.units.reduce((sum, unit) => sum + unit.parts.length, 0),
    drafts: countDrafts(preview),
    counts: RECEIPT_CHANGES.map((change) => ({
      change,
      name: ui.t(`receipt:change-${change}`),
      meaning: ui.t(`receipt:change-${change}-meaning`),
      count: ui.number(counts[change]),
      href: `${href}?show=${change}`,
      isShown: choice.show === change,
      isEmpty: counts[change] === 0,
    })),
    source: languageView(ui, found.project.sourceLanguage),
    target: languageView(ui, found.language),
    rows: rows.slice(start, start + ROWS_A_PAGE).map((row) => rowView(ui, row)),
    pages: pageLinks(ui, href, choice, rows.length),
  };
}

function rowView(ui: Ui, row: ReceiptRow): RowView {
  return {
    change: row.change,
    changeName: ui.t(`receipt:change-${row.change}`),
    place: `${row.unit} ${row.segment}`,
    source: contentView(row.source),
    ours: row.ours === null ? null : contentView(row.ours),
    theirs: row.theirs === null ? null : contentView(row.theirs),
    ourState: row.ourState === null ? '' : ui.t(`common:state-${row.ourState}`),
    theirState: row.theirState === null ? '' : ui.t(`common:state-${row.theirState}`),
    problems: row.problems.map((each) => problemView(ui, each)),
  };
}

/** None where one page holds all. */
function pageLinks(ui: Ui, href: string, choice: ReceiptChoice, rows: number): readonly PageLink[] {
  const pages = Math.ceil(rows / ROWS_A_PAGE);
  if (pages < 2) return [];
  const show = choice.show === undefined ? '' : `show=${choice.show}&`;
  return Array.from({ length: pages }, (_, index) => ({
    name: ui.number(index + 1),
    href: `${href}?${show}page=${index + 1}`,
    isCurrent: index + 1 === choice.page,
  }));
}
