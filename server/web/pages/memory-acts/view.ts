/** What people did with the units of a memory, newest first. */
import type { Memory, MemoryAct } from '../../../store/memory-store.ts';
import { actView, type ActView } from '../../act-view.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';

export interface MemoryActsPage extends Page {
  readonly memoryName: string;
  readonly backHref: string;
  readonly back: string;
  readonly notice: NoticeView | null;
  readonly acts: readonly ActView[];
  /** '' at the end. */
  readonly nextHref: string;
}

export interface MemoryActsInput {
  readonly memory: Memory;
  readonly acts: readonly MemoryAct[];
  readonly more: boolean;
  readonly notice: Notice | null;
}

export function memoryActsPage(ui: Ui, { memory, acts, more, notice }: MemoryActsInput): MemoryActsPage {
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
    acts: acts.map((act) => actView(ui, act)),
    nextHref: more && last !== undefined ? `${backHref}/acts?before=${last.id}` : '',
  };
}
