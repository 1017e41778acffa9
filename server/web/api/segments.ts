/** `/api/segments/:key/:language`: one segment, its versions and its notes. */
import { Router } from 'express';
import { addNote } from '../../usecases/add-note.ts';
import { deleteNote } from '../../usecases/delete-note.ts';
import { listNotes } from '../../usecases/list-notes.ts';
import { listVersions } from '../../usecases/list-versions.ts';
import { revertTarget } from '../../usecases/revert-target.ts';
import { saveTarget } from '../../usecases/save-target.ts';
import { findSegment, showSegment } from '../../usecases/show-segment.ts';
import type { Web } from '../dependencies.ts';
import { authorOf } from '../request.ts';
import { problemsFor, segmentJson, sendError, sendSaved, undoJson, versionJson } from './answers.ts';
import { noteBody, noteParams, revertBody, saveBody, segmentParams } from './requests.ts';

export function segmentsApi(web: Web): Router {
  const deps = web.usecases;
  const router = Router();

  router.get('/:key/:language', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const found = await showSegment(deps, key, language);
    if (found === null) sendError(res, 'not-found');
    else {
      const { segment, unit, undo } = found;
      res.json({ ...segmentJson(segment), unit: unit.map(segmentJson), undo: undoJson(undo) });
    }
  });

  router.put('/:key/:language', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const { base, target, state, origin } = saveBody.parse(req.body);
    const segment = await findSegment(deps, key, language);
    if (segment === null) {
      sendError(res, 'not-found');
      return;
    }
    const author = authorOf(req);
    const save = { segment: key, language, base, target, state, author, origin };
    await sendSaved(web, req, res, { document: segment.document, language }, await saveTarget(deps, save));
  });

  router.get('/:key/:language/versions', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const versions = await listVersions(deps, key, language);
    if (versions === null) sendError(res, 'not-found');
    else {
      const ui = web.ui(req);
      res.json({ versions: versions.map((version) => versionJson(ui, version)) });
    }
  });

  router.post('/:key/:language/revert', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const { base, to } = revertBody.parse(req.body);
    const segment = await findSegment(deps, key, language);
    if (segment === null) {
      sendError(res, 'not-found');
      return;
    }
    const result = await revertTarget(deps, { segment: key, language, base, to, author: authorOf(req) });
    await sendSaved(web, req, res, { document: segment.document, language }, result);
  });

  addNotesApi(web, router);
  return router;
}

function addNotesApi(web: Web, router: Router): void {
  const deps = web.usecases;

  router.get('/:key/:language/notes', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const notes = await listNotes(deps, key, language);
    if (notes === null) sendError(res, 'not-found');
    else res.json({ notes });
  });

  router.post('/:key/:language/notes', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const { text } = noteBody.parse(req.body);
    const result = await addNote(deps, { segment: key, language, text, author: authorOf(req) });
    if (result.kind === 'added') res.status(201).json({ note: result.note });
    else if (result.kind === 'refused')
      sendError(res, 'refused', { problems: problemsFor(web, req, result.problems) });
    else sendError(res, 'not-found');
  });

  router.delete('/:key/:language/notes/:note', async (req, res) => {
    const { key, language, note } = noteParams.parse(req.params);
    if (await deleteNote(deps, key, language, note)) res.status(204).end();
    else sendError(res, 'not-found');
  });
}
