/** One memory: browsing, renaming, deleting units. */
import express, { type Request, type Response, type Router } from 'express';
import type { Memory } from '../../../store/memory-store.ts';
import { browseMemory } from '../../../usecases/browse-memory.ts';
import { deleteTus, listActs } from '../../../usecases/change-memory.ts';
import { renameMemory } from '../../../usecases/memories.ts';
import { openImports } from '../../../usecases/memory-imports.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { authorOf } from '../../request.ts';
import { memoryOf, pathWithin } from '../../memory-of.ts';
import { browseQuery, commonPairOf, pairOfQuery } from '../../memory-query.ts';
import { renameForm, unitsForm } from './form.ts';
import { memoryPage, type SentToMemory } from './view.ts';

const UNITS_A_PAGE = 50;

export function memoryRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/memories/:id', async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) next();
    else await showMemory(web, req, res, memory, {});
  });

  router.post('/memories/:id/name', async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) {
      next();
      return;
    }
    const { name } = parseForm(renameForm, req.body);
    const result = await renameMemory(web.usecases, memory.id, name);
    if (result.kind === 'named')
      res.redirect(303, web.notices.leave(`/memories/${memory.id}`, { key: 'memory:did-rename' }));
    else if (result.kind === 'refused')
      await showMemory(web, req, res, memory, { name: { name, problems: result.problems } });
    else next();
  });

  router.post('/memories/:id/delete-units', async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) {
      next();
      return;
    }
    const { unit, back } = parseForm(unitsForm, req.body);
    const count = await deleteTus(web.usecases, memory.id, unit, authorOf(req));
    const notice = { key: 'memory:did-delete-units', values: { count } } as const;
    res.redirect(303, web.notices.leave(pathWithin(memory, back), notice));
  });

  return router;
}

export async function showMemory(
  web: Web,
  req: Request,
  res: Response,
  memory: Memory,
  sent: SentToMemory,
): Promise<void> {
  const query = browseQuery.parse(req.query);
  const asked = pairOfQuery(query);
  const pair = asked ?? commonPairOf([memory]);
  const { text, side, after } = query;
  const page = await browseMemory(web.usecases, {
    memory: memory.id,
    // Without being asked, nothing is hidden.
    pair: text === '' ? asked : pair,
    ...{ text, side, after },
    wholeWord: query.word === 'yes',
    limit: UNITS_A_PAGE,
  });
  const imports = await openImports(web.usecases, memory.id);
  const [lastAct = null] = await listActs(web.usecases, memory.id, null, 1);
  if (Object.keys(sent).length > 0) res.status(422);
  const notice = web.notices.find(req.query);
  const input = { memory, page, query, asked, pair, imports, lastAct, notice, sent };
  web.render(res, 'memory', memoryPage(web.ui(req), input));
}
