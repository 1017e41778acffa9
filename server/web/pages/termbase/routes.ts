/** One termbase: browsing, renaming. */
import express, { type Request, type Response, type Router } from 'express';
import type { Problem } from '../../../core/problem.ts';
import type { Termbase } from '../../../store/term-store.ts';
import { listConcepts } from '../../../usecases/concepts.ts';
import { findTermbase, listDomains, renameTermbase } from '../../../usecases/termbases.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { termbaseParams } from '../../params.ts';
import { browseQuery, renameForm } from './form.ts';
import { termbasePage } from './view.ts';

const CONCEPTS_A_PAGE = 50;

export function termbaseRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/termbases/:id', async (req, res, next) => {
    const termbase = await find(web, req);
    if (termbase === null) next();
    else await show(web, req, res, termbase, []);
  });

  router.post('/termbases/:id/name', async (req, res, next) => {
    const termbase = await find(web, req);
    if (termbase === null) {
      next();
      return;
    }
    const { name } = parseForm(renameForm, req.body);
    const result = await renameTermbase(web.usecases, termbase.id, name);
    if (result.kind === 'named')
      res.redirect(303, web.notices.leave(`/termbases/${termbase.id}`, { key: 'terms:did-rename' }));
    else if (result.kind === 'refused') await show(web, req, res, termbase, result.problems);
    else next();
  });

  return router;
}

async function find(web: Web, req: Request): Promise<Termbase | null> {
  const params = termbaseParams.safeParse(req.params);
  return params.success ? findTermbase(web.usecases, params.data.id) : null;
}

async function show(
  web: Web,
  req: Request,
  res: Response,
  termbase: Termbase,
  problems: readonly Problem[],
): Promise<void> {
  const { asked, after, filter } = browseQuery.parse(req.query);
  const page = await listConcepts(web.usecases, termbase.id, filter, after, CONCEPTS_A_PAGE);
  const domains = await listDomains(web.usecases, termbase.id);
  if (problems.length > 0) res.status(422);
  const input = { termbase, domains, page, asked, after, notice: web.notices.find(req.query), problems };
  web.render(res, 'termbase', termbasePage(web.ui(req), input));
}
