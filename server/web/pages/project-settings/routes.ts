/** Settings of a project. */
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { problem, type Problem } from '../../../core/problem.ts';
import type { Project } from '../../../store/project.ts';
import { setProjectSrx, showProjectSrx } from '../../../usecases/project-srx.ts';
import { listProjectTermbases } from '../../../usecases/project-termbases.ts';
import { showProject } from '../../../usecases/show-project.ts';
import { updateProject } from '../../../usecases/update-project.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { parseLanguages } from '../../language-fields.ts';
import { projectParams } from '../../params.ts';
import { uploadReceiver } from '../../upload.ts';
import { projectSettingsForm, type ProjectSettingsForm } from './form.ts';
import { listProjectMemories } from '../../../usecases/set-project-memories.ts';
import { projectMemoriesRoutes, type SentMemories } from './memories.ts';
import { projectTermbasesRoutes, type SentTermbases } from './termbases.ts';
import { projectSettingsPage } from './view.ts';

export function projectSettingsRoutes(web: Web): Router {
  const router = express.Router();
  const receive = uploadReceiver('srx', web.usecases.uploadLimit);

  router.get('/projects/:id/settings', async (req, res, next) => {
    const found = await find(web, req);
    if (found === null) next();
    else await show(web, req, res, found.project, { form: null, problems: [] });
  });

  router.post('/projects/:id/settings', async (req, res, next) => {
    const found = await find(web, req);
    if (found === null) {
      next();
      return;
    }
    const { project, documents } = found;
    const form = parseForm(projectSettingsForm, req.body);
    const { tags, invalid } = parseLanguages([...form.targetLanguages, form.targetLanguagesOther]);
    if (invalid.length > 0) {
      const problems = invalid.map((text) => problem('language-invalid', null, { text }));
      await show(web, req, res, project, { form, problems });
      return;
    }
    await updateProject(web.usecases, { id: project.id, ...form, addLanguages: tags });
    const path = documents[0] === undefined ? '/' : `/documents/${documents[0].id}`;
    res.redirect(303, web.notices.leave(path, { key: 'projects:updated' }));
  });

  router.post('/projects/:id/settings/srx', async (req, res, next) => {
    const found = await find(web, req);
    if (found === null) {
      next();
      return;
    }
    const { project } = found;
    const { file, problems } = await receive(req, res);
    const result = file === null ? null : await setProjectSrx(web.usecases, project.id, file);
    if (result?.kind === 'set') {
      const path = `/projects/${project.id}/settings`;
      res.redirect(303, web.notices.leave(path, { key: 'projects:srx-kept' }));
      return;
    }
    const missing = problems.length === 0 ? [problem('file-empty')] : problems;
    const refused = result?.kind === 'refused' ? result.problems : missing;
    await show(web, req, res, project, { form: null, problems: refused });
  });

  router.post('/projects/:id/settings/srx/remove', async (req, res, next) => {
    const found = await find(web, req);
    if (found === null) {
      next();
      return;
    }
    await setProjectSrx(web.usecases, found.project.id, null);
    const path = `/projects/${found.project.id}/settings`;
    res.redirect(303, web.notices.leave(path, { key: 'projects:srx-removed' }));
  });

  const giveBack = async (
    req: Request,
    res: Response,
    next: NextFunction,
    sent: { readonly memories: SentMemories } | { readonly termbases: SentTermbases },
  ): Promise<void> => {
    const found = await find(web, req);
    if (found === null) next();
    else await show(web, req, res.status(422), found.project, { form: null, problems: [], ...sent });
  };
  router.use(projectMemoriesRoutes(web, (...of) => giveBack(of[0], of[1], of[2], { memories: of[3] })));
  router.use(projectTermbasesRoutes(web, (...of) => giveBack(of[0], of[1], of[2], { termbases: of[3] })));
  return router;
}

async function find(web: Web, req: Request): ReturnType<typeof showProject> {
  const params = projectParams.safeParse(req.params);
  return params.success ? showProject(web.usecases, params.data.id) : null;
}

/** With what was sent where something is wrong with it. */
async function show(
  web: Web,
  req: Request,
  res: Response,
  project: Project,
  sent: {
    readonly form: ProjectSettingsForm | null;
    readonly problems: readonly Problem[];
    readonly memories?: SentMemories;
    readonly termbases?: SentTermbases;
  },
): Promise<void> {
  const form = sent.form ?? { ...project, targetLanguages: [], targetLanguagesOther: '' };
  const srx = await showProjectSrx(web.usecases, project.id);
  if (sent.problems.length > 0) res.status(422);
  const memories = await listProjectMemories(web.usecases, project);
  const termbases = await listProjectTermbases(web.usecases, project.id);
  const notice = web.notices.find(req.query);
  const typed = { memories: sent.memories ?? null, termbases: sent.termbases ?? null };
  const input = { project, form, problems: sent.problems, srx, memories, termbases, typed, notice };
  web.render(res, 'project-settings', projectSettingsPage(web.ui(req), input));
}
