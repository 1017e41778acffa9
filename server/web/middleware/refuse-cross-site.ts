/**
 * Refuses changes that another site's page asks a person's browser for. Every browser of the last years says by
 * itself where a request comes from (Sec-Fetch-Site; Origin in older ones and behind plain HTTP; Referer in the
 * oldest). A request with none of them does not come from a web page but from a program on this machine, which
 * needs no browser to do harm, so it is let through.
 */
import type { Request, RequestHandler } from 'express';
import type { Web } from '../dependencies.ts';
import { showError } from '../show-error.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export function refuseCrossSite(web: Web): RequestHandler {
  return (req, res, next) => {
    if (SAFE_METHODS.has(req.method) || isOwn(req)) next();
    else showError(web, req, res, 403);
  };
}

function isOwn(req: Request): boolean {
  const site = req.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = req.get('origin') ?? req.get('referer');
  return from === undefined || hostOf(from) === req.get('host')?.toLowerCase();
}

/** Host and port; null for `null` and anything that is no address. */
function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}
