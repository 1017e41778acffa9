/** Deleting a project: a page that asks, and the deed. */
import express, { type Router } from 'express';
import { deleteProject } from '../../../usecases/delete-project.ts';
import { showProject } from '../../../usecases/show-project.ts';
import type { Web } from '../../dependencies.ts';
import { projectParams } from '../../params.ts';
import { deleteProjectPage } from './view.ts';

export function deleteProjectRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/projects/:id/delete', async (req, res, next) => {
    const params = projectParams.safeParse(req.params);
    const found = params.success ? await showProject(web.usecases, params.data.id) : null;
    if (found === null) next();
    else web.render(res, 'delete-project', deleteProjectPage(web.ui(req), found));
  });

  router.post('/projects/:id/delete', async (req, res, next) => {
    const params = projectParams.safeParse(req.params);
    const found = params.success ? await showProject(web.usecases, params.data.id) : null;
    if (found === null || !(await deleteProject(web.usecases, found.project.id))) {
      next();
      return;
    }
    const notice = { key: 'projects:deleted', values: { name: found.project.name } } as const;
    res.redirect(303, web.notices.leave('/', notice));
  });

  return router;
}
