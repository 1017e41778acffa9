/** What was done with a memory, and taking it back. */
import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { actId } from '../../../store/ids.ts';
import type { Memory, MemoryAct, UndoneAct } from '../../../store/memory-store.ts';
import { findAct, listActs } from '../../../usecases/change-memory.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { actParams } from '../../params.ts';
import { memoryOf, pathWithin } from '../../memory-of.ts';
import { soon } from '../../survey-of.ts';
import { memoryActsPage, undoingProgress } from './view.ts';

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
    const going = web.undoings.of(memory.id);
    const notice = web.notices.find(req.query);
    web.render(res, 'memory-acts', memoryActsPage(web.ui(req), { memory, ...page, going, notice }));
  });

  /** How far the undoing of one is, for the browser module; for people that is on the page of all. */
  router.get('/memories/:id/acts/:act', async (req, res, next) => {
    const found = await actOf(web, req);
    if (found === null) {
      next();
      return;
    }
    const { memory, act } = found;
    const home = `/memories/${memory.id}/acts`;
    res.set('Cache-Control', 'no-store');
    if (req.accepts(['html', 'json']) !== 'json') {
      res.redirect(303, home);
      return;
    }
    const going = web.undoings.of(memory.id).find((each) => each.act.id === act.id);
    if (going !== undefined) res.json(undoingProgress(web.ui(req), going));
    else res.json({ done: leaveResult(web, home, act, web.undoings.resultOf(act.id)) });
  });

  router.post('/memories/:id/acts/:act/undo', async (req, res, next) => {
    const found = await actOf(web, req);
    if (found === null) {
      next();
      return;
    }
    const { memory, act } = found;
    const { back } = parseForm(form, req.body);
    const path = pathWithin(memory, back);
    if (act.undoneAt !== null) {
      res.redirect(303, web.notices.leave(path, { key: 'memory:was-undone' }));
      return;
    }
    let undone: UndoneAct | null | undefined;
    const work = web.undoings.begin(act).then((result) => {
      undone = result;
    });
    await soon(web, memory.id, work);
    res.redirect(
      303,
      undone === undefined ? `/memories/${memory.id}/acts` : leaveResult(web, path, act, undone),
    );
  });

  return router;
}

async function actOf(
  web: Web,
  req: Request,
): Promise<{ readonly memory: Memory; readonly act: MemoryAct } | null> {
  const memory = await memoryOf(web, req);
  const params = actParams.safeParse(req.params);
  if (memory === null || !params.success) return null;
  const act = await findAct(web.usecases, memory.id, params.data.act);
  return act === null ? null : { memory, act };
}

function leaveResult(web: Web, path: string, { undoneAt }: MemoryAct, undone: UndoneAct | null): string {
  if (undone !== null) return web.notices.leave(path, { key: 'memory:did-undo', values: { ...undone } });
  return undoneAt === null ? path : web.notices.leave(path, { key: 'memory:was-undone' });
}
