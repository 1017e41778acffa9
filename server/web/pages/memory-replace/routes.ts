/** Find and replace in a memory: asked for, looked at page by page with some left out, done, and taken back. */
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import { problem, type Problem } from '../../../core/problem.ts';
import type { Memory } from '../../../store/memory-store.ts';
import {
  applyReplacements,
  chooseReplacements,
  findReplacements,
  listReplacements,
  replacementOf,
} from '../../../usecases/replace-in-memory.ts';
import { findAct } from '../../../usecases/change-memory.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { memoryOf } from '../../memory-of.ts';
import { pairOfQuery } from '../../memory-query.ts';
import { authorOf } from '../../request.ts';
import { afterQuery, leadToAct, leadToSurvey, sendProgress, stopHandler, surveyOf } from '../../survey-of.ts';
import { surveyHref } from '../../survey-view.ts';
import { chooseForm, formOfFilter, replaceForm, type ReplaceForm } from './form.ts';
import { formOf, memoryReplacePage } from './view.ts';

const AT = '/memories/:id/replace';
const HITS_A_PAGE = 50;

export function memoryReplaceRoutes(web: Web): Router {
  const router = express.Router();

  router.get(AT, async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) next();
    else show(web, req, res, { memory, form: formOfFilter(req.query), problems: [] });
  });

  router.post(AT, startHandler(web));

  router.get(`${AT}/:survey`, async (req, res, next) => {
    const found = await surveyOf(web, req, 'replacement');
    if (found?.survey == null) {
      next();
      return;
    }
    const { memory, survey } = found;
    const leftOut = await web.usecases.store.surveys.countLeftOut(survey.id);
    const wanted = replacementOf(survey).counts.tus - leftOut;
    if (sendProgress(web, req, res, survey, wanted)) return;
    const { after } = afterQuery.parse(req.query);
    const hits = await listReplacements(web.usecases, survey, after, HITS_A_PAGE + 1);
    const act = survey.act === null ? null : await findAct(web.usecases, memory.id, survey.act);
    const preview = {
      ...{ survey, wanted, leftOut, after, act },
      hits: hits.slice(0, HITS_A_PAGE),
      hasMore: hits.length > HITS_A_PAGE,
      now: web.usecases.now(),
      notice: web.notices.find(req.query),
    };
    show(web, req, res, { memory, form: formOf(survey), problems: [], preview });
  });

  router.post(`${AT}/:survey`, async (req, res, next) => {
    const found = await surveyOf(web, req, 'replacement');
    if (found?.survey == null) {
      next();
      return;
    }
    const { survey } = found;
    const { go, ...choice } = parseForm(chooseForm, req.body);
    if (survey.state === 'ready') await chooseReplacements(web.usecases, survey, choice);
    if (go === 'apply')
      await leadToAct(web, res, survey, await applyReplacements(web.usecases, survey, authorOf(req)));
    else res.redirect(303, `${surveyHref(survey)}?after=${go}#preview`);
  });

  router.post(`${AT}/:survey/stop`, stopHandler(web, 'replacement'));
  return router;
}

function startHandler(web: Web): RequestHandler {
  return async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) {
      next();
      return;
    }
    const form = parseForm(replaceForm, req.body);
    const pair = pairOfQuery(form);
    const { side, find, by, filterText, filterSide } = form;
    const filter = { text: filterText, side: filterSide, wholeWord: form.filterWord === 'yes' };
    const result =
      pair === null
        ? ({ kind: 'refused', problems: [problem('find-languages-same')] } as const)
        : await findReplacements(web.usecases, {
            memory: memory.id,
            question: {
              ...{ ...pair, side, find, by },
              wholeWord: form.word === 'yes',
              folded: form.folded === 'yes',
              filter: form.within === 'yes' && filterText !== '' ? filter : null,
            },
            author: authorOf(req),
          });
    if (result.kind === 'not-found') next();
    else if (result.kind === 'refused')
      show(web, req, res.status(422), { memory, form, problems: result.problems });
    else await leadToSurvey(web, res, { memory: memory.id, kind: 'replacement' }, result, '#preview');
  };
}

function show(
  web: Web,
  req: Request,
  res: Response,
  input: {
    readonly memory: Memory;
    readonly form: ReplaceForm;
    readonly problems: readonly Problem[];
    readonly preview?: Parameters<typeof memoryReplacePage>[1]['preview'];
  },
): void {
  web.render(res, 'memory-replace', memoryReplacePage(web.ui(req), { preview: null, ...input }));
}
