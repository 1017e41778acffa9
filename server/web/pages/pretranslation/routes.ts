/** Filling a document from the memories: begun by a form, shown while it goes on, stopped, and at its end undone. */
import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import type { Import } from '../../../store/exchange.ts';
import { progressOf, stopFilling } from '../../../usecases/filling-act.ts';
import { findImport } from '../../../usecases/list-imports.ts';
import { pretranslate } from '../../../usecases/pretranslate.ts';
import type { Web } from '../../dependencies.ts';
import { findTranslation } from '../../find-translation.ts';
import { parseForm } from '../../form.ts';
import { authorOf } from '../../request.ts';
import type { Translation } from '../../translation.ts';
import { pretranslationPage, progressWords } from './view.ts';

const AT = '/documents/:id/:language/pretranslation';

const form = z.object({ minimum: z.coerce.number().int().min(50).max(100).default(100) });

export function pretranslationRoutes(web: Web): Router {
  const router = express.Router();

  router.post(AT, async (req, res, next) => {
    const found = await findTranslation(web, req);
    if (found === null) {
      next();
      return;
    }
    const { minimum } = parseForm(form, req.body);
    const { id: document } = found.document;
    const result = await pretranslate(web.usecases, {
      document,
      language: found.language,
      minimum,
      author: authorOf(req),
    });
    if (result.kind === 'not-found') {
      next();
      return;
    }
    if (result.kind === 'begun') {
      result.done.catch((error: unknown) => {
        web.log('error', 'pre-translation failed', { document, error });
      });
    }
    res.redirect(303, `/documents/${document}/${found.language}/pretranslation/${result.act}`);
  });

  router.get(`${AT}/:key`, async (req, res, next) => {
    const at = await findAct(web, req);
    const progress = at && progressOf(at.act, web.usecases.now());
    if (at === null || progress === null) {
      next();
      return;
    }
    const ui = web.ui(req);
    const isOver = progress.status === 'done' || progress.status === 'undone';
    const done = `/documents/${at.found.document.id}/${at.found.language}/import/${at.act.id}`;
    if (req.accepts(['html', 'json']) === 'json') {
      res.set('Cache-Control', 'no-store');
      res.json({ ...progress, words: progressWords(ui, progress), done: isOver ? done : null });
    } else if (isOver) res.redirect(303, done);
    else web.render(res, 'pretranslation', pretranslationPage(ui, at.found, at.act, progress));
  });

  router.post(`${AT}/:key/stop`, async (req, res, next) => {
    const at = await findAct(web, req);
    if (at === null) {
      next();
      return;
    }
    await stopFilling(web.usecases, at.act.id, authorOf(req));
    res.redirect(303, `/documents/${at.found.document.id}/${at.found.language}/import/${at.act.id}`);
  });

  return router;
}

async function findAct(
  web: Web,
  req: Request,
): Promise<{ readonly found: Translation; readonly act: Import } | null> {
  const found = await findTranslation(web, req);
  const { key } = req.params;
  const act = typeof key === 'string' ? await findImport(web.usecases, key) : null;
  if (found === null || act?.document !== found.document.id || act.language !== found.language) return null;
  return { found, act };
}
