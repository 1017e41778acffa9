/** How far a pre-translation is, with what can be done about it. */
import type { Import } from '../../../store/exchange.ts';
import type { FillingProgress } from '../../../usecases/filling-act.ts';
import { importName } from '../../import-view.ts';
import type { Page } from '../../page.ts';
import type { Translation } from '../../translation.ts';
import type { Ui } from '../../ui.ts';

export interface PretranslationPage extends Page {
  readonly backHref: string;
  readonly fileName: string;
  readonly name: string;
  readonly looked: number;
  readonly total: number;
  readonly progress: string;
  readonly says: string;
  readonly isRunning: boolean;
  /** This page: polled by the browser module, or shown anew by the person. */
  readonly href: string;
  readonly stopHref: string;
  readonly stopLabel: string;
}

export function pretranslationPage(
  ui: Ui,
  { document, language }: Translation,
  act: Import,
  progress: FillingProgress,
): PretranslationPage {
  const href = `/documents/${document.id}/${language}/pretranslation/${act.id}`;
  const isRunning = progress.status === 'running';
  return {
    ui,
    title: ui.t(progress.by === 'machine' ? 'machine:fill-title' : 'matches:pretranslate-title'),
    backHref: `/documents/${document.id}`,
    fileName: document.fileName,
    name: importName(ui, act),
    looked: progress.looked,
    total: Math.max(1, progress.total),
    progress: progressWords(ui, progress),
    says: ui.t(isRunning ? 'matches:pretranslate-running' : 'matches:pretranslate-stopped'),
    isRunning,
    href,
    stopHref: `${href}/stop`,
    stopLabel: ui.t(isRunning ? 'matches:pretranslate-stop' : 'matches:pretranslate-finish'),
  };
}

export function progressWords(ui: Ui, progress: FillingProgress): string {
  const { by, looked, total, filled, failed, sent } = progress;
  if (by === 'machine') return ui.t('machine:fill-progress', { looked, total, filled, failed, sent });
  return ui.t('matches:pretranslate-progress', {
    looked: ui.number(looked),
    total: ui.number(total),
    filled: ui.number(filled),
  });
}
