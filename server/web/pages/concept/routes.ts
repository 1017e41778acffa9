/** A concept: its form, saving, deleting, its history and restoring. */
import express, { type Request, type Response, type Router } from 'express';
import { PLAIN_CONCEPT } from '../../../core/terminology/concept.ts';
import { problem } from '../../../core/problem.ts';
import type { Termbase } from '../../../store/term-store.ts';
import {
  deleteConcept,
  restoreConcept,
  saveConcept,
  showConcept,
  type SaveConceptResult,
} from '../../../usecases/concepts.ts';
import { findTermbase, listDomains } from '../../../usecases/termbases.ts';
import { conceptHref } from '../../concept-view.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { termbaseParams } from '../../params.ts';
import { authorOf } from '../../request.ts';
import { conceptAt, conceptForm, parseConcept, restoreForm, rowsOf, type ConceptForm } from './form.ts';
import { conceptPage, emptyRow, emptyRows, rowsOfTerms, type ConceptInput } from './view.ts';

type Shown = Pick<ConceptInput, 'id' | 'fields' | 'rows' | 'changes' | 'problems'>;

const NO_FIELDS = { ...PLAIN_CONCEPT, seen: '' };

export function conceptRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/termbases/:id/concept/new', async (req, res, next) => {
    const termbase = await find(web, req);
    if (termbase === null) next();
    else {
      const rows = emptyRows(termbase.languages);
      await show(web, req, res, termbase, { id: '', fields: NO_FIELDS, rows, changes: [], problems: [] });
    }
  });

  router.get('/termbases/:id/concept', async (req, res, next) => {
    const termbase = await find(web, req);
    const at = conceptAt.safeParse(req.query);
    const found =
      termbase !== null && at.success ? await showConcept(web.usecases, termbase.id, at.data.id) : null;
    if (termbase === null || !at.success || found === null) {
      next();
      return;
    }
    const { concept, changes } = found;
    const fields = concept === null ? null : { ...concept, seen: String(concept.changedAt) };
    const rows = concept === null ? [] : [...rowsOfTerms(concept.terms), emptyRow()];
    await show(web, req, res, termbase, { id: at.data.id, fields, rows, changes, problems: [] });
  });

  router.post('/termbases/:id/concept', async (req, res, next) => {
    const termbase = await find(web, req);
    if (termbase === null) next();
    else await save(web, req, res, termbase);
  });

  router.post('/termbases/:id/concept/delete', async (req, res, next) => {
    const termbase = await find(web, req);
    const { id } = parseForm(conceptAt, req.body);
    const where = termbase && { termbase: termbase.id, id, author: authorOf(req) };
    if (where === null || !(await deleteConcept(web.usecases, where))) next();
    else
      res.redirect(
        303,
        web.notices.leave(conceptHref(where.termbase, id), { key: 'terms:did-delete-concept' }),
      );
  });

  router.post('/termbases/:id/concept/restore', async (req, res, next) => {
    const termbase = await find(web, req);
    const { id, version } = parseForm(restoreForm, req.body);
    const where = termbase && { termbase: termbase.id, id, version, author: authorOf(req) };
    if (where === null || !(await restoreConcept(web.usecases, where))) next();
    else res.redirect(303, web.notices.leave(conceptHref(where.termbase, id), { key: 'terms:did-restore' }));
  });

  return router;
}

async function find(web: Web, req: Request): Promise<Termbase | null> {
  const params = termbaseParams.safeParse(req.params);
  return params.success ? findTermbase(web.usecases, params.data.id) : null;
}

async function save(web: Web, req: Request, res: Response, termbase: Termbase): Promise<void> {
  const form = parseForm(conceptForm, req.body);
  const again = async (more: Pick<Shown, 'problems'> & { readonly seen?: string }): Promise<void> => {
    const changes =
      form.id === '' ? [] : ((await showConcept(web.usecases, termbase.id, form.id))?.changes ?? []);
    const fields = { ...form, seen: more.seen ?? form.seen };
    await show(web, req, res, termbase, { id: form.id, fields, rows: rowsToShow(form), changes, ...more });
  };
  const parsed = parseConcept(form);
  if (form.more !== undefined) await again({ problems: [] });
  else if (parsed.kind === 'refused') await again(parsed);
  else {
    const result = await saveConcept(web.usecases, {
      termbase: termbase.id,
      concept: { ...parsed.concept, id: form.id === '' ? null : form.id },
      seen: /^\d{1,15}$/u.test(form.seen) ? Number(form.seen) : null,
      author: authorOf(req),
    });
    if (result.kind === 'saved')
      res.redirect(303, web.notices.leave(conceptHref(termbase.id, result.id), { key: 'terms:did-save' }));
    else await again(refusal(web, req, result));
  }
}

/** Saving again then replaces what the person has been told of. */
function refusal(
  web: Web,
  req: Request,
  result: Exclude<SaveConceptResult, { kind: 'saved' }>,
): Pick<Shown, 'problems'> & { readonly seen?: string } {
  if (result.kind === 'refused') return { problems: result.problems };
  const current = result.kind === 'conflict' ? result.current : null;
  const author =
    current === null || current.changedBy === '' ? web.ui(req).t('receipt:nobody') : current.changedBy;
  return {
    problems: [problem('concept-changed', null, { author })],
    seen: current === null ? '' : String(current.changedAt),
  };
}

/** What was typed, and an empty row at the end. */
function rowsToShow(form: ConceptForm): Shown['rows'] {
  const rows = rowsOf(form);
  return form.more === undefined && rows.at(-1)?.text === '' ? rows : [...rows, emptyRow()];
}

async function show(web: Web, req: Request, res: Response, termbase: Termbase, shown: Shown): Promise<void> {
  const domains = await listDomains(web.usecases, termbase.id);
  if (shown.problems.length > 0) res.status(422);
  const input = { termbase, domains, notice: web.notices.find(req.query), ...shown };
  web.render(res, 'concept', conceptPage(web.ui(req), input));
}
