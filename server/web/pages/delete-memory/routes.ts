/** Deleting a memory: a page that asks, and the deed. */
import express, { type Router } from 'express';
import { deleteMemory } from '../../../usecases/memories.ts';
import type { Web } from '../../dependencies.ts';
import { memoryOf } from '../../memory-of.ts';
import { deleteMemoryPage } from './view.ts';

export function deleteMemoryRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/memories/:id/delete', async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) next();
    else web.render(res, 'delete-memory', deleteMemoryPage(web.ui(req), memory));
  });

  router.post('/memories/:id/delete', async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null || !(await deleteMemory(web.usecases, memory.id))) {
      next();
      return;
    }
    const notice = { key: 'memory:did-delete', values: { name: memory.name } } as const;
    res.redirect(303, web.notices.leave('/memories', notice));
  });

  return router;
}
