/** The ledger of names of a project. */
import express, { type Request, type Response, type Router } from 'express';
import type { Problem } from '../../../core/problem.ts';
import type { ProjectId } from '../../../store/ids.ts';
import { saveNames } from '../../../usecases/save-names.ts';
import { showLedger } from '../../../usecases/show-ledger.ts';
import { showProject } from '../../../usecases/show-project.ts';
import type { Web } from '../../dependencies.ts';
import { projectParams } from '../../params.ts';
import { authorOf } from '../../request.ts';
import { namesQuery, readChanges, readTyped, type TypedNames } from './form.ts';
import { namesPage } from './view.ts';

export function namesRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/projects/:id/names', async (req, res, next) => {
    const params = projectParams.safeParse(req.params);
    if (!params.success || !(await show(web, req, res, params.data.id, [], null))) next();
  });

  router.post('/projects/:id/names', async (req, res, next) => {
    const params = projectParams.safeParse(req.params);
    const found = params.success ? await showProject(web.usecases, params.data.id) : null;
    if (found === null) {
      next();
      return;
    }
    const { id, targetLanguages } = found.project;
    const changes = readChanges(req.body, targetLanguages);
    if (changes === null) throw Object.assign(new Error('malformed form'), { status: 400 });
    const result = await saveNames(web.usecases, id, changes, authorOf(req));
    if (result.kind === 'saved') {
      const notice = { key: 'terms:did-save-names', values: { count: result.names } } as const;
      const { page } = namesQuery.parse(req.query);
      const path = page > 1 ? `/projects/${id}/names?page=${page}` : `/projects/${id}/names`;
      res.redirect(303, web.notices.leave(path, notice));
    } else
      await show(web, req, res, id, result.kind === 'refused' ? result.problems : [], readTyped(req.body));
  });

  return router;
}

/** False where there is no such project. */
async function show(
  web: Web,
  req: Request,
  res: Response,
  project: ProjectId,
  problems: readonly Problem[],
  typed: TypedNames | null,
): Promise<boolean> {
  const ledger = await showLedger(web.usecases, project);
  if (ledger === null) return false;
  if (problems.length > 0) res.status(422);
  const { page } = namesQuery.parse(req.query);
  const input = { ledger, page, notice: web.notices.find(req.query), problems, typed };
  web.render(res, 'names', namesPage(web.ui(req), input));
  return true;
}
