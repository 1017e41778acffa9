/** What it costs to have a machine fill a document, and the word to do so. Nothing is sent before that word. */
import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Problem } from '../../../core/problem.ts';
import { machinePretranslate } from '../../../usecases/machine-pretranslate.ts';
import { quoteMachine } from '../../../usecases/quote-machine.ts';
import type { Web } from '../../dependencies.ts';
import { findTranslation } from '../../find-translation.ts';
import { parseForm } from '../../form.ts';
import { authorOf } from '../../request.ts';
import type { Translation } from '../../translation.ts';
import { machineQuotePage } from './view.ts';

const AT = '/documents/:id/:language/machine';

const minimum = z.coerce.number().int().min(50).max(100).catch(75);
const asked = z.object({ minimum });
/** `limit`: the characters of the quote that was shown; nothing is sent beyond them. */
const agreed = z.object({ minimum, limit: z.coerce.number().int().min(0).catch(0) });

export function machineQuoteRoutes(web: Web): Router {
  const router = express.Router();

  router.get(AT, async (req, res, next) => {
    const found = await findTranslation(web, req);
    if (found === null) next();
    else await show(web, req, res, found, { ...parseForm(asked, req.query), problems: [] });
  });

  router.post(AT, async (req, res, next) => {
    const found = await findTranslation(web, req);
    if (found === null) {
      next();
      return;
    }
    const form = parseForm(agreed, req.body);
    const { id: document } = found.document;
    const result = await machinePretranslate(web.usecases, {
      ...form,
      document,
      language: found.language,
      author: authorOf(req),
    });
    if (result.kind === 'not-found') next();
    else if (result.kind === 'refused') {
      res.status(422);
      await show(web, req, res, found, { ...form, problems: result.problems });
    } else {
      if (result.kind === 'begun') {
        result.done.catch((error: unknown) => {
          web.log('error', 'machine pre-translation failed', { document, error });
        });
      }
      res.redirect(303, `/documents/${document}/${found.language}/pretranslation/${result.act}`);
    }
  });

  return router;
}

async function show(
  web: Web,
  req: Request,
  res: Response,
  found: Translation,
  at: { readonly minimum: number; readonly problems: readonly Problem[] },
): Promise<void> {
  const quote = await quoteMachine(web.usecases, { ...found, minimum: at.minimum });
  res.set('Cache-Control', 'no-store');
  web.render(res, 'machine-quote', machineQuotePage(web.ui(req), found, { ...at, quote }));
}
