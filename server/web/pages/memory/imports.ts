/** What becomes of an import that has stopped before its end: it stays as it is, or what was new is taken out. */
import express, { type Router } from 'express';
import { importOf, keepImport, takeOutImport } from '../../../usecases/memory-imports.ts';
import { findSurvey } from '../../../usecases/survey-memory.ts';
import type { Web } from '../../dependencies.ts';
import type { Notice } from '../../notices.ts';
import { authorOf } from '../../request.ts';
import { soon, surveyOf } from '../../survey-of.ts';

const AT = '/memories/:id/imports/:survey';
const NOT_NOW: Notice = { key: 'memory:import-not-now' };

export function memoryImportsRoutes(web: Web): Router {
  const router = express.Router();

  router.post(`${AT}/keep`, async (req, res, next) => {
    const found = await surveyOf(web, req, 'import');
    if (found?.survey == null) {
      next();
      return;
    }
    const kept = await keepImport(web.usecases, importOf(found.survey, web.usecases.now()));
    const notice: Notice = kept ? { key: 'memory:did-keep-import' } : NOT_NOW;
    res.redirect(303, web.notices.leave(`/memories/${found.memory.id}`, notice));
  });

  router.post(`${AT}/take-out`, async (req, res, next) => {
    const found = await surveyOf(web, req, 'import');
    if (found?.survey == null) {
      next();
      return;
    }
    const { memory, survey } = found;
    const home = `/memories/${memory.id}`;
    const going = importOf(survey, web.usecases.now());
    const begun = await takeOutImport(web.usecases, going, authorOf(req));
    if (begun === null) {
      res.redirect(303, web.notices.leave(home, NOT_NOW));
      return;
    }
    await soon(web, memory.id, begun.done);
    const now = await findSurvey(web.usecases, memory.id, 'import', survey.id);
    if (now?.state !== 'done') res.redirect(303, home);
    else {
      const { changed, skipped } = now;
      res.redirect(
        303,
        web.notices.leave(home, { key: 'memory:did-take-out', values: { changed, skipped } }),
      );
    }
  });

  return router;
}
