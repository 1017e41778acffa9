/** Which survey of a memory a request is about; what pages of surveys have in common. */
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Memory } from '../store/memory-store.ts';
import type { Survey, SurveyKind } from '../store/survey-store.ts';
import {
  findSurvey,
  latestSurvey,
  stopSurvey,
  type ActBegun,
  type SurveyBegun,
} from '../usecases/survey-memory.ts';
import type { Web } from './dependencies.ts';
import { memoryOf } from './memory-of.ts';
import { surveyParams } from './params.ts';
import { isOpen, surveyHref, surveyProgress } from './survey-view.ts';

export interface SurveyRequest {
  readonly memory: Memory;
  /** null where none was made yet. */
  readonly survey: Survey | null;
}

/** The memory, with the survey that the address names or else the newest; null where either is not there. */
export async function surveyOf(web: Web, req: Request, kind: SurveyKind): Promise<SurveyRequest | null> {
  const memory = await memoryOf(web, req);
  if (memory === null) return null;
  if (req.params['survey'] === undefined)
    return { memory, survey: await latestSurvey(web.usecases, memory.id, kind) };
  const named = surveyParams.safeParse(req.params);
  const survey = named.success ? await findSurvey(web.usecases, memory.id, kind, named.data.survey) : null;
  return survey === null ? null : { memory, survey };
}

/** A quick one is over before its page is shown. Milliseconds. */
const PATIENCE = 700;

/** Leads to the survey that was begun; what goes wrong with it later is in the log. */
export async function leadToSurvey(
  web: Web,
  res: Response,
  of: Pick<Survey, 'memory' | 'kind'>,
  { survey, done }: SurveyBegun,
  part: '' | '#preview' = '',
): Promise<void> {
  await soon(web, of.memory, done);
  res.redirect(303, surveyHref({ ...of, id: survey }) + part);
}

/** Leads back to the survey that is acted on; null: somebody was faster. */
export async function leadToAct(
  web: Web,
  res: Response,
  survey: Survey,
  begun: ActBegun | null,
): Promise<void> {
  const home = surveyHref(survey);
  if (begun === null) res.redirect(303, web.notices.leave(home, { key: 'upkeep:begun-already' }));
  else {
    await soon(web, survey.memory, begun.done);
    res.redirect(303, home);
  }
}

/** Resolves with the work, or a little later without it. */
export async function soon(web: Web, memory: Memory['id'], work: Promise<void>): Promise<void> {
  const logged = work.catch((error: unknown) => {
    web.log('error', 'upkeep of a memory failed', { memory, error });
  });
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([logged, patience]);
  clearTimeout(timer);
}

/** Answers the browser module; true where it did. `wanted`: how many TUs are to be acted on. */
export function sendProgress(web: Web, req: Request, res: Response, survey: Survey, wanted: number): boolean {
  if (req.accepts(['html', 'json']) !== 'json') return false;
  res.set('Cache-Control', 'no-store');
  res.json(surveyProgress(web.ui(req), survey, wanted));
  return true;
}

export function stopHandler(web: Web, kind: SurveyKind): RequestHandler {
  return async (req, res, next) => {
    const found = await surveyOf(web, req, kind);
    if (found?.survey == null) {
      next();
      return;
    }
    if (isOpen(found.survey)) await stopSurvey(web.usecases, found.survey);
    res.redirect(303, surveyHref(found.survey));
  };
}

export const afterQuery = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0),
});
