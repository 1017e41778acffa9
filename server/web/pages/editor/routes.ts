/** The translation editor: one document in one language. */
import express, { type Router } from 'express';
import { z } from 'zod';
import { isAnalysed } from '../../../usecases/analyse-project.ts';
import { listHeadings } from '../../../usecases/list-headings.ts';
import { listSegments } from '../../../usecases/list-segments.ts';
import { showDocument } from '../../../usecases/show-document.ts';
import { showMachineSettings } from '../../../usecases/machine-settings.ts';
import { firstOpenSegment } from '../../../usecases/next-segment.ts';
import { readNumber } from '../../../core/text/read-number.ts';
import { documentParams, readFilter } from '../../api/requests.ts';
import type { Web } from '../../dependencies.ts';
import { editorPage } from './view.ts';

/** Rows that are sent with the page, and how many of them stand before the one that is asked for. */
const ROWS = 80;
const ROWS_BEFORE = 30;

const askedFor = z.string().trim().max(100).catch('');

export function editorRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/documents/:id/:language', async (req, res, next) => {
    const params = documentParams.safeParse(req.params);
    const overview = params.success ? await showDocument(web.usecases, params.data.id) : null;
    const progress = overview?.progress.find((each) => each.language === params.data?.language);
    if (!params.success || overview === null || progress === undefined) {
      next();
      return;
    }
    const { id, language } = params.data;
    if (req.query['open'] === 'next') {
      const first = await firstOpenSegment(web.usecases, id, language);
      const address = `/documents/${id}/${language}`;
      res.redirect(303, first === null ? address : `${address}?segment=${first.position}`);
      return;
    }
    const filter = readFilter(req.query);
    const asked = askedFor.parse(req.query['segment']);
    const position = readNumber(asked);
    const { document, project } = overview;
    const isBeyond = position !== null && position > document.segments;
    const isThere = position !== null && Number.isInteger(position) && position > 0 && !isBeyond;
    const wanted = isThere ? position : 0;
    const start = Math.max(0, isBeyond ? document.segments - ROWS : wanted - 1 - ROWS_BEFORE);
    const page = await listSegments(web.usecases, {
      document: id,
      language,
      filter,
      after: start,
      limit: ROWS,
    });
    if (page === null) {
      next();
      return;
    }
    const headings = await listHeadings(web.usecases, id);
    const machine = await showMachineSettings(web.usecases, project.id);
    const bandsUnknown =
      filter.bands !== undefined && !(await isAnalysed(web.usecases, { ...overview, language }));
    const data = {
      bandsUnknown,
      machineHost: machine?.host ?? '',
      machinePrice: machine?.price ?? null,
      document,
      project,
      language,
      filter,
      wanted,
      missing: isThere ? '' : asked,
      start,
      page,
      progress: progress.summary,
      headings,
    };
    web.render(res, 'editor', editorPage(web.ui(req), data));
  });

  return router;
}
