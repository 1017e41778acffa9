/** The list of termbases. */
import express, { type Router } from 'express';
import { z } from 'zod';
import { createTermbase, listTermbases } from '../../../usecases/termbases.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { singleLine } from '../../single-line.ts';
import { termbasesPage } from './view.ts';

const form = z.object({ name: singleLine(200).default('') });

export function termbasesRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/termbases', async (req, res) => {
    const termbases = await listTermbases(web.usecases);
    const input = { termbases, notice: web.notices.find(req.query), refused: null };
    web.render(res, 'termbases', termbasesPage(web.ui(req), input));
  });

  router.post('/termbases', async (req, res) => {
    const { name } = parseForm(form, req.body);
    const result = await createTermbase(web.usecases, name);
    if (result.kind === 'named') {
      res.redirect(303, web.notices.leave(`/termbases/${result.termbase}`, { key: 'terms:did-create' }));
      return;
    }
    const problems = result.kind === 'refused' ? result.problems : [];
    const termbases = await listTermbases(web.usecases);
    res.status(422);
    const input = { termbases, notice: null, refused: { name, problems } };
    web.render(res, 'termbases', termbasesPage(web.ui(req), input));
  });

  return router;
}
