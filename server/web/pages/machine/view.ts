/** Machine translation of a project: where texts would go, and how that is set. The key is never shown. */
import type { Problem } from '../../../core/problem.ts';
import { languageName, type LanguageTag } from '../../../core/text/language.ts';
import { linePieces, type LinePiece } from '../../../core/text/line-pieces.ts';
import type { Project } from '../../../store/project.ts';
import {
  machineProviders,
  type ProviderChoice,
  type ShownMachineSettings,
} from '../../../usecases/machine-settings.ts';
import { languageView, type LanguageView } from '../../language-fields.ts';
import { noticeView, type NoticeView } from '../../notice-view.ts';
import type { Notice } from '../../notices.ts';
import { numberField, writeNumber, type NumberField, type TypedNumber } from '../../number-field.ts';
import type { Page } from '../../page.ts';
import { problemViews, type ProblemView } from '../../problem-view.ts';
import type { Ui } from '../../ui.ts';
import type { MachineForm } from './form.ts';

export interface MachinePage extends Page {
  readonly notice: NoticeView | null;
  readonly problems: readonly ProblemView[];
  readonly action: string;
  readonly backHref: string;
  readonly isOn: boolean;
  /** What it means for the texts, a sentence each. */
  readonly facts: readonly string[];
  readonly providers: readonly (ProviderChoice & { readonly chosen: boolean })[];
  readonly form: Omit<MachineForm, 'key' | 'context' | 'price'> & { readonly context: boolean };
  readonly price: NumberField;
  readonly keyHint: string;
  readonly trial: {
    readonly question: string;
    readonly answers: readonly (LanguageView & { readonly lines: readonly LinePiece[] })[];
  } | null;
}

export interface TrialView {
  readonly source: LanguageTag;
  readonly translations: readonly { readonly language: LanguageTag; readonly text: string }[];
}

/** What is given back for correction. */
export type SentForm = Omit<MachineForm, 'price'> & { readonly price: TypedNumber };

export interface MachinePageInput {
  readonly project: Project;
  readonly settings: ShownMachineSettings | null;
  readonly form: SentForm | null;
  readonly problems: readonly Problem[];
  readonly notice: Notice | null;
  readonly trial: TrialView | null;
}

export function machinePage(ui: Ui, input: MachinePageInput): MachinePage {
  const { project, settings, trial } = input;
  const form =
    input.form === null ? formOf(settings) : { ...input.form, context: input.form.context === 'yes' };
  return {
    ui,
    title: ui.t('machine:title-of', { name: project.name }),
    isRefused: input.form !== null,
    notice: noticeView(ui, input.notice),
    problems: problemViews(ui, input.problems),
    action: `/projects/${project.id}/machine`,
    backHref: `/projects/${project.id}/settings`,
    isOn: settings !== null,
    facts: [...factsOf(ui, settings), ui.t('machine:marked')],
    providers: machineProviders().map((each) => ({ ...each, chosen: each.id === form.provider })),
    form,
    price: numberField(ui, {
      ...{
        id: 'price',
        name: 'price',
        kind: 'decimal',
        hint: 'price-hint',
        typed: input.form?.price ?? null,
      },
      value: writeNumber(ui, settings?.price ?? null),
      hasFocus: input.problems.length === 0 && input.form !== null,
    }),
    keyHint: ui.t(settings?.hasKey === true ? 'machine:key-kept' : 'machine:key-hint'),
    trial: trial && {
      question: ui.t('machine:tried', { word: languageName(trial.source) }),
      answers: trial.translations.map(({ language, text }) => ({
        ...languageView(ui, language),
        lines: linePieces(text),
      })),
    },
  };
}

function factsOf(ui: Ui, settings: ShownMachineSettings | null): readonly string[] {
  if (settings === null) return [ui.t('machine:off')];
  return [
    ui.t('machine:on', { host: settings.host }),
    ui.t(settings.isLocal ? 'machine:local' : 'machine:remote'),
  ];
}

function formOf(settings: ShownMachineSettings | null): MachinePage['form'] {
  if (settings === null) return { provider: 'libre-translate', url: '', model: '', context: false };
  const { provider, url, model, context } = settings;
  return { provider, url, model, context };
}
