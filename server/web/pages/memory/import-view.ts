/** An import that goes on, or has stopped before its end, and what can be done with what went in. */
import type { MemoryImport } from '../../../usecases/memory-imports.ts';
import { surveyHref } from '../../survey-view.ts';
import type { Ui } from '../../ui.ts';

export interface ImportView {
  readonly what: string;
  readonly facts: string;
  readonly counts: string;
  readonly isRunning: boolean;
  readonly keepAction: string;
  readonly takeOutAction: string;
  /** '' where nothing was new. */
  readonly takeOutLabel: string;
}

export function importView(ui: Ui, { survey, file, counts, isRunning }: MemoryImport): ImportView {
  const { author, at, state, looked, total, changed } = survey;
  const isLeaving = state === 'acting';
  const [going, stopped] = isLeaving
    ? (['memory:import-leaving', 'memory:import-left'] as const)
    : (['memory:import-going', 'memory:import-stopped'] as const);
  const isSizeKnown = total > 0 && looked <= total;
  return {
    what: ui.t(isRunning ? going : stopped, { file }),
    facts: ui.facts([
      ui.t('memory:import-begun', {
        when: ui.dateTime(at),
        who: author === '' ? ui.t('receipt:nobody') : author,
      }),
      isSizeKnown ? ui.t('memory:import-read', { percent: ui.percent(looked / total) }) : '',
      isLeaving ? ui.t('memory:import-out', { count: changed }) : '',
    ]),
    counts: ui.t('memory:did-import', counts),
    isRunning,
    keepAction: `${surveyHref(survey)}/keep`,
    takeOutAction: `${surveyHref(survey)}/take-out`,
    takeOutLabel:
      counts.added + counts.replaced === 0
        ? ''
        : isLeaving
          ? ui.t('memory:import-take-out-rest')
          : ui.t('memory:import-take-out', { added: counts.added, replaced: counts.replaced }),
  };
}
