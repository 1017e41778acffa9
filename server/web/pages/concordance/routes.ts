/** Concordance over memories. */
import express, { type Router } from 'express';
import { z } from 'zod';
import { memoryId, tuId } from '../../../store/ids.ts';
import { listMemories } from '../../../usecases/memories.ts';
import { searchMemories } from '../../../usecases/search-memories.ts';
import type { Web } from '../../dependencies.ts';
import { commonPairOf, pairOfQuery } from '../../memory-query.ts';
import { concordancePage } from './view.ts';

const UNITS_A_PAGE = 50;

const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/u)
  .transform(Number);
const query = z.object({
  text: z.string().max(1_000).catch(''),
  source: z.string().max(100).catch(''),
  target: z.string().max(100).catch(''),
  side: z.enum(['source', 'target']).catch('source'),
  word: z.enum(['', 'yes']).catch(''),
  memory: number.transform(memoryId).nullable().catch(null),
  after: number.transform(tuId).nullable().catch(null),
});
export type ConcordanceQuery = z.output<typeof query>;

export function concordanceRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/memories/concordance', async (req, res) => {
    const asked = query.parse(req.query);
    const memories = await listMemories(web.usecases);
    const pair = pairOfQuery(asked) ?? commonPairOf(memories);
    const searched = memories.filter(({ id }) => asked.memory === null || id === asked.memory);
    const found =
      pair === null || asked.text === ''
        ? []
        : await searchMemories(web.usecases, {
            memories: searched.map(({ id }) => id),
            text: asked.text,
            sourceLanguage: pair.source,
            targetLanguage: pair.target,
            side: asked.side,
            wholeWord: asked.word === 'yes',
            limit: UNITS_A_PAGE + 1,
            ...(asked.after === null ? {} : { after: asked.after }),
          });
    const page = { found: found.slice(0, UNITS_A_PAGE), more: found.length > UNITS_A_PAGE };
    web.render(res, 'concordance', concordancePage(web.ui(req), { memories, asked, pair, ...page }));
  });

  return router;
}
