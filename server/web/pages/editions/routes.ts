/**
 * Editions under stable names, by which they link to each other: /documents/1/editions/interview.fa.html. They
 * hold strangers' texts, so they are served into a sandbox of their own.
 */
import express, { type Router } from 'express';
import { listEditions, type PossibleEdition } from '../../../usecases/list-exports.ts';
import { publishEdition } from '../../../usecases/publish-edition.ts';
import type { DocumentOverview } from '../../../usecases/show-document.ts';
import type { Web } from '../../dependencies.ts';
import { findDocument } from '../../find-translation.ts';
import { sandboxEdition } from '../../middleware/security-headers.ts';
import { sendBytes, sendExport } from '../../send-export.ts';

export function editionRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/documents/:id/editions/:file', async (req, res, next) => {
    const overview = await findDocument(web, req);
    const edition = editionsOf(overview).find(({ fileName }) => fileName === req.params.file);
    if (overview === null || edition === undefined) {
      next();
      return;
    }
    const { id } = overview.document;
    const result = await publishEdition(web.usecases, { document: id, ...edition });
    if (result.kind !== 'exported') {
      sendExport(web, req, res, result, `/documents/${id}`);
      return;
    }
    if (req.query['download'] !== undefined || !edition.isPage) res.attachment(result.fileName);
    sandboxEdition(res);
    sendBytes(res, result);
  });

  router.get('/documents/:id/editions/:publisher/:language', async (req, res, next) => {
    const { publisher, language } = req.params;
    const editions = editionsOf(await findDocument(web, req));
    const edition = editions.find((each) => each.publisher === publisher && each.language === language);
    if (edition === undefined) next();
    else res.redirect(302, `../${encodeURIComponent(edition.fileName)}`);
  });

  return router;
}

function editionsOf(overview: DocumentOverview | null): readonly PossibleEdition[] {
  return overview === null ? [] : listEditions(overview.project, overview.document);
}
