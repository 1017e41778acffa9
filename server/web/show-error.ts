/** Answers with the error page. */
import type { Request, Response } from 'express';
import type { Web } from './dependencies.ts';
import { errorPage } from './pages/error/view.ts';

export function showError(web: Web, req: Request, res: Response, status: number, id = ''): void {
  res.status(status);
  web.render(res, 'error', errorPage(web.ui(req), status, id));
}
