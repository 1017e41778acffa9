/** Says why a file could not be made, what to know before it is taken, or what is wrong with one. */
import type { Problem } from '../../../core/problem.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';

export interface ProblemsPage extends Page {
  readonly text: string;
  readonly problems: readonly ProblemView[];
  readonly backHref: string;
  /** Where the file is to be had all the same; '' where there is none. */
  readonly anywayHref: string;
}

export interface ProblemsPageInput {
  readonly problems: readonly Problem[];
  readonly backHref: string;
  readonly anywayHref: string;
}

export function problemsPage(ui: Ui, input: ProblemsPageInput): ProblemsPage {
  const refused = input.anywayHref === '';
  return {
    ui,
    title: ui.t(refused ? 'document:refused-title' : 'document:warned-title'),
    text: ui.t(refused ? 'document:refused-text' : 'document:warned-text'),
    problems: problemViews(ui, input.problems),
    backHref: input.backHref,
    anywayHref: input.anywayHref,
  };
}

export interface FindingsPageInput extends Omit<ProblemsPageInput, 'anywayHref'> {
  /** Of the document. */
  readonly fileName: string;
}

/** What validation found in the file of a document. */
export function findingsPage(ui: Ui, { problems, backHref, fileName }: FindingsPageInput): ProblemsPage {
  return {
    ui,
    title: ui.t('document:findings-title', { file: fileName }),
    text: ui.t('document:findings-text'),
    problems: problemViews(ui, problems),
    backHref,
    anywayHref: '',
  };
}
