/** How far a survey of a memory is, and what can be done about it. */
import type { Memory } from '../store/memory-store.ts';
import type { Survey, SurveyKind } from '../store/survey-store.ts';
import { isRunning } from '../usecases/survey-memory.ts';
import type { Ui } from './ui.ts';

export interface SurveyView {
  /** Its page: asked by the browser module, or shown anew by the person. */
  readonly href: string;
  /** '' where it cannot be stopped. */
  readonly stopHref: string;
  readonly isRunning: boolean;
  readonly done: number;
  /** At least 1. */
  readonly total: number;
  readonly words: string;
  readonly says: string;
  readonly stopLabel: string;
}

const PATHS: Readonly<Record<SurveyKind, string>> = {
  replacement: 'replace',
  statistics: 'statistics',
  repeats: 'repeats',
  checks: 'checks',
  import: 'imports',
};

export function surveyHome(memory: Memory['id'], kind: SurveyKind): string {
  return `/memories/${memory}/${PATHS[kind]}`;
}

export function surveyHref({ memory, kind, id }: Pick<Survey, 'memory' | 'kind' | 'id'>): string {
  return `${surveyHome(memory, kind)}/${id}`;
}

/** Whether it goes on, or went on until its server died. */
export function isOpen({ state }: Survey): boolean {
  return state === 'looking' || state === 'acting';
}

/** null where nothing goes on. `wanted`: how many TUs are to be acted on. */
export function surveyView(ui: Ui, survey: Survey, wanted: number, now: number): SurveyView | null {
  if (!isOpen(survey)) return null;
  const running = isRunning(survey, now);
  return {
    href: surveyHref(survey),
    stopHref: `${surveyHref(survey)}/stop`,
    isRunning: running,
    ...courseOf(survey, wanted),
    words: surveyWords(ui, survey, wanted),
    says: ui.t(running ? 'upkeep:goes-on' : 'upkeep:died'),
    stopLabel: ui.t(running ? 'upkeep:stop' : 'upkeep:finish'),
  };
}

function courseOf(
  { state, looked, total, changed, skipped }: Survey,
  wanted: number,
): Pick<SurveyView, 'done' | 'total'> {
  return state === 'looking'
    ? { done: looked, total: Math.max(1, total) }
    : { done: changed + skipped, total: Math.max(1, wanted) };
}

function surveyWords(ui: Ui, survey: Survey, wanted: number): string {
  const { done, total } = courseOf(survey, wanted);
  const counts = { done: ui.number(done), total: ui.number(total) };
  return ui.t(survey.state === 'looking' ? 'upkeep:looked' : 'upkeep:acted', counts);
}

/** What the browser module is told. */
export function surveyProgress(ui: Ui, survey: Survey, wanted: number): unknown {
  const done = isOpen(survey) ? null : surveyHref(survey);
  return { looked: courseOf(survey, wanted).done, words: surveyWords(ui, survey, wanted), done };
}

/** What stands above its results: when it was made and by whom, and that it is not the whole. */
export function surveyFacts(ui: Ui, { author, at, looked, total }: Survey): readonly string[] {
  return [
    ui.t('upkeep:made', { when: ui.dateTime(at), who: author === '' ? ui.t('receipt:nobody') : author }),
    looked < total ? ui.t('upkeep:in-part', { looked: ui.number(looked), total: ui.number(total) }) : '',
  ].filter((fact) => fact !== '');
}
