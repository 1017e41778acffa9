/**
 * The editor page as the server sends it: toolbar and the rows around the segment that is asked for. It can be
 * read without scripts; the browser modules make it an editor and load further rows.
 */
import { BANDS, type Band } from '../../../core/memory/bands.ts';
import { STATES, type State } from '../../../core/document/state.ts';
import { directionOf, languageName, type LanguageTag } from '../../../core/text/language.ts';
import { readNumber } from '../../../core/text/read-number.ts';
import { WORD_METHOD } from '../../../core/text/words.ts';
import type { ProgressSummary } from '../../../core/progress/summary.ts';
import type { Project } from '../../../store/project.ts';
import type { SegmentFilter, SegmentPage, StoredDocument } from '../../../store/segment.ts';
import type { Heading } from '../../../usecases/list-headings.ts';
import type { Ui } from '../../ui.ts';
import type { Page } from '../../page.ts';
import { segmentJson } from '../../api/answers.ts';
import { matchMessages } from './match-messages.ts';
import { editorMessages } from './messages.ts';
import { shortcutsOf, type Shortcut } from './shortcuts.ts';
import { rowView, type RowView, type Side } from './row-view.ts';

export interface EditorPage extends Page {
  readonly address: string;
  readonly document: StoredDocument;
  readonly project: Project;
  readonly source: Side;
  readonly target: Side;
  readonly states: readonly StateChoice[];
  readonly bands: readonly BandChoice[];
  /** That no band is known, with the way to look for matches; null where that is not asked for. */
  readonly unknownBands: { readonly text: string; readonly href: string } | null;
  readonly text: string;
  /** That the segment that is asked for does not exist; '' where it does. */
  readonly missing: string;
  /** What the field for going to a segment holds: what was typed and is none. */
  readonly asked: string;
  readonly isFiltered: boolean;
  /** Where texts go when a machine is asked; '' where none is set up. */
  readonly machineHost: string;
  /** Of a million characters that are sent; '' where nobody said. */
  readonly machinePrice: string;
  readonly rows: readonly RowView[];
  /** An empty row, from which the browser makes those that it loads. */
  readonly emptyRow: RowView;
  /** Addresses of the rows before and after, or null at the ends. */
  readonly before: string | null;
  readonly after: string | null;
  readonly progress: EditorProgress;
  readonly shortcuts: readonly Shortcut[];
  /** What the tints of the bidi view mean. */
  readonly bidiLegend: readonly (readonly [name: string, text: string])[];
  /** JSON for the browser modules. */
  readonly settings: string;
}

export interface StateChoice {
  readonly value: State;
  /** In the filter, where `initial` also finds what is not translated. */
  readonly label: string;
  /** Of one segment. */
  readonly name: string;
  readonly chosen: boolean;
}

export interface BandChoice {
  readonly value: Band;
  readonly label: string;
  readonly chosen: boolean;
}

export interface EditorProgress {
  readonly translated: number;
  readonly reviewed: number;
  readonly text: string;
  /** How words were counted. */
  readonly method: string;
}

export interface EditorData {
  readonly document: StoredDocument;
  readonly project: Project;
  readonly language: LanguageTag;
  readonly filter: SegmentFilter;
  /** Position of the segment that is asked for; 0 for none. */
  readonly wanted: number;
  /** The position that is asked for, as it was typed, should there be none such; otherwise ''. */
  readonly missing: string;
  /** Position after which the rows begin. */
  readonly start: number;
  readonly page: SegmentPage;
  readonly progress: ProgressSummary;
  readonly headings: readonly Heading[];
  /** Bands are asked for, and nobody has looked for matches yet. */
  readonly bandsUnknown: boolean;
  readonly machineHost: string;
  readonly machinePrice: number | null;
}

