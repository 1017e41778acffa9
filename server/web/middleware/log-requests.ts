/** One line in the log for each request when it is done. Queries stay out: they may hold what people typed. */
import type { RequestHandler } from 'express';
import type { Log } from '../dependencies.ts';

export function logRequests(log: Log): RequestHandler {
  return (req, res, next) => {
    const start = performance.now();
    const path = req.path;
    res.once('close', () => {
      log(path.startsWith('/assets/') ? 'debug' : 'info', 'request', {
        method: req.method,
        path,
        status: res.statusCode,
        milliseconds: Math.round(performance.now() - start),
        ...(res.writableFinished ? {} : { aborted: true }),
      });
    });
    next();
  };
}
