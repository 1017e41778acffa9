/**
 * Ends a request whose body comes too slowly, so that nobody holds connections by sending a byte now and then; a file of
 * any size may take as long as its line needs. Time in which we are the slower ones does not count.
 */
import type { RequestHandler } from 'express';
import type { Log } from '../dependencies.ts';

export interface SlowBodyLimits {
  /** Milliseconds between two looks. */
  readonly every: number;
  /** Bytes that must have come in between. */
  readonly least: number;
}

/** What the slowest lines do, and a pause of half a minute. */
const LIMITS: SlowBodyLimits = { every: 30_000, least: 8_192 };

export function refuseSlowBodies(log: Log, { every, least }: SlowBodyLimits = LIMITS): RequestHandler {
  return (req, res, next) => {
    const { socket, headers } = req;
    if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) {
      let seen = socket.bytesRead;
      let wasOurs = false; // what waited for us then may have been read only now
      const timer = setInterval(() => {
        const isOurs = req.readableLength > 0;
        if (!req.complete && !isOurs && !wasOurs && socket.bytesRead - seen < least) {
          log('warn', 'body came too slowly', { method: req.method, path: req.path });
          socket.destroy();
        }
        seen = socket.bytesRead;
        wasOurs = isOurs;
        if (req.complete || socket.destroyed) clearInterval(timer);
      }, every);
      timer.unref();
      res.once('close', () => {
        clearInterval(timer);
      });
    }
    next();
  };
}
