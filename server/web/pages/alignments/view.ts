/** Alignments in work, and the form for a new one. */
import type { Problem } from '../../../core/problem.ts';
import type { AlignmentSummary } from '../../../store/alignment-store.ts';
import { languageOptions, nameOfLanguage, type LanguageOption } from '../../language-fields.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';
import type { AlignmentForm } from './form.ts';

export interface AlignmentsPage extends Page {
  readonly notice: NoticeView | null;
  /** The text, then its translation. */
  readonly sides: readonly SideView[];
  readonly problems: readonly ProblemView[];
  readonly isFileMissing: boolean;
  readonly alignments: readonly AlignmentItem[];
}

interface SideView {
  /** Name of the field for the file. */
  readonly file: 'file' | 'translation';
  readonly fileLabel: string;
  /** Name of the field for the language; a typed one has `Other` behind it. */
  readonly language: 'source' | 'target';
  readonly languageLabel: string;
  readonly options: readonly LanguageOption[];
  readonly other: string;
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
    sides: [
      {
        file: 'file',
        fileLabel: ui.t('alignment:source-file'),
        language: 'source',
        languageLabel: ui.t('alignment:source-language'),
        options: languageOptions(ui, [form.source]),
        other: form.sourceOther,
      },
      {
        file: 'translation',
        fileLabel: ui.t('alignment:target-file'),
        language: 'target',
        languageLabel: ui.t('alignment:target-language'),
        options: languageOptions(ui, [form.target === '' ? usualTarget(ui) : form.target]),
        other: form.targetOther,
      },
    ],
    problems: problemViews(ui, problems),
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

/** Most translate into their own language. */
function usualTarget(ui: Ui): string {
  return ui.language === 'en' ? 'fa' : ui.language;
}
