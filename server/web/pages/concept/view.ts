/** A concept: its form, as it is kept or as it was sent, and every change of it. */
import type { Problem } from '../../../core/problem.ts';
import {
  GENDERS,
  PARTS_OF_SPEECH,
  TERM_STATUSES,
  type Concept,
  type Term,
} from '../../../core/terminology/concept.ts';
import { directionOf, parseLanguageTag, type LanguageTag } from '../../../core/text/language.ts';
import type { ConceptChange, Termbase } from '../../../store/term-store.ts';
import { conceptView, type ConceptView } from '../../concept-view.ts';
import { offeredLanguages, type LanguageOption } from '../../language-fields.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';
import type { TermRow } from './form.ts';

export interface ConceptPage extends Page {
  readonly termbaseName: string;
  readonly backHref: string;
  readonly action: string;
  readonly newHref: string;
  readonly notice: NoticeView | null;
  readonly problems: readonly ProblemView[];
  /** null where it was deleted. */
  readonly fields: ConceptFields | null;
  readonly rows: readonly RowView[];
  readonly languages: readonly LanguageOption[];
  readonly domains: readonly string[];
  readonly id: string;
  /** '' where nothing is to be seen. */
  readonly imageHref: string;
  readonly changes: readonly ChangeView[];
}

/** As it is kept or as it was typed. */
export type ConceptFields = Pick<Concept, 'domain' | 'definition' | 'note' | 'image' | 'isName'> & {
  readonly seen: string;
};

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

interface RowView {
  readonly index: number;
  readonly legend: string;
  readonly row: TermRow;
  /** Of the term, for its fields; null where its language is not known yet. */
  readonly language: { readonly tag: string; readonly direction: 'ltr' | 'rtl' } | null;
  readonly statuses: readonly Choice[];
  readonly parts: readonly Choice[];
  readonly genders: readonly Choice[];
  readonly hasDetails: boolean;
}

interface ChangeView {
  readonly version: number;
  readonly label: string;
  readonly facts: string;
  /** null where it was deleted. */
  readonly concept: ConceptView | null;
  readonly isCurrent: boolean;
}

export interface ConceptInput {
  readonly termbase: Termbase;
  readonly domains: readonly string[];
  /** '' for a new one. */
  readonly id: string;
  readonly fields: ConceptFields | null;
  readonly rows: readonly TermRow[];
  readonly changes: readonly ConceptChange[];
  readonly notice: Notice | null;
  readonly problems: readonly Problem[];
}

const EMPTY_ROW: TermRow = {
  language: '',
  text: '',
  status: 'preferred',
  partOfSpeech: '',
  gender: '',
  note: '',
  source: '',
  context: '',
};

/** The terms as rows of the form. */
export function rowsOfTerms(terms: readonly Term[]): readonly TermRow[] {
  return terms.map((term) => ({
    ...term,
    partOfSpeech: term.partOfSpeech ?? '',
    gender: term.gender ?? '',
  }));
}

/** Empty rows for a new concept: one for each of the termbase's languages that are used most, three at least. */
export function emptyRows(languages: readonly LanguageTag[]): readonly TermRow[] {
  const tags = languages.slice(0, 4);
  return Array.from({ length: Math.max(3, tags.length) }, (_, index) => emptyRow(tags[index] ?? ''));
}

export function emptyRow(language = ''): TermRow {
  return { ...EMPTY_ROW, language };
}

export function conceptPage(ui: Ui, input: ConceptInput): ConceptPage {
  const { termbase, id, fields } = input;
  const back = `/termbases/${termbase.id}`;
  const [named] = input.rows.filter(({ text }) => text !== '');
  return {
    ui,
    stylesheet: 'terms',
    title: id === '' ? ui.t('terms:new-concept') : (named?.text ?? ui.t('terms:concept')),
    isRefused: input.problems.length > 0,
    termbaseName: termbase.name,
    backHref: back,
    action: `${back}/concept`,
    newHref: `${back}/concept/new`,
    notice: noticeView(ui, input.notice),
    problems: problemViews(ui, input.problems),
    fields,
    rows: input.rows.map((row, index) => rowView(ui, row, index)),
    languages: offeredLanguages(ui, termbase.languages),
    domains: input.domains,
    id,
    imageHref: fields?.image.startsWith('https://') === true ? fields.image : '',
    changes: input.changes.map((change, index) => changeView(ui, input, change, index)),
  };
}

function rowView(ui: Ui, row: TermRow, index: number): RowView {
  const tag = parseLanguageTag(row.language);
  const choices = <T extends string>(values: readonly T[], name: (value: T) => string): readonly Choice[] =>
    values.map((value) => ({ value, label: name(value), chosen: value === row.status }));
  const optional = <T extends string>(
    values: readonly T[],
    chosen: string,
    name: (value: T) => string,
  ): readonly Choice[] => [
    { value: '', label: ui.t('terms:not-said'), chosen: chosen === '' },
    ...values.map((value) => ({ value, label: name(value), chosen: value === chosen })),
  ];
  return {
    index: index + 1,
    legend: ui.t('terms:term-number', { number: index + 1 }),
    row,
    language: tag === null ? null : { tag, direction: directionOf(tag) },
    statuses: choices(TERM_STATUSES, (value) => ui.t(`terms:status-${value}`)),
    parts: optional(PARTS_OF_SPEECH, row.partOfSpeech, (value) => ui.t(`terms:part-${value}`)),
    genders: optional(GENDERS, row.gender, (value) => ui.t(`terms:gender-${value}`)),
    hasDetails: [row.partOfSpeech, row.gender, row.note, row.source, row.context].some((each) => each !== ''),
  };
}

function changeView(
  ui: Ui,
  { termbase, changes }: ConceptInput,
  change: ConceptChange,
  index: number,
): ChangeView {
  const { concept, author, at } = change;
  const before = changes[index + 1];
  const kind = concept === null ? 'deleted' : (before?.concept ?? null) === null ? 'added' : 'changed';
  return {
    version: changes.length - index,
    label: ui.t(`terms:change-${kind}`),
    facts: ui.facts([author === '' ? ui.t('receipt:nobody') : author, ui.dateTime(at)]),
    concept: concept === null ? null : conceptView(ui, termbase.id, concept, []),
    isCurrent: index === 0,
  };
}
