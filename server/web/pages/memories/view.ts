/** All memories, and the form for a new one. */
import type { Problem } from '../../../core/problem.ts';
import type { Memory } from '../../../store/memory-store.ts';
import { memoryFacts } from '../../memory-facts.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';

export interface MemoriesPage extends Page {
  readonly notice: NoticeView | null;
  readonly problems: readonly ProblemView[];
  readonly memories: readonly { readonly href: string; readonly name: string; readonly facts: string }[];
  readonly name: string;
}

export interface MemoriesInput {
  readonly memories: readonly Memory[];
  readonly notice: Notice | null;
  /** As it was sent. */
  readonly name: string;
  readonly problems: readonly Problem[];
}

export function memoriesPage(ui: Ui, input: MemoriesInput): MemoriesPage {
  return {
    ui,
    stylesheet: 'memories',
    title: ui.t('memory:memories'),
    isRefused: input.problems.length > 0,
    notice: noticeView(ui, input.notice),
    problems: problemViews(ui, input.problems),
    memories: input.memories.map((memory) => ({
      href: `/memories/${memory.id}`,
      name: memory.name,
      facts: memoryFacts(ui, memory),
    })),
    name: input.name,
  };
}
