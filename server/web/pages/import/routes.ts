/** A translation comes back: the file is sent, its receipt is shown, and only then is it applied. */
import express, { type Request, type Router } from 'express';
import { problem } from '../../../core/problem.ts';
import type { Import } from '../../../store/store.ts';
import { applyImport, chooseRows } from '../../../usecases/apply-import.ts';
import { findImport } from '../../../usecases/list-imports.ts';
import { undoImport } from '../../../usecases/undo-import.ts';
import type { Web } from '../../dependencies.ts';
import { findTranslation } from '../../find-translation.ts';
import { parseForm } from '../../form.ts';
import { authorOf } from '../../request.ts';
import type { Translation } from '../../translation.ts';
import { uploadReceiver } from '../../upload.ts';
import { choicesOf, decisionForm, receiptQuery } from './form.ts';
import { resultPage } from './result-view.ts';
import { receiptPage, refusedImportPage } from './view.ts';

const AT = '/documents/:id/:language/import/:key';

export function importRoutes(web: Web): Router {
  const router = express.Router();
  const { usecases } = web;
  const receive = uploadReceiver('file', usecases.uploadLimit);

  router.post('/documents/:id/:language/import', async (req, res, next) => {
    const found = await findTranslation(web, req);
    if (found === null) {
      next();
      return;
    }
    const { file, problems } = await receive(req, res);
    const where = { document: found.document.id, language: found.language, author: authorOf(req) };
    const preview = file === null ? null : await web.receipts.preview({ ...where, ...file });
    if (preview?.kind === 'not-found') {
      next();
    } else if (preview?.kind === 'preview') {
      res.redirect(303, pathOf(preview.import));
    } else {
      const missing = problems.length > 0 ? problems : [problem('file-empty')];
      res.status(422);
      web.render(res, 'import', refusedImportPage(web.ui(req), found, preview?.problems ?? missing));
    }
  });

  router.get(AT, async (req, res, next) => {
    const at = await findImported(web, req);
    if (at === null) {
      next();
      return;
    }
    const preview = at.import.status === 'pending' ? await web.receipts.open(at.import) : null;
    if (preview?.kind === 'preview') {
      const choice = parseForm(receiptQuery, req.query);
      web.render(res, 'import', receiptPage(web.ui(req), at, preview, { href: req.path, choice }));
    } else if (preview === null) {
      web.render(res, 'import', resultPage(web.ui(req), at, at.import, req.path));
    } else next();
  });

  router.post(AT, async (req, res, next) => {
    const at = await findImported(web, req);
    if (at === null) {
      next();
      return;
    }
    const path = pathOf(at.import);
    const { drafts, zawgyi, shown, take, go } = parseForm(decisionForm, req.body);
    if (at.import.status === 'pending') await chooseRows(usecases, at.import, choicesOf(shown, take));
    if (go === 'apply' || go === 'good') {
      await applyImport(usecases, at.import.id, {
        author: authorOf(req),
        draftsAsTranslated: drafts === 'translated',
        fromZawgyi: zawgyi === 'unicode',
        goodParts: go === 'good',
      });
      res.redirect(303, path);
    } else {
      const { show, page } = receiptQuery.parse(Object.fromEntries(new URLSearchParams(go)));
      res.redirect(303, `${path}?${show === undefined ? '' : `show=${show}&`}page=${page}`);
    }
  });

  router.post(`${AT}/undo`, async (req, res, next) => {
    const at = await findImported(web, req);
    const result = at === null ? null : await undoImport(usecases, at.import.id, authorOf(req));
    if (at === null || result?.kind !== 'undone') next();
    else res.redirect(303, pathOf(at.import));
  });

  return router;
}

function pathOf({ document, language, id }: Import): string {
  return `/documents/${document}/${language}/import/${id}`;
}

/** The import that an address names, of the document and language that it names. */
async function findImported(
  web: Web,
  req: Request<{ readonly id: string; readonly language: string; readonly key: string }>,
): Promise<(Translation & { readonly import: Import }) | null> {
  const found = await findTranslation(web, req);
  const known = found === null ? null : await findImport(web.usecases, req.params.key);
  if (found === null || known?.document !== found.document.id || known.language !== found.language)
    return null;
  return { ...found, import: known };
}
