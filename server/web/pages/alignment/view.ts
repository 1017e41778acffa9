/** An alignment to be corrected: a page of its links side by side, and what can be made of it. */
import { placeLinks, SURE, type Link, type PlacedLink } from '../../../core/alignment/link.ts';
import { directionOf } from '../../../core/text/language.ts';
import type { Side } from '../../../core/alignment/side.ts';
import type { AlignmentSides, KeptAlignment } from '../../../store/alignment-store.ts';
import type { Memory } from '../../../store/memory-store.ts';
import type { Project } from '../../../store/project.ts';
import { contentView, type ContentPiece } from '../../content-view.ts';
import { languageView, type LanguageView } from '../../language-fields.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';

/** The forms below as they were typed, where they were refused. */
export interface TypedUses {
  readonly memory: string;
  readonly unsure?: 'yes' | undefined;
  readonly project?: number | undefined;
  readonly name: string;
}

export interface AlignmentPage extends Page {
  readonly notice: NoticeView | null;
  /** What could not be done, or ''. */
  readonly warning: string;
  readonly typed: TypedUses;
  readonly href: string;
  readonly sourceFile: string;
  readonly targetFile: string;
  readonly version: number;
  readonly summary: string;
  /** '' where none is left. */
  readonly nextDoubtful: string;
  readonly sure: number;
  readonly canUndo: boolean;
  readonly rows: readonly LinkRow[];
  readonly pages: readonly PageLink[];
  readonly memories: readonly string[];
  readonly projects: readonly { readonly id: number; readonly name: string }[];
}

interface PageLink {
  readonly name: string;
  readonly href: string;
  readonly isShown: boolean;
}

interface LinkRow {
  readonly index: number;
  readonly name: string;
  readonly state: 'confirmed' | 'sure' | 'doubtful';
  readonly stateName: string;
  readonly isFocused: boolean;
  readonly sides: readonly SideCells[];
  readonly canUnlink: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

interface SideCells {
  readonly side: 'source' | 'target';
  readonly language: LanguageView;
  readonly cells: readonly SegmentCell[];
}

interface SegmentCell {
  readonly pieces: readonly ContentPiece[];
  /** The act that splits the link before this segment, or ''. */
  readonly split: string;
}

export interface AlignmentPageInput {
  readonly alignment: KeptAlignment;
  readonly sides: AlignmentSides;
  readonly memories: readonly Memory[];
  readonly projects: readonly Project[];
  readonly notice: Notice | null;
  /** The link that it is about; absent: the first ones are shown, and none has the focus. */
  readonly at: number | undefined;
  readonly said: 'conflict' | 'impossible' | 'name-missing' | 'memory-gone' | undefined;
  readonly typed: TypedUses;
}

/** Links of a page. */
const PAGE = 50;

export function alignmentPage(ui: Ui, input: AlignmentPageInput): AlignmentPage {
  const { alignment, sides, at, said } = input;
  const { links } = alignment;
  const href = `/alignments/${alignment.id}`;
  const shown = Math.min(at ?? 0, Math.max(0, links.length - 1));
  const first = shown - (shown % PAGE);
  const doubtful = links.flatMap((link, index) => (isDoubtful(link) ? [index] : []));
  const next = doubtful.find((index) => index > (at ?? -1)) ?? doubtful[0];
  const rows = placeLinks(links)
    .slice(first, first + PAGE)
    .map((link, index) => linkRow(ui, sides, link, first + index, at, links.length));
  return {
    ui,
    layout: 'wide',
    stylesheet: 'alignment',
    title: ui.t('alignment:page-title', { file: alignment.sourceFile }),
    notice: noticeView(ui, input.notice),
    warning: said === undefined ? '' : ui.t(`alignment:${said}`),
    typed: input.typed,
    href,
    sourceFile: alignment.sourceFile,
    targetFile: alignment.targetFile,
    version: alignment.version,
    summary: ui.t('alignment:summary', { count: links.length, doubtful: doubtful.length }),
    nextDoubtful: next === undefined ? '' : `${href}?at=${next}`,
    sure: links.filter((link) => !link.confirmed && !isDoubtful(link)).length,
    canUndo: alignment.undo.length > 0,
    rows,
    pages: pagesOf(ui, href, links.length, first),
    memories: input.memories.map(({ name }) => name),
    projects: input.projects.map(({ id, name }) => ({ id, name })),
  };
}

function isDoubtful({ confirmed, confidence }: Link): boolean {
  return !confirmed && confidence < SURE;
}

function linkRow(
  ui: Ui,
  sides: AlignmentSides,
  link: PlacedLink,
  index: number,
  at: number | undefined,
  count: number,
): LinkRow {
  const state = link.confirmed ? 'confirmed' : isDoubtful(link) ? 'doubtful' : 'sure';
  return {
    index,
    name: ui.t('alignment:link-name', { number: index + 1 }),
    state,
    stateName:
      state === 'confirmed'
        ? ui.t('alignment:confirmed')
        : ui.t(`alignment:${state}`, { share: link.confidence }),
    isFocused: index === at,
    sides: [
      {
        side: 'source',
        language: languageView(ui, sides.source.language),
        cells: cells(sides.source, link.sourceStart, link.source, (place) =>
          splitAct(index, place, Math.round((place * link.target) / link.source)),
        ),
      },
      {
        side: 'target',
        language: languageView(ui, sides.target.language),
        cells: cells(sides.target, link.targetStart, link.target, (place) =>
          splitAct(index, Math.round((place * link.source) / link.target), place),
        ),
      },
    ],
    canUnlink: link.source + link.target > 1,
    isFirst: index === 0,
    isLast: index === count - 1,
  };
}

function cells(
  side: Side,
  start: number,
  count: number,
  split: (place: number) => string,
): readonly SegmentCell[] {
  return side.segments.slice(start, start + count).map(({ content }, place) => ({
    pieces: contentView(content, directionOf(side.language)),
    split: place === 0 ? '' : split(place),
  }));
}

function splitAct(link: number, source: number, target: number): string {
  return `split:${link}:${source}:${target}`;
}

/** The first, the last and those around the one that is shown. */
function pagesOf(ui: Ui, href: string, count: number, first: number): readonly PageLink[] {
  const pages = Math.ceil(count / PAGE);
  const current = first / PAGE;
  const near = Array.from({ length: pages }, (_, page) => page).filter(
    (page) => page === 0 || page === pages - 1 || Math.abs(page - current) <= 2,
  );
  return pages < 2
    ? []
    : near.map((page) => ({
        name: ui.t('alignment:range', {
          from: page * PAGE + 1,
          to: Math.min(count, (page + 1) * PAGE),
        }),
        href: `${href}?at=${page * PAGE}`,
        isShown: page === current,
      }));
}
