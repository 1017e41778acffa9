/** The ledger of names: one table to agree on them, and whether the translations keep to it. */
import type { Problem } from '../../../core/problem.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import { linePieces, type LinePiece } from '../../../core/text/line-pieces.ts';
import type {
  Ledger,
  LedgerCandidate,
  LedgerName,
  NamePlace,
  NameUse,
} from '../../../usecases/show-ledger.ts';
import { conceptHref } from '../../concept-view.ts';
import { languageView, type LanguageView } from '../../language-fields.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';
import type { TypedNames } from './form.ts';

export interface NamesPage extends Page {
  readonly action: string;
  readonly projectName: string;
  readonly settingsHref: string;
  readonly notice: NoticeView | null;
  readonly problems: readonly ProblemView[];
  readonly source: LanguageView;
  readonly languages: readonly LanguageView[];
  readonly rows: readonly RowView[];
  /** '' where there is none. */
  readonly previousHref: string;
  readonly nextHref: string;
}

interface RowView {
  readonly index: number;
  readonly termbase: string;
  readonly concept: string;
  readonly name: string;
  /** As it was typed, where the row is for one that nobody found. */
  readonly newName: string;
  readonly lines: readonly LinePiece[];
  /** '' for one that is not in the ledger yet. */
  readonly href: string;
  /** How often a candidate stands in the texts; '' for what is in the ledger. */
  readonly found: string;
  readonly foundHref: string;
  readonly cells: readonly CellView[];
}

interface CellView extends LanguageView {
  readonly agreed: string;
  /** What the field holds. */
  readonly text: string;
  readonly label: string;
  /** '' where there is nothing to say. */
  readonly facts: string;
  readonly missing: readonly { readonly href: string; readonly label: string }[];
  readonly more: string;
}

export interface NamesInput {
  readonly ledger: Ledger;
  readonly page: number;
  readonly notice: Notice | null;
  readonly problems: readonly Problem[];
  /** What was sent and refused; null where nothing was. */
  readonly typed: TypedNames | null;
}

/** The largest form that is taken has a thousand fields. */
const MOST_FIELDS = 800;
const MOST_ROWS = 50;
/** Empty rows for names that nobody found. */
const EMPTY_ROWS = 2;
const EMPTY: LedgerCandidate = { name: '', count: 0, first: null };
/** Links to segments in one field. */
const MOST_LINKS = 5;

export function namesPage(ui: Ui, input: NamesInput): NamesPage {
  const { ledger, page } = input;
  const { project, names, candidates } = ledger;
  const href = `/projects/${project.id}/names`;
  const size = Math.max(
    1,
    Math.min(MOST_ROWS, Math.floor(MOST_FIELDS / (3 + 2 * project.targetLanguages.length))),
  );
  const all: readonly (LedgerName | LedgerCandidate)[] = [...names, ...candidates];
  const shown = all.slice((page - 1) * size, page * size);
  const isLast = page * size >= all.length;
  const empty = isLast ? Array.from({ length: EMPTY_ROWS }, (): LedgerCandidate => EMPTY) : [];
  return {
    ui,
    stylesheet: 'terms',
    title: ui.t('terms:ledger'),
    isRefused: input.problems.length > 0,
    action: page > 1 ? `${href}?page=${page}` : href,
    projectName: project.name,
    settingsHref: `/projects/${project.id}/settings`,
    notice: noticeView(ui, input.notice),
    problems: problemViews(ui, input.problems),
    source: languageView(ui, project.sourceLanguage),
    languages: project.targetLanguages.map((tag) => languageView(ui, tag)),
    rows: [...shown, ...empty].map((each, index) => {
      const row =
        'uses' in each ? nameRow(ui, each, index) : candidateRow(ui, each, index, project.targetLanguages);
      return input.typed === null ? row : withTyped(row, input.typed);
    }),
    previousHref: page > 1 ? `${href}?page=${page - 1}` : '',
    nextHref: isLast ? '' : `${href}?page=${page + 1}`,
  };
}

/** The same row where its fields were sent; another one may stand there by now. */
function withTyped(row: RowView, { names, cellOf }: TypedNames): RowView {
  const sent = names[row.index];
  if (sent === undefined || (row.name !== '' && row.name !== sent)) return row;
  return {
    ...row,
    newName: row.name === '' ? sent : '',
    cells: row.cells.map((cell) => ({ ...cell, text: cellOf(row.index, cell.tag) ?? cell.text })),
  };
}

function nameRow(ui: Ui, { termbase, concept, source, uses }: LedgerName, index: number): RowView {
  return {
    index,
    termbase: String(termbase),
    concept,
    name: source,
    newName: '',
    lines: linePieces(source),
    href: conceptHref(termbase, concept),
    found: '',
    foundHref: '',
    cells: uses.map((use) => cellView(ui, source, use)),
  };
}

function candidateRow(
  ui: Ui,
  { name, count, first }: LedgerCandidate,
  index: number,
  languages: readonly LanguageTag[],
): RowView {
  const nothing = { agreed: '', written: 0, missing: [] };
  return {
    index,
    termbase: '',
    concept: '',
    name,
    newName: '',
    lines: linePieces(name),
    href: '',
    foundHref: first === null || languages[0] === undefined ? '' : hrefOf(first, languages[0]),
    found: count === 0 ? '' : ui.t('terms:name-found', { count }),
    cells: languages.map((language) => cellView(ui, name, { language, ...nothing })),
  };
}

function cellView(ui: Ui, name: string, { language, agreed, written, missing }: NameUse): CellView {
  const view = languageView(ui, language);
  const all = written + missing.length;
  return {
    ...view,
    agreed,
    text: agreed,
    label: name === '' ? view.name : ui.t('terms:name-in', { name, language: view.name }),
    facts: agreed === '' || all === 0 ? '' : ui.t('terms:name-written', { written, count: all }),
    missing: missing
      .slice(0, MOST_LINKS)
      .map((place) => ({ href: hrefOf(place, language), label: ui.number(place.position) })),
    more: missing.length > MOST_LINKS ? ui.t('terms:name-more', { count: missing.length - MOST_LINKS }) : '',
  };
}

function hrefOf({ document, position }: NamePlace, language: LanguageTag): string {
  return `/documents/${document}/${language}?segment=${position}`;
}
