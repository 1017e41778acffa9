/** Says that something could not be done: what it means, and an id where it is our fault. */
import type { Page } from '../../page.ts';
import type { Ui } from '../../ui.ts';

export interface ErrorPage extends Page {
  readonly status: number;
  readonly text: string;
  /** Also in the log; '' where the request is to blame. */
  readonly id: string;
}

export function errorPage(ui: Ui, status: number, id: string): ErrorPage {
  const kind = kindOf(status);
  return {
    ui,
    title: ui.t(`common:error-${kind}-title`),
    status,
    text: ui.t(`common:error-${kind}-text`),
    id,
  };
}

function kindOf(status: number): 'not-found' | 'refused' | 'request' | 'server' {
  if (status === 404) return 'not-found';
  if (status === 403) return 'refused';
  return status < 500 ? 'request' : 'server';
}
