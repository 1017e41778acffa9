/** The page that says that something could not be done: status, what it means, and an id where it is our fault. */
import type { Request, Response } from 'express';
import type { Web } from '../../dependencies.ts';
import type { Page } from '../../views.ts';

export interface ErrorPage extends Page {
  readonly status: number;
  readonly text: string;
  /** Also in the log; '' where the request is to blame. */
  readonly id: string;
}

export function showError(web: Web, req: Request, res: Response, status: number, id = ''): void {
  const ui = web.ui(req);
  const kind = kindOf(status);
  res.status(status);
  web.render(res, 'error', {
    ui,
    title: ui.t(`common:error-${kind}-title`),
    status,
    text: ui.t(`common:error-${kind}-text`),
    id,
  });
}

function kindOf(status: number): 'not-found' | 'refused' | 'request' | 'server' {
  if (status === 404) return 'not-found';
  if (status === 403) return 'refused';
  return status < 500 ? 'request' : 'server';
}
