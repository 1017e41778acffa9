/** What a memory amounts to: counted when somebody asks for it, shown with the date of that. */
import express, { type Router } from 'express';
import { countMemory } from '../../../usecases/memory-statistics.ts';
import type { Web } from '../../dependencies.ts';
import { memoryOf } from '../../memory-of.ts';
import { authorOf } from '../../request.ts';
import { leadToSurvey, sendProgress, stopHandler, surveyOf } from '../../survey-of.ts';
import { memoryStatisticsPage } from './view.ts';

const AT = '/memories/:id/statistics';

export function memoryStatisticsRoutes(web: Web): Router {
  const router = express.Router();

  router.get([AT, `${AT}/:survey`], async (req, res, next) => {
    const found = await surveyOf(web, req, 'statistics');
    if (found === null) {
      next();
      return;
    }
    const { memory, survey } = found;
    if (survey !== null && sendProgress(web, req, res, survey, 0)) return;
    const now = web.usecases.now();
    web.render(res, 'memory-statistics', memoryStatisticsPage(web.ui(req), { memory, survey, now }));
  });

  router.post(AT, async (req, res, next) => {
    const memory = await memoryOf(web, req);
    const begun = memory && (await countMemory(web.usecases, memory.id, authorOf(req)));
    if (memory === null || begun === null) next();
    else await leadToSurvey(web, res, { memory: memory.id, kind: 'statistics' }, begun);
  });

  router.post(`${AT}/:survey/stop`, stopHandler(web, 'statistics'));
  return router;
}
