/** Duplicates and inconsistencies of a memory: looked for, listed by group, duplicates merged. */
import express, { type Router } from 'express';
import { z } from 'zod';
import { REPEAT_TOPICS } from '../../../core/memory/repeats.ts';
import { findAct } from '../../../usecases/change-memory.ts';
import { findRepeats, listRepeats, mergeDuplicates, repeatsOf } from '../../../usecases/memory-repeats.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { memoryOf } from '../../memory-of.ts';
import { pairForm, pairOfQuery } from '../../memory-query.ts';
import { authorOf } from '../../request.ts';
import { afterQuery, leadToAct, leadToSurvey, sendProgress, stopHandler, surveyOf } from '../../survey-of.ts';
import { surveyHome } from '../../survey-view.ts';
import { memoryRepeatsPage } from './view.ts';

const AT = '/memories/:id/repeats';
const GROUPS_A_PAGE = 20;

const form = pairForm.extend({
  context: z.enum(['', 'yes']).catch('').default(''),
});
const query = afterQuery.extend({ topic: z.enum(REPEAT_TOPICS).catch('duplicates') });

export function memoryRepeatsRoutes(web: Web): Router {
  const router = express.Router();

  router.get([AT, `${AT}/:survey`], async (req, res, next) => {
    const found = await surveyOf(web, req, 'repeats');
    if (found === null) {
      next();
      return;
    }
    const { memory, survey } = found;
    const wanted = survey === null ? 0 : repeatsOf(survey).counts.duplicates.tus;
    if (survey !== null && sendProgress(web, req, res, survey, wanted)) return;
    const { topic, after } = query.parse(req.query);
    const groups =
      survey === null || survey.state === 'looking'
        ? []
        : await listRepeats(web.usecases, survey, topic, after, GROUPS_A_PAGE);
    const act = survey?.act == null ? null : await findAct(web.usecases, memory.id, survey.act);
    const page = {
      limit: GROUPS_A_PAGE,
      wanted,
      now: web.usecases.now(),
      notice: web.notices.find(req.query),
    };
    const input = { memory, survey, topic, after, groups, act, ...page };
    web.render(res, 'memory-repeats', memoryRepeatsPage(web.ui(req), input));
  });

  router.post(AT, async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) {
      next();
      return;
    }
    const asked = parseForm(form, req.body);
    const pair = pairOfQuery(asked);
    if (pair === null) {
      const home = surveyHome(memory.id, 'repeats');
      res.redirect(303, web.notices.leave(home, { key: 'upkeep:two-languages' }));
      return;
    }
    const question = { ...pair, byContext: asked.context === 'yes' };
    const begun = await findRepeats(web.usecases, { memory: memory.id, question, author: authorOf(req) });
    if (begun === null) next();
    else await leadToSurvey(web, res, { memory: memory.id, kind: 'repeats' }, begun);
  });

  router.post(`${AT}/:survey/merge`, async (req, res, next) => {
    const found = await surveyOf(web, req, 'repeats');
    if (found?.survey == null) {
      next();
      return;
    }
    const { survey } = found;
    await leadToAct(web, res, survey, await mergeDuplicates(web.usecases, survey, authorOf(req)));
  });

  router.post(`${AT}/:survey/stop`, stopHandler(web, 'repeats'));
  return router;
}
