/**
 * Sends a file that was made, or says why it could not be. Where making it met warnings, a page tells them first
 * and leads to the file, so that nobody takes a file home without knowing what is wrong with it.
 */
import type { Request, Response } from 'express';
import type { ExportedFile, ExportResult } from '../usecases/export-xliff.ts';
import type { Web } from './dependencies.ts';
import { findingsPage, problemsPage, type FindingsPageInput } from './pages/problems/view.ts';
import { showError } from './show-error.ts';

/** `anyway` in the query: the warnings have been read. */
export function sendExport(
  web: Web,
  req: Request,
  res: Response,
  result: ExportResult,
  backHref: string,
): void {
  if (result.kind === 'not-found') {
    showError(web, req, res, 404);
    return;
  }
  const worth = result.problems.filter(({ severity }) => severity !== 'note');
  if (result.kind === 'refused') {
    res.status(422);
    const input = { problems: result.problems, backHref, anywayHref: '' };
    web.render(res, 'problems', problemsPage(web.ui(req), input));
  } else if (worth.length > 0 && req.query['anyway'] === undefined) {
    const anywayHref = `${req.originalUrl}${req.originalUrl.includes('?') ? '&' : '?'}anyway`;
    web.render(res, 'problems', problemsPage(web.ui(req), { problems: worth, backHref, anywayHref }));
  } else {
    res.attachment(result.fileName);
    sendBytes(res, result);
  }
}

/** Says what was found in a file that nobody asked to make. */
export function sendFindings(web: Web, req: Request, res: Response, input: FindingsPageInput): void {
  web.render(res, 'problems', findingsPage(web.ui(req), input));
}

/** The bytes as they are, under the media type that they have. */
export function sendBytes(res: Response, file: ExportedFile): void {
  const isText = file.mediaType.startsWith('text/') && !file.mediaType.includes('charset');
  res.set('Content-Type', isText ? `${file.mediaType}; charset=utf-8` : file.mediaType);
  res.set('Cache-Control', 'no-cache').send(Buffer.from(file.bytes));
}
