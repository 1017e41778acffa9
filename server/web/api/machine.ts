/** `/api/segments/:key/:language/machine`: what the project's machine offers for a segment. Nothing is kept. */
import { Router } from 'express';
import { machineTranslateSegment } from '../../usecases/machine-translate-segment.ts';
import type { Web } from '../dependencies.ts';
import { problemsFor, sendError } from './answers.ts';
import { segmentParams } from './requests.ts';

export function machineApi(web: Web): Router {
  const router = Router();
  router.post('/:key/:language/machine', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const left = new AbortController();
    res.on('close', () => {
      left.abort();
    });
    const result = await machineTranslateSegment(web.usecases, {
      segment: key,
      language,
      signal: left.signal,
    });
    if (result.kind === 'offered') {
      const { target, origin } = result.offer;
      res.json({ target, origin, problems: problemsFor(web, req, result.problems) });
    } else if (result.kind === 'refused') {
      sendError(res, 'refused', { problems: problemsFor(web, req, result.problems) });
    } else sendError(res, result.kind);
  });
  return router;
}
