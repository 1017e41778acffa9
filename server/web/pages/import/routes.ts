/** A translation comes back: the file is sent, its receipt is shown, and only then is it applied. */
import express, { type Router } from 'express';
import { problem } from '../../../core/problem.ts';
import { applyImport } from '../../../usecases/apply-import.ts';
import { previewImport } from '../../../usecases/preview-import.ts';
import type { Web } from '../../dependencies.ts';
import { findTranslation } from '../../find-translation.ts';
import { parseForm } from '../../form.ts';
import { authorOf } from '../../request.ts';
import { uploadReceiver } from '../../upload.ts';
import { decisionForm, receiptQuery } from './form.ts';
import { PendingImports } from './pending.ts';
import { receiptPage, refusedImportPage } from './view.ts';

export function importRoutes(web: Web): Router {
  const router = express.Router();
  const { usecases } = web;
  const pending = new PendingImports(usecases.now, usecases.newId);
  const receive = uploadReceiver('file', usecases.uploadLimit);

  router.post('/documents/:id/:language/import', async (req, res, next) => {
    const found = await findTranslation(web, req);
    if (found === null) {
      next();
      return;
    }
    const { file, problems } = await receive(req, res);
    const { language } = found;
    const preview =
      file === null
        ? null
        : await previewImport(usecases, { document: found.document.id, language, ...file });
    if (preview?.kind === 'not-found') {
      next();
    } else if (preview?.kind === 'preview') {
      res.redirect(303, `/documents/${found.document.id}/${language}/import/${pending.keep(preview)}`);
    } else {
      const missing = problems.length > 0 ? problems : [problem('file-empty')];
      res.status(422);
      web.render(res, 'import', refusedImportPage(web.ui(req), found, preview?.problems ?? missing));
    }
  });

  router.get('/documents/:id/:language/import/:key', async (req, res, next) => {
    const found = await findTranslation(web, req);
    const preview = pending.find(req.params.key);
    if (found === null || preview?.document !== found.document.id || preview.language !== found.language) {
      next();
      return;
    }
    const choice = parseForm(receiptQuery, req.query);
    web.render(res, 'import', receiptPage(web.ui(req), found, preview, { href: req.path, choice }));
  });

  router.post('/documents/:id/:language/import/:key', async (req, res, next) => {
    const found = await findTranslation(web, req);
    const preview = pending.find(req.params.key);
    if (found === null || preview?.document !== found.document.id || preview.language !== found.language) {
      next();
      return;
    }
    const author = authorOf(req);
    const { drafts } = parseForm(decisionForm, req.body);
    const options = { author, draftsAsTranslated: drafts === 'translated' };
    const counts = await pending.apply(req.params.key, (each) => applyImport(usecases, each, options));
    const notice = { key: 'receipt:import-applied', values: { ...counts, file: preview.fileName } } as const;
    res.redirect(303, web.notices.leave(`/documents/${found.document.id}`, notice));
  });

  return router;
}
