/**
 * Answers only to its own names. A page elsewhere whose name is made to point to this machine (DNS rebinding)
 * asks under that foreign name, and gets nothing.
 */
import type { RequestHandler } from 'express';

const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

export function refuseForeignHosts(configured: readonly string[] = []): RequestHandler {
  const names = new Set([...OWN_NAMES, ...configured.map((name) => name.toLowerCase())]);
  return (req, res, next) => {
    const host = (req.get('host') ?? '').toLowerCase().replace(/:\d+$/, '');
    if (names.has(host)) {
      next();
      return;
    }
    res.status(421).type('text/plain').send('This host name is not served here.\n');
  };
}
