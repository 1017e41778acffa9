/** The end of the pipeline: nothing was found, or something broke. */
import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import type { Web } from '../dependencies.ts';
import { showError } from '../show-error.ts';

export function notFound(web: Web): RequestHandler {
  return (req, res) => {
    showError(web, req, res, 404);
  };
}

/** Errors of Express and its parsers carry the status that the client's mistake deserves. */
const clientError = z.object({ status: z.number().int().min(400).max(499) });

/**
 * A mistake in the request gets a page for its status. Anything else is our fault: the reader gets an id, the
 * log the same id and what happened; other requests do not notice.
 */
export function handleErrors(web: Web): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const mistake = clientError.safeParse(error);
    const id = randomUUID();
    if (!mistake.success)
      web.log('error', 'request failed', { id, method: req.method, path: req.path, error });
    if (res.headersSent) {
      next(error);
      return;
    }
    try {
      if (mistake.success) showError(web, req, res, mistake.data.status);
      else showError(web, req, res, 500, id);
    } catch (second) {
      web.log('error', 'error page failed', { id, error: second });
      res.status(500).type('text/plain').send(`Error ${id}\n`);
    }
  };
}
