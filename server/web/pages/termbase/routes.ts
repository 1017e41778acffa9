/** One termbase: browsing, renaming, files in and out. */
import express, { type Request, type Response, type Router } from 'express';
import { problem } from '../../../core/problem.ts';
import { parseLanguageTag, type LanguageTag } from '../../../core/text/language.ts';
import type { Termbase } from '../../../store/term-store.ts';
import { listConcepts } from '../../../usecases/concepts.ts';
import { exportTerms } from '../../../usecases/export-terms.ts';
import { importTerms } from '../../../usecases/import-terms.ts';
import { findTermbase, listDomains, renameTermbase } from '../../../usecases/termbases.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { termbaseParams } from '../../params.ts';
import { authorOf } from '../../request.ts';
import { sendExport } from '../../send-export.ts';
import { uploadReceiver } from '../../upload.ts';
import { browseQuery, exportQuery, importForm, renameForm, type FileLanguages } from './form.ts';
import { termbasePage, type SentToTermbase } from './view.ts';

const CONCEPTS_A_PAGE = 50;

export function termbaseRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/termbases/:id', async (req, res, next) => {
    const termbase = await find(web, req);
    if (termbase === null) next();
    else await show(web, req, res, termbase, {});
  });

  router.post('/termbases/:id/name', async (req, res, next) => {
    const termbase = await find(web, req);
    if (termbase === null) {
      next();
      return;
    }
    const { name } = parseForm(renameForm, req.body);
    const result = await renameTermbase(web.usecases, termbase.id, name);
    if (result.kind === 'named')
      res.redirect(303, web.notices.leave(`/termbases/${termbase.id}`, { key: 'terms:did-rename' }));
    else if (result.kind === 'refused')
      await show(web, req, res, termbase, { name: { name, problems: result.problems } });
    else next();
  });

  addFiles(web, router);
  return router;
}

function addFiles(web: Web, router: Router): void {
  const receive = uploadReceiver('file', web.usecases.uploadLimit);

  router.post('/termbases/:id/import', async (req, res, next) => {
    const termbase = await find(web, req);
    if (termbase === null) {
      next();
      return;
    }
    const { file, fields, problems } = await receive(req, res);
    const languages = parseForm(importForm, fields);
    if (file === null) {
      const missing = problems.length === 0 ? [problem('file-empty')] : problems;
      await show(web, req, res, termbase, { file: { languages, problems: missing } });
      return;
    }
    const where = { termbase: termbase.id, author: authorOf(req) };
    const result = await importTerms(web.usecases, { ...where, ...file, ...languagesOf(languages) });
    if (result.kind === 'not-found') next();
    else if (result.kind === 'refused')
      await show(web, req, res, termbase, { file: { languages, problems: result.problems } });
    else {
      const { added, changed, same } = result;
      const notice = { key: 'terms:did-import', values: { added, changed, same } } as const;
      const path = `/termbases/${termbase.id}`;
      res.redirect(303, web.notices.leave(path, { ...notice, problems: result.problems }));
    }
  });

  router.get('/termbases/:id/export', async (req, res, next) => {
    const termbase = await find(web, req);
    const query = exportQuery.safeParse(req.query);
    if (termbase === null || !query.success) {
      next();
      return;
    }
    const { format } = query.data;
    const asked = { termbase: termbase.id, format, ...languagesOf(query.data) };
    sendExport(web, req, res, await exportTerms(web.usecases, asked), `/termbases/${termbase.id}`);
  });
}

function languagesOf({ sourceLanguage, targetLanguage }: FileLanguages): {
  readonly sourceLanguage: LanguageTag | null;
  readonly targetLanguage: LanguageTag | null;
} {
  return {
    sourceLanguage: parseLanguageTag(sourceLanguage),
    targetLanguage: parseLanguageTag(targetLanguage),
  };
}

async function find(web: Web, req: Request): Promise<Termbase | null> {
  const params = termbaseParams.safeParse(req.params);
  return params.success ? findTermbase(web.usecases, params.data.id) : null;
}

async function show(
  web: Web,
  req: Request,
  res: Response,
  termbase: Termbase,
  sent: SentToTermbase,
): Promise<void> {
  const { asked, after, filter } = browseQuery.parse(req.query);
  const page = await listConcepts(web.usecases, termbase.id, filter, after, CONCEPTS_A_PAGE);
  const domains = await listDomains(web.usecases, termbase.id);
  if (Object.keys(sent).length > 0) res.status(422);
  const input = { termbase, domains, page, asked, after, notice: web.notices.find(req.query), sent };
  web.render(res, 'termbase', termbasePage(web.ui(req), input));
}
