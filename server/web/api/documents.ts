/** `/api/documents/:id/:language`: what is asked of a whole document in one language. */
import { Router } from 'express';
import { countSegments } from '../../usecases/count-segments.ts';
import { listSegments } from '../../usecases/list-segments.ts';
import { nextSegment } from '../../usecases/next-segment.ts';
import { hasEdition, showProgress } from '../../usecases/show-progress.ts';
import type { Web } from '../dependencies.ts';
import { segmentJson, sendError } from './answers.ts';
import { sendEvents } from './events.ts';
import { countQuery, documentParams, listQuery, nextQuery } from './requests.ts';

export function documentsApi(web: Web): Router {
  const deps = web.usecases;
  const router = Router();

  router.get('/:id/:language/segments', async (req, res) => {
    const { id, language } = documentParams.parse(req.params);
    const page = await listSegments(deps, { document: id, language, ...listQuery.parse(req.query) });
    if (page === null) sendError(res, 'not-found');
    else res.json({ segments: page.segments.map(segmentJson), next: page.next });
  });

  router.get('/:id/:language/count', async (req, res) => {
    const { id, language } = documentParams.parse(req.params);
    const filter = countQuery.parse(req.query);
    if (!(await hasEdition(deps, id, language))) sendError(res, 'not-found');
    else res.json({ count: await countSegments(deps, id, language, filter) });
  });

  router.get('/:id/:language/next', async (req, res) => {
    const { id, language } = documentParams.parse(req.params);
    const { after, states } = nextQuery.parse(req.query);
    if (!(await hasEdition(deps, id, language))) {
      sendError(res, 'not-found');
      return;
    }
    const segment = await nextSegment(deps, { document: id, language, after, states });
    res.json({ segment: segment === null ? null : segmentJson(segment) });
  });

  router.get('/:id/:language/progress', async (req, res) => {
    const { id, language } = documentParams.parse(req.params);
    const progress = await showProgress(deps, id, language);
    if (progress === null) sendError(res, 'not-found');
    else res.json({ progress });
  });

  router.get('/:id/:language/events', async (req, res) => {
    const { id, language } = documentParams.parse(req.params);
    if (!(await hasEdition(deps, id, language))) sendError(res, 'not-found');
    else sendEvents(deps, id, language, res);
  });

  return router;
}
