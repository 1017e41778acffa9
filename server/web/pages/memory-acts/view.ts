/** What people did with the units of a memory, newest first. */
import type { Memory, MemoryAct } from '../../../store/memory-store.ts';
import { actView, type ActView } from '../../act-view.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import type { SurveyView } from '../../survey-view.ts';
import type { Ui } from '../../ui.ts';
import type { Undoing } from '../../undoings.ts';

export interface MemoryActsPage extends Page {
  readonly memoryName: string;
  readonly backHref: string;
  readonly back: string;
  readonly notice: NoticeView | null;
  /** What is being taken back. */
  readonly going: readonly SurveyView[];
  readonly acts: readonly ActView[];
  /** '' at the end. */
  readonly nextHref: string;
}

export interface MemoryActsInput {
  readonly memory: Memory;
  readonly acts: readonly MemoryAct[];
  readonly more: boolean;
  readonly going: readonly Undoing[];
  readonly notice: Notice | null;
}

export function memoryActsPage(ui: Ui, input: MemoryActsInput): MemoryActsPage {
  const { memory, acts, more, going, notice } = input;
  const backHref = `/memories/${memory.id}`;
  const last = acts.at(-1);
  return {
    ui,
    stylesheet: 'memories',
    title: ui.t('memory:acts'),
    memoryName: memory.name,
    backHref,
    back: `${backHref}/acts`,
    notice: noticeView(ui, notice),
    going: going.map((each) => undoingView(ui, each)),
    acts: acts.map((act) =>
      actView(
        ui,
        act,
        going.some((each) => each.act.id === act.id),
      ),
    ),
    nextHref: more && last !== undefined ? `${backHref}/acts?before=${last.id}` : '',
  };
}

function undoingView(ui: Ui, { act, soFar }: Undoing): SurveyView {
  const { looked, words } = undoingProgress(ui, { act, soFar });
  return {
    href: `/memories/${act.memory}/acts/${act.id}`,
    stopHref: '',
    stopLabel: '',
    isRunning: true,
    done: looked,
    total: act.tus,
    words,
    says: ui.t('upkeep:goes-on'),
  };
}

/** What the browser module is told while it goes on. */
export function undoingProgress(
  ui: Ui,
  { act, soFar }: Undoing,
): { readonly looked: number; readonly words: string; readonly done: null } {
  const looked = Math.min(soFar.restored + soFar.left, act.tus);
  const counts = { done: ui.number(looked), total: ui.number(act.tus) };
  return { looked, words: ui.t('memory:undoing', counts), done: null };
}
