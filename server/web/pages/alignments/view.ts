/** Alignments in work, and the form for a new one. */
import type { Problem } from '../../../core/problem.ts';
import type { AlignmentSummary } from '../../../store/alignment-store.ts';
import { languageOptions, nameOfLanguage, type LanguageOption } from '../../language-fields.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { problemView, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';
import type { AlignmentForm } from './form.ts';

export interface AlignmentsPage extends Page {
  readonly notice: NoticeView | null;
  readonly form: AlignmentForm;
  readonly sources: readonly LanguageOption[];
  readonly targets: readonly LanguageOption[];
  readonly problems: readonly ProblemView[];
  readonly isFileMissing: boolean;
  readonly alignments: readonly AlignmentItem[];
}

interface AlignmentItem {
  readonly href: string;
  readonly sourceFile: string;
  readonly targetFile: string;
  readonly languages: string;
  readonly changed: string;
}

export interface AlignmentsPageInput {
  readonly form: AlignmentForm;
  readonly problems: readonly Problem[];
  readonly isFileMissing: boolean;
  readonly alignments: readonly AlignmentSummary[];
  readonly notice: Notice | null;
}

export function alignmentsPage(ui: Ui, input: AlignmentsPageInput): AlignmentsPage {
  const { form, problems, isFileMissing } = input;
  return {
    ui,
    title: ui.t('alignment:title'),
    isRefused: problems.length > 0 || isFileMissing,
    notice: noticeView(ui, input.notice),
    form,
    sources: languageOptions(ui, [form.source]),
    targets: languageOptions(ui, [form.target]),
    problems: problems.map((each) => problemView(ui, each)),
    isFileMissing,
    alignments: input.alignments.map((each) => ({
      href: `/alignments/${each.id}`,
      sourceFile: each.sourceFile,
      targetFile: each.targetFile,
      languages: ui.t('alignment:languages', {
        source: nameOfLanguage(ui.language, each.sourceLanguage),
        target: nameOfLanguage(ui.language, each.targetLanguage),
      }),
      changed: ui.date(each.at),
    })),
  };
}
