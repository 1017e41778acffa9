/** The form for a new project, empty or as it was sent with what was wrong with it. */
import type { Problem } from '../../../core/problem.ts';
import { languageOptions, type LanguageFields, type LanguageOption } from '../../language-fields.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';
import type { NewProjectForm } from './form.ts';

export interface NewProjectPage extends Page {
  readonly form: NewProjectForm;
  readonly sources: readonly LanguageOption[];
  readonly targets: LanguageFields;
  readonly problems: readonly ProblemView[];
  readonly isFileMissing: boolean;
  readonly limit: string;
}

export interface NewProjectPageInput {
  readonly form: NewProjectForm;
  readonly problems: readonly Problem[];
  readonly isFileMissing: boolean;
  /** In bytes. */
  readonly uploadLimit: number;
}

export function newProjectPage(ui: Ui, input: NewProjectPageInput): NewProjectPage {
  const { form, problems, isFileMissing } = input;
  return {
    ui,
    title: ui.t('common:new-project'),
    isRefused: problems.length > 0 || isFileMissing,
    form,
    sources: languageOptions(ui, [form.sourceLanguage]),
    targets: {
      legend: ui.t('projects:target-languages'),
      hint: ui.t('projects:target-languages-hint'),
      otherLabel: ui.t('projects:target-languages-other'),
      options: languageOptions(ui, form.targetLanguages),
      other: form.targetLanguagesOther,
    },
    problems: problemViews(ui, problems),
    isFileMissing,
    limit: ui.t('common:megabytes', { megabytes: Math.floor(input.uploadLimit / (1024 * 1024)) }),
  };
}
