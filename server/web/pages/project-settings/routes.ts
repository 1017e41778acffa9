/** Settings of a project. */
import express, { type Router } from 'express';
import { problem } from '../../../core/problem.ts';
import { showProject } from '../../../usecases/show-project.ts';
import { updateProject } from '../../../usecases/update-project.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { parseLanguages } from '../../language-fields.ts';
import { projectParams } from '../../params.ts';
import { projectSettingsForm } from './form.ts';
import { projectSettingsPage } from './view.ts';

export function projectSettingsRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/projects/:id/settings', async (req, res, next) => {
    const params = projectParams.safeParse(req.params);
    const found = params.success ? await showProject(web.usecases, params.data.id) : null;
    if (found === null) {
      next();
      return;
    }
    const { project } = found;
    const form = { ...project, targetLanguages: [], targetLanguagesOther: '' };
    web.render(res, 'project-settings', projectSettingsPage(web.ui(req), { project, form, problems: [] }));
  });

  router.post('/projects/:id/settings', async (req, res, next) => {
    const params = projectParams.safeParse(req.params);
    const found = params.success ? await showProject(web.usecases, params.data.id) : null;
    if (found === null) {
      next();
      return;
    }
    const { project, documents } = found;
    const form = parseForm(projectSettingsForm, req.body);
    const { tags, invalid } = parseLanguages([...form.targetLanguages, form.targetLanguagesOther]);
    if (invalid.length > 0) {
      const problems = invalid.map((text) => problem('language-invalid', null, { text }));
      res.status(422);
      web.render(res, 'project-settings', projectSettingsPage(web.ui(req), { project, form, problems }));
      return;
    }
    await updateProject(web.usecases, { id: project.id, ...form, addLanguages: tags });
    const path = documents[0] === undefined ? '/' : `/documents/${documents[0].id}`;
    res.redirect(303, web.notices.leave(path, { key: 'projects:updated' }));
  });

  return router;
}
