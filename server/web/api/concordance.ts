/**
 * `/api/documents/:id/:language/concordance`: where the project's memories hold a text, in pieces of which those that were
 * found are told apart.
 */
import { Router } from 'express';
import { z } from 'zod';
import { documentConcordance } from '../../usecases/document-concordance.ts';
import { listMemories } from '../../usecases/memories.ts';
import type { Web } from '../dependencies.ts';
import { tuFacts, tuHref, tuvView } from '../tu-view.ts';
import { sendError } from './answers.ts';
import { documentParams } from './requests.ts';

const query = z.object({
  text: z.string().min(1).max(1_000),
  side: z.enum(['source', 'target']).default('source'),
  word: z.enum(['', 'yes']).default(''),
});

const MOST = 50;

export function concordanceApi(web: Web): Router {
  const router = Router();
  router.get('/:id/:language/concordance', async (req, res) => {
    const { id, language } = documentParams.parse(req.params);
    const { text, side, word } = query.parse(req.query);
    const search = { text, side, wholeWord: word === 'yes', limit: MOST };
    const found = await documentConcordance(web.usecases, { document: id, language, ...search });
    if (found === null) {
      sendError(res, 'not-found');
      return;
    }
    const ui = web.ui(req);
    const names = new Map((await listMemories(web.usecases)).map((memory) => [memory.id, memory.name]));
    res.json({
      occurrences: found.map(({ tu, source, target, spans }) => ({
        href: tuHref(tu.memory, tu.id),
        source: tuvView(ui, source, side === 'source' ? spans : []),
        target: tuvView(ui, target, side === 'target' ? spans : []),
        facts: ui.facts([names.get(tu.memory) ?? '', ...tuFacts(ui, tu)]),
      })),
    });
  });
  return router;
}
