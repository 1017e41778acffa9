/** The list of memories. */
import express, { type Router } from 'express';
import { z } from 'zod';
import { createMemory, listMemories } from '../../../usecases/memories.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { singleLine } from '../../single-line.ts';
import { memoriesPage } from './view.ts';

const form = z.object({ name: singleLine(200).default('') });

export function memoriesRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/memories', async (req, res) => {
    const memories = await listMemories(web.usecases);
    const input = { memories, notice: web.notices.find(req.query), refused: null };
    web.render(res, 'memories', memoriesPage(web.ui(req), input));
  });

  router.post('/memories', async (req, res) => {
    const { name } = parseForm(form, req.body);
    const result = await createMemory(web.usecases, name);
    if (result.kind === 'named') {
      res.redirect(303, web.notices.leave(`/memories/${result.memory}`, { key: 'memory:did-create' }));
      return;
    }
    const problems = result.kind === 'refused' ? result.problems : [];
    const memories = await listMemories(web.usecases);
    res.status(422);
    web.render(
      res,
      'memories',
      memoriesPage(web.ui(req), { memories, notice: null, refused: { name, problems } }),
    );
  });

  return router;
}
