/** Find and replace in a memory: the form, and what would be changed, before and after. */
import type { Problem } from '../../../core/problem.ts';
import { invisiblesIn } from '../../../core/text/invisible.ts';
import { linePieces } from '../../../core/text/line-pieces.ts';
import type { Memory, MemoryAct } from '../../../store/memory-store.ts';
import type { Survey } from '../../../store/survey-store.ts';
import { pairOf } from '../../../usecases/browse-memory.ts';
import {
  replacementOf,
  type ReplacementQuestion,
  type ShownReplacement,
} from '../../../usecases/replace-in-memory.ts';
import { actView, type ActView } from '../../act-view.ts';
import { pairOfQuery } from '../../memory-query.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { pairFields, type PairFields } from '../../pair-fields.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import { surveyFacts, surveyHome, surveyHref, surveyView, type SurveyView } from '../../survey-view.ts';
import { tuHref, tuvView, type MarkedPiece, type TuvView } from '../../tu-view.ts';
import type { Ui } from '../../ui.ts';
import type { ReplaceForm } from './form.ts';

export interface MemoryReplacePage extends Page {
  readonly backHref: string;
  readonly memoryName: string;
  readonly action: string;
  readonly problems: readonly ProblemView[];
  readonly form: ReplaceForm;
  readonly pair: PairFields;
  readonly preview: PreviewView | null;
}

interface PreviewView {
  readonly notice: NoticeView | null;
  readonly going: SurveyView | null;
  readonly facts: readonly string[];
  /** What was found, or what was done. */
  readonly summary: string;
  readonly act: ActView | null;
  readonly back: string;
  readonly action: string;
  readonly hits: readonly HitView[];
  /** May be chosen and replaced. */
  readonly isOpen: boolean;
  readonly applyLabel: string;
  /** Numbers that pages begin behind; null where there is none. */
  readonly first: number | null;
  readonly next: number | null;
}

interface HitView {
  readonly number: number;
  readonly label: string;
  readonly isWanted: boolean;
  /** '' where it is not any more what was found. */
  readonly href: string;
  readonly before: TuvView | null;
  readonly after: TuvView | null;
  readonly other: TuvView | null;
}

export interface MemoryReplaceInput {
  readonly memory: Memory;
  readonly form: ReplaceForm;
  readonly problems: readonly Problem[];
  readonly preview: {
    readonly survey: Survey;
    readonly hits: readonly ShownReplacement[];
    readonly hasMore: boolean;
    readonly after: number;
    readonly wanted: number;
    readonly leftOut: number;
    readonly act: MemoryAct | null;
    readonly now: number;
    readonly notice: Notice | null;
  } | null;
}

export function memoryReplacePage(ui: Ui, input: MemoryReplaceInput): MemoryReplacePage {
  const { memory, form, problems, preview } = input;
  return {
    ui,
    stylesheet: 'memories',
    title: ui.t('upkeep:replace'),
    isRefused: problems.length > 0,
    backHref: `/memories/${memory.id}`,
    memoryName: memory.name,
    action: surveyHome(memory.id, 'replacement'),
    problems: problemViews(ui, problems),
    form,
    pair: pairFields(ui, memory, pairOfQuery(form)),
    preview: preview === null ? null : previewView(ui, preview),
  };
}

function previewView(ui: Ui, preview: NonNullable<MemoryReplaceInput['preview']>): PreviewView {
  const { survey, hits, hasMore, after, wanted, act } = preview;
  const { question } = replacementOf(survey);
  const last = hits.at(-1);
  return {
    notice: noticeView(ui, preview.notice),
    going: surveyView(ui, survey, wanted, preview.now),
    facts: surveyFacts(ui, survey),
    summary: summaryOf(ui, survey, preview.leftOut),
    act: act === null ? null : actView(ui, act),
    back: surveyHref(survey),
    action: surveyHref(survey),
    hits: hits.map((hit) => hitView(ui, question, hit)),
    isOpen: survey.state === 'ready',
    applyLabel: ui.t('upkeep:replace-do', { count: wanted }),
    first: after > 0 ? 0 : null,
    next: hasMore && last !== undefined ? last.hit.number : null,
  };
}

function summaryOf(ui: Ui, survey: Survey, leftOut: number): string {
  const { tus, places, cut, unfit } = replacementOf(survey).counts;
  if (survey.state === 'done')
    return ui.t('upkeep:replaced', { changed: survey.changed, skipped: survey.skipped });
  return [
    ui.t('upkeep:replace-found', { tus, places }),
    leftOut === 0 ? '' : ui.t('upkeep:left-out', { count: leftOut }),
    cut === 0 ? '' : ui.t('upkeep:replace-cut', { count: cut }),
    unfit === 0 ? '' : ui.t('upkeep:replace-unfit', { count: unfit }),
  ]
    .filter((said) => said !== '')
    .join(' ');
}

function hitView(ui: Ui, question: ReplacementQuestion, { hit, change }: ShownReplacement): HitView {
  const { number, leftOut } = hit;
  const common = { number, label: ui.t('upkeep:replace-unit', { number }), isWanted: !leftOut };
  if (change === null) return { ...common, href: '', before: null, after: null, other: null };
  const { tu, tuv, replaced } = change;
  const pair = pairOf(tu, question);
  const other = pair === null ? null : pair[question.side === 'source' ? 'target' : 'source'];
  return {
    ...common,
    href: tuHref(tu.memory, tu.id),
    before: withSigns(tuvView(ui, tuv, replaced.found)),
    after: withSigns(tuvView(ui, { ...tuv, content: replaced.content }, replaced.put)),
    other: other === null ? null : tuvView(ui, other, []),
  };
}

/** A hit that nobody can see is shown by the names of its characters. */
function withSigns(view: TuvView): TuvView {
  return { ...view, pieces: view.pieces.map(withSign) };
}

function withSign(piece: MarkedPiece): MarkedPiece {
  if (piece.kind !== 'found') return piece;
  const text = piece.lines.map((each) => each.text).join('');
  const hidden = invisiblesIn(text);
  const size = hidden.reduce((sum, { start, end }) => sum + end - start, 0);
  if (size < text.length) return piece;
  return { ...piece, lines: linePieces(`[${hidden.map(({ label }) => label).join(' ')}]`) };
}

/** The form as it was asked. */
export function formOf(survey: Survey): ReplaceForm {
  const { source, target, side, find, by, wholeWord, folded, filter } = replacementOf(survey).question;
  const yes = (is: boolean): '' | 'yes' => (is ? 'yes' : '');
  return {
    ...{ source, target, side, find, by, word: yes(wholeWord), folded: yes(folded) },
    within: yes(filter !== null),
    filterText: filter?.text ?? '',
    filterSide: filter?.side ?? 'source',
    filterWord: yes(filter?.wholeWord === true),
  };
}
