/** The first page. */
import express, { type Router } from 'express';
import { listProjects } from '../../../usecases/list-projects.ts';
import type { Web } from '../../dependencies.ts';
import { projectsPage } from './view.ts';

export function projectsRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/', async (req, res) => {
    const overviews = await listProjects(web.usecases);
    web.render(res, 'projects', projectsPage(web.ui(req), overviews, web.notices.find(req.query)));
  });

  return router;
}
