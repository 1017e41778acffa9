/** Deleting a termbase: a page that asks, and the deed. */
import express, { type Request, type Router } from 'express';
import type { Termbase } from '../../../store/term-store.ts';
import { deleteTermbase, findTermbase } from '../../../usecases/termbases.ts';
import type { Web } from '../../dependencies.ts';
import { termbaseParams } from '../../params.ts';
import { deleteTermbasePage } from './view.ts';

export function deleteTermbaseRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/termbases/:id/delete', async (req, res, next) => {
    const termbase = await find(web, req);
    if (termbase === null) next();
    else web.render(res, 'delete-termbase', deleteTermbasePage(web.ui(req), termbase));
  });

  router.post('/termbases/:id/delete', async (req, res, next) => {
    const termbase = await find(web, req);
    if (termbase === null || !(await deleteTermbase(web.usecases, termbase.id))) {
      next();
      return;
    }
    const notice = { key: 'terms:did-delete', values: { name: termbase.name } } as const;
    res.redirect(303, web.notices.leave('/termbases', notice));
  });

  return router;
}

async function find(web: Web, req: Request): Promise<Termbase | null> {
  const params = termbaseParams.safeParse(req.params);
  return params.success ? findTermbase(web.usecases, params.data.id) : null;
}
