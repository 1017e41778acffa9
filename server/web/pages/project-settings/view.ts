/** Name, credits and languages of a project, as kept or as sent with what was wrong. */
import type { Problem } from '../../../core/problem.ts';
import type { Project } from '../../../store/project.ts';
import type { ShownSrx } from '../../../usecases/project-srx.ts';
import type { ProjectTermbases } from '../../../usecases/project-termbases.ts';
import { languageOptions, type LanguageFields } from '../../language-fields.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';
import type { ProjectSettingsForm } from './form.ts';
import type { ProjectMemories } from '../../../usecases/set-project-memories.ts';
import { projectMemoriesView, type ProjectMemoriesView, type SentMemories } from './memories.ts';
import { projectTermbasesView, type ProjectTermbasesView, type SentTermbases } from './termbases.ts';

export interface ProjectSettingsPage extends Page {
  readonly action: string;
  readonly notice: NoticeView | null;
  readonly form: ProjectSettingsForm;
  readonly languages: string;
  readonly more: LanguageFields;
  readonly problems: readonly ProblemView[];
  readonly machineHref: string;
  /** Leverage in each language. */
  readonly analyses: readonly { readonly href: string; readonly text: string }[];
  /** Segmentation rules of the project's own. */
  readonly srx: {
    readonly fileName: string;
    readonly rules: string;
    readonly problems: readonly ProblemView[];
  } | null;
  readonly memories: ProjectMemoriesView;
  readonly termbases: ProjectTermbasesView;
}

export interface ProjectSettingsInput {
  readonly project: Project;
  readonly form: ProjectSettingsForm;
  readonly problems: readonly Problem[];
  readonly srx: ShownSrx | null;
  readonly memories: ProjectMemories;
  readonly termbases: ProjectTermbases;
  /** What is given back for correction. */
  readonly typed: { readonly memories: SentMemories | null; readonly termbases: SentTermbases | null };
  readonly notice: Notice | null;
}

export function projectSettingsPage(ui: Ui, input: ProjectSettingsInput): ProjectSettingsPage {
  const { project, form, srx, typed } = input;
  const present = [project.sourceLanguage, ...project.targetLanguages];
  return {
    ui,
    title: ui.t('projects:settings-title', { name: project.name }),
    isRefused: input.problems.length > 0 || typed.memories !== null || typed.termbases !== null,
    action: `/projects/${project.id}/settings`,
    notice: noticeView(ui, input.notice),
    machineHref: `/projects/${project.id}/machine`,
    analyses: project.targetLanguages.map((tag) => ({
      href: `/projects/${project.id}/${tag}/analysis`,
      text: ui.t('analysis:link', { language: ui.languageName(tag) }),
    })),
    form,
    languages: ui.list(project.targetLanguages.map((tag) => ui.languageName(tag))),
    more: {
      legend: ui.t('projects:add-languages'),
      hint: ui.t('projects:add-languages-hint'),
      otherLabel: ui.t('projects:target-languages-other'),
      options: languageOptions(ui, form.targetLanguages, present),
      other: form.targetLanguagesOther,
    },
    problems: problemViews(ui, input.problems),
    srx: srx && {
      fileName: srx.fileName,
      rules: ui.number(srx.rules),
      problems: problemViews(ui, srx.problems),
    },
    memories: projectMemoriesView(ui, project.id, input.memories, typed.memories),
    termbases: projectTermbasesView(ui, project.id, input.termbases, typed.termbases),
  };
}
