/** What was done with a memory, and taking it back. */
import express, { type Router } from 'express';
import { z } from 'zod';
import { actId } from '../../../store/ids.ts';
import { listActs, undoAct } from '../../../usecases/change-memory.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { actParams } from '../../params.ts';
import { memoryOf, pathWithin } from '../../memory-of.ts';
import { memoryActsPage } from './view.ts';

const ACTS_A_PAGE = 50;

const query = z.object({
  before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
});
const form = z.object({ back: z.string().max(10_000).default('') });

export function memoryActsRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/memories/:id/acts', async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) {
      next();
      return;
    }
    const { before } = query.parse(req.query);
    const first = before === undefined ? null : actId(before);
    const found = await listActs(web.usecases, memory.id, first, ACTS_A_PAGE + 1);
    const page = { acts: found.slice(0, ACTS_A_PAGE), more: found.length > ACTS_A_PAGE };
    const notice = web.notices.find(req.query);
    web.render(res, 'memory-acts', memoryActsPage(web.ui(req), { memory, ...page, notice }));
  });

  router.post('/memories/:id/acts/:act/undo', async (req, res, next) => {
    const memory = await memoryOf(web, req);
    const params = actParams.safeParse(req.params);
    if (memory === null || !params.success) {
      next();
      return;
    }
    const { back } = parseForm(form, req.body);
    const undone = await undoAct(web.usecases, memory.id, params.data.act);
    const notice =
      undone === null
        ? ({ key: 'memory:was-undone' } as const)
        : ({ key: 'memory:did-undo', values: { ...undone } } as const);
    res.redirect(303, web.notices.leave(pathWithin(memory, back), notice));
  });

  return router;
}
