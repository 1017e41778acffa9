/** The language checks over a memory: begun, shown by check, each finding with its unit. */
import express, { type Router } from 'express';
import { z } from 'zod';
import { checkGroups, checkMemory, checksOf, listFindings } from '../../../usecases/check-memory.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { memoryOf } from '../../memory-of.ts';
import { pairForm, pairOfQuery } from '../../memory-query.ts';
import { authorOf } from '../../request.ts';
import { afterQuery, leadToSurvey, sendProgress, stopHandler, surveyOf } from '../../survey-of.ts';
import { surveyHome } from '../../survey-view.ts';
import { memoryChecksPage } from './view.ts';

const AT = '/memories/:id/checks';
const FINDINGS_A_PAGE = 50;
/** Of each check, where all are shown. */
const FEW = 3;

const query = afterQuery.extend({ check: z.string().max(100).catch('') });

export function memoryChecksRoutes(web: Web): Router {
  const router = express.Router();

  router.get([AT, `${AT}/:survey`], async (req, res, next) => {
    const found = await surveyOf(web, req, 'checks');
    if (found === null) {
      next();
      return;
    }
    const { memory, survey } = found;
    if (survey !== null && sendProgress(web, req, res, survey, 0)) return;
    const { check, after } = query.parse(req.query);
    const all = survey === null ? [] : checkGroups(checksOf(survey).counts);
    const groups = [];
    for (const group of all.filter((each) => check === '' || each.check === check)) {
      const limit = check === '' ? FEW : FINDINGS_A_PAGE;
      const findings =
        survey === null
          ? []
          : await listFindings(web.usecases, survey, group.check, check === '' ? 0 : after, limit);
      groups.push({ ...group, findings });
    }
    const page = { limit: FINDINGS_A_PAGE, now: web.usecases.now(), notice: web.notices.find(req.query) };
    const input = { memory, survey, groups, isAlone: check !== '', after, ...page };
    web.render(res, 'memory-checks', memoryChecksPage(web.ui(req), input));
  });

  router.post(AT, async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) {
      next();
      return;
    }
    const pair = pairOfQuery(parseForm(pairForm, req.body));
    if (pair === null) {
      const home = surveyHome(memory.id, 'checks');
      res.redirect(303, web.notices.leave(home, { key: 'upkeep:two-languages' }));
      return;
    }
    const begun = await checkMemory(web.usecases, { memory: memory.id, pair, author: authorOf(req) });
    if (begun === null) next();
    else await leadToSurvey(web, res, { memory: memory.id, kind: 'checks' }, begun);
  });

  router.post(`${AT}/:survey/stop`, stopHandler(web, 'checks'));
  return router;
}
