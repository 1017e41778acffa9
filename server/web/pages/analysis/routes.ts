/** Leverage of a project: look for matches, read the report, take it along, weigh it. */
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { parseLanguageTag, type LanguageTag } from '../../../core/text/language.ts';
import type { Project } from '../../../store/project.ts';
import { showLeverage } from '../../../usecases/analyse-project.ts';
import { leverageHtml } from '../../../usecases/leverage-html.ts';
import { reportCsv, reportJson } from '../../../usecases/leverage-report.ts';
import { showProject } from '../../../usecases/show-project.ts';
import { createAnalyses } from '../../analyses.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { projectParams } from '../../params.ts';
import { ratesForm, readRates, type TypedRates } from './form.ts';
import { analysisPage } from './view.ts';

const PATH = '/projects/:id/:language/analysis';

export function analysisRoutes(web: Web): Router {
  const router = express.Router();
  const { store } = web.usecases;
  const analyses = createAnalyses(web.usecases, (error) => {
    web.log('error', 'analysis failed', { error });
  });

  /** With what was typed where something is wrong with it: that is not taken away by showing the page anew. */
  const show = async (req: Request, res: Response, found: Found, typed: TypedRates | null): Promise<void> => {
    const { project, language } = found;
    const report = await showLeverage(web.usecases, project.id, language);
    const looked = analyses.lookedAt(project.id, language);
    if (looked !== null && typed === null) res.set('Refresh', '2');
    const input = { ...found, report, looked, typed, notice: web.notices.find(req.query) };
    web.render(res, 'analysis', analysisPage(web.ui(req), input));
  };

  router.get(
    PATH,
    on(web, (req, res, found) => show(req, res, found, null)),
  );

  router.post(
    `${PATH}/begin`,
    on(web, (_req, res, found) => {
      analyses.begin(found.project, found.language);
      res.redirect(303, pathOf(found));
    }),
  );

  router.post(
    `${PATH}/stop`,
    on(web, (_req, res, found) => {
      analyses.stop(found.project.id, found.language);
      res.redirect(303, web.notices.leave(pathOf(found), { key: 'analysis:stopped' }));
    }),
  );

  router.post(
    `${PATH}/rates`,
    on(web, async (req, res, found) => {
      const { rates, typed } = readRates(parseForm(ratesForm, req.body));
      if (rates === null) {
        await show(req, res.status(422), found, typed);
        return;
      }
      await store.analysis.saveRates(found.project.id, rates);
      res.redirect(303, web.notices.leave(pathOf(found), { key: 'analysis:rates-kept' }));
    }),
  );

  addDownloads(web, router);
  return router;
}

function addDownloads(web: Web, router: Router): void {
  router.get(
    `${PATH}.json`,
    on(web, async (_req, res, found) => {
      res.json(reportJson(await showLeverage(web.usecases, found.project.id, found.language)));
    }),
  );

  router.get(
    `${PATH}.csv`,
    on(web, async (_req, res, found) => {
      const report = await showLeverage(web.usecases, found.project.id, found.language);
      res.attachment(`leverage-${found.language}.csv`).type('text/csv').send(reportCsv(report));
    }),
  );

  router.get(
    `${PATH}.html`,
    on(web, async (req, res, found) => {
      const { project, language } = found;
      const report = await showLeverage(web.usecases, project.id, language);
      const html = await leverageHtml(web.usecases, {
        report,
        name: project.name,
        sourceLanguage: project.sourceLanguage,
        targetLanguage: language,
        translator: web.ui(req),
      });
      res.vary('Cookie').vary('Accept-Language');
      res.attachment(`leverage-${language}.html`).type('html').send(html);
    }),
  );
}

/** For a project and a language that it has. */
function on(
  web: Web,
  act: (req: Request, res: Response, found: Found) => Promise<void> | void,
): (req: Request, res: Response, next: NextFunction) => Promise<void> {
  return async (req, res, next) => {
    const found = await find(web, req);
    if (found === null) next();
    else await act(req, res, found);
  };
}

interface Found {
  readonly project: Project;
  readonly language: LanguageTag;
}

async function find(web: Web, req: Request): Promise<Found | null> {
  const params = projectParams.safeParse(req.params);
  const found = params.success ? await showProject(web.usecases, params.data.id) : null;
  const { language: text } = req.params;
  const language = typeof text === 'string' ? parseLanguageTag(text) : null;
  if (found === null || language === null || !found.project.targetLanguages.includes(language)) return null;
  return { project: found.project, language };
}

function pathOf({ project, language }: Found): string {
  return `/projects/${project.id}/${language}/analysis`;
}
