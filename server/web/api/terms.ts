/**
 * `/api/segments/:key/:language/terms`: the terms in a segment's source, with their translations, in order of place; spans
 * are positions of the source as the API gives it. `/api/documents/:id/:language/terms`: a term that is added goes into
 * the project's writable termbase.
 */
import { Router } from 'express';
import type { Term } from '../../core/terminology/concept.ts';
import { addTerm } from '../../usecases/add-term.ts';
import { findSegmentTerms, type FoundTerm } from '../../usecases/find-segment-terms.ts';
import { conceptHref } from '../concept-view.ts';
import type { Web } from '../dependencies.ts';
import { authorOf } from '../request.ts';
import { problemsFor, sendError } from './answers.ts';
import { documentParams, segmentParams, termBody } from './requests.ts';

export function segmentTermsApi(web: Web): Router {
  const router = Router();
  router.get('/:key/:language/terms', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const found = await findSegmentTerms(web.usecases, key, language);
    if (found === null) sendError(res, 'not-found');
    else res.json({ terms: found.map(foundJson) });
  });
  return router;
}

export function documentTermsApi(web: Web): Router {
  const router = Router();
  router.post('/:id/:language/terms', async (req, res) => {
    const { id, language } = documentParams.parse(req.params);
    const input = { document: id, language, ...termBody.parse(req.body), author: authorOf(req) };
    const result = await addTerm(web.usecases, input);
    if (result.kind === 'added') res.status(201).json({ termbase: result.termbase, id: result.concept.id });
    else if (result.kind === 'refused')
      sendError(res, 'refused', { problems: problemsFor(web, req, result.problems) });
    else sendError(res, 'not-found');
  });
  return router;
}

function foundJson({ start, end, form, within, termbase, concept, term, translations }: FoundTerm): object {
  const { domain, definition, note, image, isName } = concept;
  return {
    start,
    end,
    form,
    within,
    concept: concept.id,
    termbase,
    href: termbase === null ? '' : conceptHref(termbase, concept.id),
    domain,
    definition,
    note,
    image: image.startsWith('https://') ? image : '',
    isName,
    term: termJson(term),
    translations: translations.map(termJson),
  };
}

function termJson({ language, text, status, partOfSpeech, gender, note }: Term): object {
  return { language, text, status, partOfSpeech, gender, note };
}
