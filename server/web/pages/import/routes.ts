/** A translation comes back: the file is sent, its receipt is shown, and only then is it applied. */
import express, { type Request, type Router } from 'express';
import { problem } from '../../../core/problem.ts';
import type { Import } from '../../../store/exchange.ts';
import { applyImport, chooseRows, chosenRows } from '../../../usecases/apply-import.ts';
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
      web.render(
        res,
        'import',
        receiptPage(web.ui(req), at, preview, {
          href: req.path,
          choice,
          notice: web.notices.find(req.query),
        }),
      );
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
    res.redirect(303, await decide(web, req, at.import));
  });

  router.post(`${AT}/undo`, async (req, res, next) => {
    const at = await findImported(web, req);
    const result = at === null ? null : await undoImport(usecases, at.import.id, authorOf(req));
    if (at === null || result?.kind !== 'undone') next();
    else res.redirect(303, pathOf(at.import));
  });

  return router;
}

/** Keeps what was decided, applies where that was asked for, and says where to go on. */
async function decide(web: Web, req: Request, at: Import): Promise<string> {
  const path = pathOf(at);
  const { drafts, zawgyi, shown, take, go } = parseForm(decisionForm, req.body);
  if (at.status === 'pending') await chooseRows(web.usecases, at, choicesOf(shown, take));
  if (go !== 'apply' && go !== 'good') {
    const { show, page } = receiptQuery.parse(Object.fromEntries(new URLSearchParams(go)));
    return `${path}?${show === undefined ? '' : `show=${show}&`}page=${page}`;
  }
  if (await appliesNothing(web, at.id, go === 'good')) {
    return web.notices.leave(path, { key: 'receipt:nothing-chosen' });
  }
  await applyImport(web.usecases, at.id, {
    author: authorOf(req),
    draftsAsTranslated: drafts === 'translated',
    fromZawgyi: zawgyi === 'unicode',
    goodParts: go === 'good',
  });
  return path;
}

/** Whether a pending import would bring nothing in as it was decided on. */
async function appliesNothing(web: Web, id: string, goodParts: boolean): Promise<boolean> {
  const found = await findImport(web.usecases, id);
  const preview = found?.status === 'pending' ? await web.receipts.open(found) : null;
  return preview?.kind === 'preview' && chosenRows(preview, goodParts).length + preview.notes.size === 0;
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
