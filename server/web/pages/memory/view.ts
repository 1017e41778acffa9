/** One memory: its units by page and filter, and what can be done with it as a whole. */
import type { Problem } from '../../../core/problem.ts';
import { findSpans } from '../../../core/text/find.ts';
import { textOf } from '../../../core/text/content.ts';
import type { Memory, MemoryAct, StoredTu } from '../../../store/memory-store.ts';
import { pairOf, type LanguagePair, type MemoryPage as Found } from '../../../usecases/browse-memory.ts';
import type { MemoryImport } from '../../../usecases/memory-imports.ts';
import { actView, type ActView } from '../../act-view.ts';
import { offeredLanguages, type LanguageOption } from '../../language-fields.ts';
import { nameField, type NameField, type RefusedName } from '../../name-field.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import { tuView, type MarkedTuv, type TuView } from '../../tu-view.ts';
import type { Ui } from '../../ui.ts';
import { memoryFacts } from '../../memory-facts.ts';
import type { BrowseQuery } from '../../memory-query.ts';
import type { FileLanguages } from './files-form.ts';
import { importView, type ImportView } from './import-view.ts';

export interface MemoryPage extends Page {
  readonly href: string;
  /** Path and query of this page, to come back to. */
  readonly back: string;
  readonly name: string;
  readonly facts: string;
  readonly notice: NoticeView | null;
  readonly problems: readonly ProblemView[];
  readonly rename: NameField;
  /** Of a file that does not say them, as they were sent or as the memory has them. */
  readonly fileLanguages: FileLanguages;
  readonly imports: readonly ImportView[];
  readonly lastAct: ActView | null;
  readonly text: string;
  readonly side: 'source' | 'target';
  readonly isWholeWord: boolean;
  readonly source: string;
  readonly target: string;
  /** Those of the memory. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[];
  /** To be typed: those of the memory, then others. */
  readonly offered: readonly LanguageOption[];
  readonly isFiltered: boolean;
  readonly units: readonly TuView[];
  readonly concordanceHref: string;
  /** With the filter of this page. */
  readonly replaceHref: string;
  /** '' on the first page. */
  readonly firstHref: string;
  /** '' at the end. */
  readonly nextHref: string;
}

export interface MemoryInput {
  readonly memory: Memory;
  readonly page: Found;
  readonly query: BrowseQuery;
  /** null where no pair was asked for. */
  readonly asked: LanguagePair | null;
  /** That texts are looked for in. */
  readonly pair: LanguagePair | null;
  readonly imports: readonly MemoryImport[];
  readonly lastAct: MemoryAct | null;
  readonly notice: Notice | null;
  readonly sent: SentToMemory;
}

/** What was sent and refused. */
export interface SentToMemory {
  readonly name?: RefusedName;
  readonly file?: { readonly languages: FileLanguages; readonly problems: readonly Problem[] };
}

export function memoryPage(ui: Ui, input: MemoryInput): MemoryPage {
  const { memory, page, query, asked, pair } = input;
  const href = `/memories/${memory.id}`;
  const { text, side, word } = query;
  const { name: refused = null, file } = input.sent;
  const renaming = { id: 'rename', name: 'name', isRequired: true, value: memory.name };
  const wanted = Object.entries({
    text,
    source: asked?.source ?? '',
    target: asked?.target ?? '',
    side: side === 'source' ? '' : side,
    word,
  }).filter(([, value]) => value !== '');
  const address = (more: readonly (readonly [string, string])[]): string => {
    const search = new URLSearchParams(Object.fromEntries([...wanted, ...more]));
    return search.size === 0 ? href : `${href}?${search.toString()}`;
  };
  return {
    ui,
    stylesheet: 'memories',
    title: memory.name,
    isRefused: refused !== null || file !== undefined,
    href,
    back: address(query.after === null ? [] : [['after', String(query.after)]]),
    name: memory.name,
    facts: memoryFacts(ui, memory),
    notice: noticeView(ui, input.notice),
    problems: problemViews(ui, file?.problems ?? []),
    rename: nameField(ui, renaming, refused),
    fileLanguages: file?.languages ?? {
      sourceLanguage: pair?.source ?? '',
      targetLanguage: pair?.target ?? '',
    },
    imports: input.imports.map((each) => importView(ui, each)),
    lastAct: input.lastAct === null ? null : actView(ui, input.lastAct),
    text,
    side,
    isWholeWord: word === 'yes',
    source: pair?.source ?? '',
    target: pair?.target ?? '',
    languages: memory.languages.map(({ language }) => ({ tag: language, name: ui.languageName(language) })),
    offered: offeredLanguages(
      ui,
      memory.languages.map(({ language }) => language),
    ),
    isFiltered: wanted.length > 0,
    units: page.tus.map((tu) => tuView(ui, tu, shownTexts(tu, input))),
    concordanceHref: '/memories/concordance',
    replaceHref: `${href}/replace${address([]).slice(href.length)}`,
    firstHref: query.after === null ? '' : address([]),
    nextHref: page.next === null ? '' : address([['after', String(page.next)]]),
  };
}

/** The pair where one was asked for, else all; what was looked for is marked. */
function shownTexts(tu: StoredTu, { query, asked, pair }: MemoryInput): readonly MarkedTuv[] {
  const shown = asked ?? (query.text === '' ? null : pair);
  const found = shown === null ? null : pairOf(tu, shown);
  if (found === null) return tu.variants.map((tuv) => ({ tuv, spans: [] }));
  return (['source', 'target'] as const).map((side) => {
    const tuv = found[side];
    return { tuv, spans: side === query.side ? findSpans(textOf(tuv.content), query.text) : [] };
  });
}
