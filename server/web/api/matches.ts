/**
 * `/api/segments/:key/:language`: what the memories of the project offer for a segment.
 *
 *     GET  …/matches           {"matches": [{
 *                                 "score": 87, "kind": "fuzzy",          structural, in-context, exact, fuzzy
 *                                 "similarity": 88, "edits": 1, "length": 9, "method": "words",
 *                                 "penalties": [{"reason": "numbers", "points": 1}],
 *                                 "words": "one word of nine differs; …", the same in the reader's language
 *                                 "difference": [{"change": "kept", "content": […]}, …],  TM's source → the segment's
 *                                 "source": […], "target": […],          the target ready to be taken
 *                                 "substituted": true, "machine": false,
 *                                 "memory": "…", "author": "…", "at": 1760000000000 or null, "document": "…"}, …]}
 *     GET  …/fragments         {"fragments": [{"source": […], "target": […], "start": 4, "end": 12, "memory": "…"}, …]}
 *     POST …/undo-propagation  {"version": 3}: {"undone": 2}             drafts that came of that version, untouched
 *
 * Matches come best first; fragments with their place in the segment's plain source, the longest first.
 */
import { Router } from 'express';
import { findFragments, findMatches, type OfferedMatch } from '../../usecases/find-matches.ts';
import { undoPropagation } from '../../usecases/propagate-target.ts';
import { findSegment } from '../../usecases/show-segment.ts';
import type { Web } from '../dependencies.ts';
import { matchWords } from '../match-words.ts';
import { authorOf } from '../request.ts';
import type { Ui } from '../ui.ts';
import { sendError } from './answers.ts';
import { segmentParams, undoPropagationBody } from './requests.ts';

export function matchesApi(web: Web): Router {
  const deps = web.usecases;
  const router = Router();

  router.get('/:key/:language/matches', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const matches = await findMatches(deps, key, language);
    if (matches === null) sendError(res, 'not-found');
    else res.json({ matches: matches.map((match) => matchJson(web.ui(req), match)) });
  });

  router.get('/:key/:language/fragments', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const fragments = await findFragments(deps, key, language);
    if (fragments === null) sendError(res, 'not-found');
    else res.json({ fragments });
  });

  router.post('/:key/:language/undo-propagation', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const { version } = undoPropagationBody.parse(req.body);
    if ((await findSegment(deps, key, language)) === null) sendError(res, 'not-found');
    else res.json({ undone: await undoPropagation(deps, key, language, version, authorOf(req)) });
  });

  return router;
}

function matchJson(ui: Ui, match: OfferedMatch): object {
  const { kind, score, similarity, penalties, method, edits, length } = match;
  const { source, target, substituted, difference, memory, tu } = match;
  return {
    ...{ score, kind, similarity, edits, length, method, penalties },
    words: matchWords(ui, match),
    ...{ difference, source, target, substituted },
    machine: tu.kind === 'machine',
    memory,
    author: tu.changedBy === '' ? tu.createdBy : tu.changedBy,
    at: tu.changedAt ?? tu.createdAt,
    document: tu.document,
  };
}