export function editorPage(ui: Ui, data: EditorData): EditorPage {
  const { document, project, language, filter, page } = data;
  const source = sideOf(ui, project.sourceLanguage);
  const target = sideOf(ui, language);
  const address = `/documents/${document.id}/${language}`;
  const levels = new Map(data.headings.map(({ unitIndex, level }) => [unitIndex, level]));
  const first = page.segments[0];
  return {
    ui,
    title: ui.t('editor:title', { file: document.fileName, language: target.name }),
    layout: 'wide',
    stylesheet: 'editor',
    address,
    document,
    project,
    source,
    target,
    states: STATES.map((value) => ({
      value,
      label: ui.t(`editor:filter-${value}`),
      name: ui.t(`editor:state-${value === 'initial' ? 'draft' : value}`),
      chosen: filter.states?.includes(value) ?? false,
    })),
    bands: bandChoices(ui, filter),
    unknownBands: data.bandsUnknown
      ? { text: ui.t('analysis:never'), href: `/projects/${project.id}/${language}/analysis` }
      : null,
    machineHost: data.machineHost,
    machinePrice: data.machinePrice === null ? '' : String(data.machinePrice),
    text: filter.text ?? '',
    missing: missingText(ui, data.missing),
    asked: data.missing,
    isFiltered: Object.keys(filter).length > 0,
    rows: page.segments.map((segment, index) =>
      rowView(ui, segment, document.segments, page.segments[index - 1]?.unitIndex, levels, {
        source,
        target,
      }),
    ),
    emptyRow: rowView(ui, null, document.segments, undefined, levels, { source, target }),
    before:
      data.start > 0 && first !== undefined ? link(address, filter, Math.max(1, first.position - 40)) : null,
    after: page.next === null ? null : link(address, filter, page.next + 31),
    progress: progressOf(ui, data.progress),
    shortcuts: shortcutsOf(ui, language),
    bidiLegend: [
      ['ltr', ui.t('editor:legend-ltr')],
      ['rtl', ui.t('editor:legend-rtl')],
      ['deeper', ui.t('editor:legend-deeper')],
      ['isolate', ui.t('editor:legend-isolate')],
    ],
    settings: JSON.stringify({
      document: document.id,
      language,
      sourceLanguage: project.sourceLanguage,
      interface: ui.language,
      digits: Array.from({ length: 10 }, (_, digit) => ui.number(digit)),
      total: document.segments,
      wanted: data.wanted,
      start: data.start,
      next: page.next,
      filter: { states: filter.states ?? [], bands: filter.bands ?? [], text: filter.text ?? '' },
      headings: data.headings.map(({ unitIndex, level }) => [unitIndex, level]),
      segments: page.segments.map(segmentJson),
      messages: { ...editorMessages(ui), ...matchMessages(ui) },
    }),
  };
}

function bandChoices(ui: Ui, { bands = [] }: SegmentFilter): readonly BandChoice[] {
  return BANDS.map((value) => ({
    value,
    label: ui.t(`analysis:band-${value}`),
    chosen: bands.includes(value),
  }));
}

function sideOf(ui: Ui, language: LanguageTag): Side {
  return {
    language,
    direction: directionOf(language),
    name: languageName(language, ui.language),
  };
}

function link(address: string, filter: SegmentFilter, segment: number): string {
  const query = new URLSearchParams({ segment: String(segment) });
  if (filter.states !== undefined) query.set('state', filter.states.join(','));
  if (filter.bands !== undefined) query.set('band', filter.bands.join(','));
  if (filter.text !== undefined) query.set('text', filter.text);
  return `${address}?${query.toString()}`;
}

function missingText(ui: Ui, asked: string): string {
  const position = readNumber(asked);
  if (asked === '') return '';
  return ui.t('editor:no-such-segment', { position: position === null ? asked : ui.number(position) });
}

function progressOf(ui: Ui, summary: ProgressSummary): EditorProgress {
  const { translated, reviewed, final } = summary.byState;
  return {
    translated: Math.round(summary.translated * 1000) / 10,
    reviewed: Math.round(summary.reviewed * 1000) / 10,
    text: ui.t('editor:progress-words', {
      done: ui.number(translated.words + reviewed.words + final.words),
      total: ui.number(summary.words),
      share: ui.percent(summary.translated),
    }),
    method: ui.t('common:words-method', { method: WORD_METHOD }),
  };
}
