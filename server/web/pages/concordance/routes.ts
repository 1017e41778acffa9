/** Concordance over memories. */
import express, { type Router } from 'express';
import type { z } from 'zod';
import { listMemories } from '../../../usecases/memories.ts';
import { searchMemories } from '../../../usecases/search-memories.ts';
import type { Web } from '../../dependencies.ts';
import { browseQuery, commonPairOf, pairOfQuery } from '../../memory-query.ts';
import { memoryNumber } from '../../params.ts';
import { concordancePage } from './view.ts';

const UNITS_A_PAGE = 50;

const query = browseQuery.extend({ memory: memoryNumber.nullable().catch(null) });
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
