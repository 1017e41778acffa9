/** One unit of a memory: its texts edited, with codes as `<1>`, or deleted. */
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { problem, type Problem } from '../../../core/problem.ts';
import type { Memory, StoredTu } from '../../../store/memory-store.ts';
import { deleteTus, editTu, findTu } from '../../../usecases/change-memory.ts';
import { findMemory } from '../../../usecases/memories.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm, textList } from '../../form.ts';
import { unitParams } from '../../params.ts';
import { authorOf } from '../../request.ts';
import { memoryUnitPage } from './view.ts';

const form = z.object({ seen: textList, text: textList });

export function memoryUnitRoutes(web: Web): Router {
  const router = express.Router();
  const path = '/memories/:id/units/:unit';

  router.get(path, async (req, res, next) => {
    const found = await unitOf(web, req);
    if (found === null) next();
    else show(web, req, res, { ...found, texts: null, problems: [] });
  });

  router.post(path, express.urlencoded({ extended: false, limit: '5mb' }), async (req, res, next) => {
    const found = await unitOf(web, req);
    if (found === null) {
      next();
      return;
    }
    const { seen, text: texts } = parseForm(form, req.body);
    const where = { memory: found.memory.id, id: found.tu.id, author: authorOf(req) };
    const result = await editTu(web.usecases, { ...where, seen, texts });
    if (result.kind === 'not-found') next();
    else if (result.kind === 'refused') show(web, req, res, { ...found, texts, problems: result.problems });
    else if (result.kind === 'conflict') {
      const problems = [problem('unit-changed-since')];
      // Where the person wrote nothing, the other's text stands; what was written is not lost.
      const written = texts.map((text, at) => (text === seen[at] ? null : text));
      show(web, req, res, { memory: found.memory, tu: result.current, texts: written, problems });
    } else {
      const key = result.kind === 'same' ? 'memory:did-edit-nothing' : 'memory:did-edit';
      res.redirect(303, web.notices.leave(`/memories/${found.memory.id}`, { key }));
    }
  });

  router.post(`${path}/delete`, async (req, res, next) => {
    const found = await unitOf(web, req);
    if (found === null) {
      next();
      return;
    }
    const { memory, tu } = found;
    const count = await deleteTus(web.usecases, memory.id, [tu.id], authorOf(req));
    const notice = { key: 'memory:did-delete-units', values: { count } } as const;
    res.redirect(303, web.notices.leave(`/memories/${memory.id}`, notice));
  });

  return router;
}

async function unitOf(
  web: Web,
  req: Request,
): Promise<{ readonly memory: Memory; readonly tu: StoredTu } | null> {
  const params = unitParams.safeParse(req.params);
  if (!params.success) return null;
  const memory = await findMemory(web.usecases, params.data.id);
  const tu = memory === null ? null : await findTu(web.usecases, memory.id, params.data.unit);
  return memory === null || tu === null ? null : { memory, tu };
}

function show(
  web: Web,
  req: Request,
  res: Response,
  input: {
    readonly memory: Memory;
    readonly tu: StoredTu;
    readonly texts: readonly (string | null)[] | null;
    readonly problems: readonly Problem[];
  },
): void {
  if (input.problems.length > 0) res.status(422);
  web.render(res, 'memory-unit', memoryUnitPage(web.ui(req), input));
}
