/** The history of a termbase. */
import express, { type Router } from 'express';
import { z } from 'zod';
import { listTermbaseChanges } from '../../../usecases/concepts.ts';
import { findTermbase } from '../../../usecases/termbases.ts';
import type { Web } from '../../dependencies.ts';
import { termbaseParams } from '../../params.ts';
import { termbaseChangesPage } from './view.ts';

const CHANGES_A_PAGE = 50;

const query = z.object({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
});

export function termbaseChangesRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/termbases/:id/changes', async (req, res, next) => {
    const params = termbaseParams.safeParse(req.params);
    const termbase = params.success ? await findTermbase(web.usecases, params.data.id) : null;
    if (termbase === null) {
      next();
      return;
    }
    const { before = null } = query.parse(req.query);
    const found = await listTermbaseChanges(web.usecases, termbase.id, before, CHANGES_A_PAGE + 1);
    const page = { changes: found.slice(0, CHANGES_A_PAGE), more: found.length > CHANGES_A_PAGE };
    web.render(res, 'termbase-changes', termbaseChangesPage(web.ui(req), termbase, page));
  });

  return router;
}
