/** Machine translation of a project: who is asked, what it costs, and where texts go. */
import express, { type Request, type Response, type Router } from 'express';
import type { Problem } from '../../../core/problem.ts';
import type { Project } from '../../../store/project.ts';
import {
  problemsOf,
  setMachineSettings,
  showMachineSettings,
  switchMachineOff,
} from '../../../usecases/machine-settings.ts';
import { showProject } from '../../../usecases/show-project.ts';
import { tryMachine } from '../../../usecases/try-machine.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { readNumberField } from '../../number-field.ts';
import { projectParams } from '../../params.ts';
import { machineForm, PRICE } from './form.ts';
import { machinePage, type SentForm, type TrialView } from './view.ts';

export function machineRoutes(web: Web): Router {
  const router = express.Router();
  const deps = web.usecases;

  router.get('/projects/:id/machine', async (req, res, next) => {
    const project = await find(web, req);
    if (project === null) next();
    else await show(web, req, res, project, { form: null, problems: [], trial: null });
  });

  router.post('/projects/:id/machine', async (req, res, next) => {
    const project = await find(web, req);
    if (project === null) {
      next();
      return;
    }
    const form = parseForm(machineForm, req.body);
    const price = readNumberField(form.price, PRICE);
    const settings = { ...form, price: price.value, context: form.context === 'yes' };
    const problems =
      price.problem === null
        ? await setMachineSettings(deps, project.id, settings)
        : problemsOf(deps, settings);
    if (problems.length > 0 || price.problem !== null)
      await show(web, req, res, project, { form: { ...form, price }, problems, trial: null });
    else res.redirect(303, web.notices.leave(`/projects/${project.id}/machine`, { key: 'machine:kept' }));
  });

  router.post('/projects/:id/machine/off', async (req, res, next) => {
    const project = await find(web, req);
    if (project === null) {
      next();
      return;
    }
    await switchMachineOff(deps, project.id);
    res.redirect(303, web.notices.leave(`/projects/${project.id}/machine`, { key: 'machine:switched-off' }));
  });

  router.post('/projects/:id/machine/try', async (req, res, next) => {
    const project = await find(web, req);
    if (project === null) {
      next();
      return;
    }
    const left = new AbortController();
    res.on('close', () => {
      left.abort();
    });
    const { translations, problems } = await tryMachine(deps, project, left.signal);
    const trial = { translations, source: project.sourceLanguage };
    await show(web, req, res, project, { form: null, problems, trial });
  });

  return router;
}

async function find(web: Web, req: Request): Promise<Project | null> {
  const params = projectParams.safeParse(req.params);
  const found = params.success ? await showProject(web.usecases, params.data.id) : null;
  return found?.project ?? null;
}

async function show(
  web: Web,
  req: Request,
  res: Response,
  project: Project,
  sent: {
    readonly form: SentForm | null;
    readonly problems: readonly Problem[];
    readonly trial: TrialView | null;
  },
): Promise<void> {
  const settings = await showMachineSettings(web.usecases, project.id);
  if (sent.form !== null) res.status(422);
  const notice = web.notices.find(req.query);
  web.render(res, 'machine', machinePage(web.ui(req), { project, settings, notice, ...sent }));
}
