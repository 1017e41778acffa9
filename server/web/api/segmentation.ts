/**
 * `/api/segments/:key/:language`: splitting, joining and undoing both. All are POST with JSON; positions count UTF-16
 * units of text and inline codes as one each (core/text/edit-content.ts), over the source and target as the API gives
 * them.
 *
 *     …/split              {"base": 3, "source": 17, "target": 12}       target null or absent: where there is none, or
 *                                                                        all of it is to stay with the first half
 *     …/join               {"base": 3, "next": 42, "nextBase": 0}        `next` is the key of the segment after it
 *     …/undo-segmentation  {"id": 7}                                     `id` is that of `undo` in an earlier answer
 *
 * `base` and `nextBase` are the versions that the person saw, 0 where there was none. 200 answers
 *
 *     {"kind": "split", "first": 41, "second": 57,                       keys; after a join, or an undone split,
 *                                                                        `second` is no more
 *      "undo": {"id": 7, "kind": "split"} or null,                       the last change of the unit
 *      "unit": [segment …],                                              all segments of the unit, as GET gives them
 *      "moved": 1 or -1,                                                 how far the positions behind the unit moved
 *      "progress": …}                                                    as after a save
 *
 * White space at the cut lies between the halves and belongs to neither. 409 `conflict` with `unit`: a target or the
 * segmentation changed meanwhile, nothing was done; 422 `refused` with `problems` (`resegment-not-allowed` where the
 * file forbids it, `resegment-impossible` where a half would be empty or there is no next one); 423 `locked`; 404.
 * GET /api/segments/:key/:language gives `undo` too. Open pages of the document are told of both segments by the
 * events of a save; `version` is 0 where there is no target.
 */
import { Router, type Request, type Response } from 'express';
import { joinSegments } from '../../usecases/join-segments.ts';
import type { ResegmentSegmentResult } from '../../usecases/resegment-segment.ts';
import { showProgress } from '../../usecases/show-progress.ts';
import { showSegment } from '../../usecases/show-segment.ts';
import { splitSegment } from '../../usecases/split-segment.ts';
import { undoResegmentation } from '../../usecases/undo-resegmentation.ts';
import type { Web } from '../dependencies.ts';
import { authorOf } from '../request.ts';
import { problemsFor, segmentJson, sendError, undoJson } from './answers.ts';
import { joinBody, segmentParams, splitBody, undoSegmentationBody } from './requests.ts';

export function segmentationApi(web: Web): Router {
  const deps = web.usecases;
  const router = Router();

  router.post('/:key/:language/split', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const { base, source, target } = splitBody.parse(req.body);
    const input = { segment: key, language, base, source, target, author: authorOf(req) };
    await send(web, req, res, { undone: false }, await splitSegment(deps, input));
  });

  router.post('/:key/:language/join', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const { base, next, nextBase } = joinBody.parse(req.body);
    const input = { segment: key, language, base, next, nextBase, author: authorOf(req) };
    await send(web, req, res, { undone: false }, await joinSegments(deps, input));
  });

  router.post('/:key/:language/undo-segmentation', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const { id } = undoSegmentationBody.parse(req.body);
    const input = { segment: key, language, id, author: authorOf(req) };
    await send(web, req, res, { undone: true }, await undoResegmentation(deps, input));
  });

  return router;
}

async function send(
  web: Web,
  req: Request,
  res: Response,
  { undone }: { readonly undone: boolean },
  result: ResegmentSegmentResult,
): Promise<void> {
  const { key, language } = segmentParams.parse(req.params);
  switch (result.kind) {
    case 'resegmented': {
      const { kind, document, first, second } = result.done;
      const found = await showSegment(web.usecases, first, language);
      res.json({
        kind,
        first,
        second,
        undo: undoJson(found?.undo ?? null),
        unit: result.segments.map(segmentJson),
        moved: (kind === 'split') === undone ? -1 : 1,
        progress: await showProgress(web.usecases, document, language),
      });
      return;
    }
    case 'conflict': {
      const found = await showSegment(web.usecases, key, language);
      sendError(res, 'conflict', { unit: found === null ? [] : found.unit.map(segmentJson) });
      return;
    }
    case 'refused':
      sendError(res, 'refused', { problems: problemsFor(web, req, result.problems) });
      return;
    case 'locked':
    case 'not-found':
      sendError(res, result.kind);
  }
}
