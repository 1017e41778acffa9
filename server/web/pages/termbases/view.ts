/** All termbases, and the form for a new one. */
import type { Problem } from '../../../core/problem.ts';
import type { Termbase } from '../../../store/term-store.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';

export interface TermbasesPage extends Page {
  readonly notice: NoticeView | null;
  readonly problems: readonly ProblemView[];
  readonly termbases: readonly TermbaseCard[];
  readonly name: string;
}

interface TermbaseCard {
  readonly href: string;
  readonly name: string;
  readonly facts: string;
}

export interface TermbasesInput {
  readonly termbases: readonly Termbase[];
  readonly notice: Notice | null;
  /** As it was sent. */
  readonly name: string;
  readonly problems: readonly Problem[];
}

export function termbasesPage(ui: Ui, input: TermbasesInput): TermbasesPage {
  return {
    ui,
    stylesheet: 'terms',
    title: ui.t('terms:termbases'),
    isRefused: input.problems.length > 0,
    notice: noticeView(ui, input.notice),
    problems: problemViews(ui, input.problems),
    termbases: input.termbases.map(({ id, name, concepts, languages }) => ({
      href: `/termbases/${id}`,
      name,
      facts: ui.facts([
        ui.t('terms:concepts-count', { count: concepts }),
        ui.list(languages.map((tag) => ui.languageName(tag))),
      ]),
    })),
    name: input.name,
  };
}
