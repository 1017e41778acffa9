/** One termbase: its concepts by page and filter, and what can be done with it as a whole. */
import type { Problem } from '../../../core/problem.ts';
import { TERM_STATUSES } from '../../../core/terminology/concept.ts';
import { parseLanguageTag } from '../../../core/text/language.ts';
import type { Termbase } from '../../../store/term-store.ts';
import type { ConceptPage } from '../../../usecases/concepts.ts';
import { termFormatNames } from '../../../usecases/export-terms.ts';
import { conceptView, type ConceptView } from '../../concept-view.ts';
import { offeredLanguages, type LanguageOption } from '../../language-fields.ts';
import { nameField, type NameField, type RefusedName } from '../../name-field.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';
import type { Asked, FileLanguages } from './form.ts';

export interface TermbasePage extends Page {
  readonly href: string;
  readonly name: string;
  readonly facts: string;
  readonly notice: NoticeView | null;
  readonly problems: readonly ProblemView[];
  readonly rename: NameField;
  /** Of a file that comes in, as they were sent or as those of `pair`. */
  readonly fileLanguages: FileLanguages;
  readonly text: string;
  readonly selects: readonly SelectView[];
  readonly isFiltered: boolean;
  /** Kinds of files that it goes out as. */
  readonly formats: readonly { readonly id: string; readonly name: string }[];
  readonly languages: readonly LanguageOption[];
  /** What a file for two languages is for where nobody says it. */
  readonly pair: readonly [source: string, target: string];
  readonly concepts: readonly ConceptView[];
  /** '' on the first page. */
  readonly firstHref: string;
  /** '' at the end. */
  readonly nextHref: string;
}

interface SelectView {
  readonly name: 'language' | 'status' | 'domain' | 'names';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
}

export interface TermbaseInput {
  readonly termbase: Termbase;
  readonly domains: readonly string[];
  readonly page: ConceptPage;
  readonly asked: Asked;
  readonly after: string | null;
  readonly notice: Notice | null;
  readonly sent: SentToTermbase;
}

/** What was sent and refused. */
export interface SentToTermbase {
  readonly name?: RefusedName;
  readonly file?: { readonly languages: FileLanguages; readonly problems: readonly Problem[] };
}

export function termbasePage(ui: Ui, input: TermbaseInput): TermbasePage {
  const { termbase, page, asked, after } = input;
  const href = `/termbases/${termbase.id}`;
  const wanted = Object.entries(asked).filter(([, value]) => value !== '');
  const address = (more: readonly (readonly [string, string])[]): string => {
    const query = new URLSearchParams(Object.fromEntries([...wanted, ...more]));
    return query.size === 0 ? href : `${href}?${query.toString()}`;
  };
  const chosen = parseLanguageTag(asked.language);
  const first = chosen === null ? [] : [chosen];
  const { name: refused = null, file } = input.sent;
  const renaming = { id: 'rename', name: 'name', isRequired: true, value: termbase.name };
  const pair = [termbase.languages[0] ?? 'en', termbase.languages[1] ?? ''] as const;
  return {
    ui,
    stylesheet: 'terms',
    title: termbase.name,
    isRefused: refused !== null || file !== undefined,
    href,
    name: termbase.name,
    facts: ui.t('terms:concepts-count', { count: termbase.concepts }),
    notice: noticeView(ui, input.notice),
    problems: problemViews(ui, file?.problems ?? []),
    rename: nameField(ui, renaming, refused),
    fileLanguages: file?.languages ?? { sourceLanguage: pair[0], targetLanguage: pair[1] },
    text: asked.text,
    selects: selectsOf(ui, input),
    isFiltered: wanted.length > 0,
    formats: termFormatNames(),
    languages: offeredLanguages(ui, termbase.languages),
    pair,
    concepts: page.concepts.map((concept) => conceptView(ui, termbase.id, concept, first)),
    firstHref: after === null ? '' : address([]),
    nextHref: page.next === null ? '' : address([['after', page.next]]),
  };
}

function selectsOf(ui: Ui, { termbase, domains, asked }: TermbaseInput): readonly SelectView[] {
  const select = (
    name: SelectView['name'],
    label: string,
    options: readonly (readonly [value: string, label: string])[],
  ): SelectView => ({
    name,
    label,
    options: [['', ui.t('terms:all')] as const, ...options].map(([value, text]) => ({
      value,
      label: text,
      chosen: value === asked[name],
    })),
  });
  return [
    select(
      'language',
      ui.t('terms:language'),
      termbase.languages.map((tag) => [tag, ui.languageName(tag)]),
    ),
    select(
      'status',
      ui.t('terms:status'),
      TERM_STATUSES.map((status) => [status, ui.t(`terms:status-${status}`)]),
    ),
    select(
      'domain',
      ui.t('terms:domain'),
      domains.map((domain) => [domain, domain]),
    ),
    select('names', ui.t('terms:names'), [
      ['yes', ui.t('terms:names-only')],
      ['no', ui.t('terms:names-without')],
    ]),
  ];
}
