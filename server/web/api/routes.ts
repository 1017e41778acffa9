/** The JSON API under /api: never kept by caches, every error a code. */
import express, { Router, type ErrorRequestHandler } from 'express';
import { z } from 'zod';
import type { Web } from '../dependencies.ts';
import { sendError } from './answers.ts';
import { checksApi } from './checks.ts';
import { concordanceApi } from './concordance.ts';
import { documentsApi } from './documents.ts';
import { importsApi } from './imports.ts';
import { machineApi } from './machine.ts';
import { matchesApi } from './matches.ts';
import { segmentationApi } from './segmentation.ts';
import { segmentsApi } from './segments.ts';
import { documentTermsApi, segmentTermsApi } from './terms.ts';
import { zawgyiApi } from './zawgyi.ts';

/** A segment at its longest, with every character escaped. */
const LARGEST_BODY = 1_000_000;

export function apiRoutes(web: Web): Router {
  const router = Router();
  const api = Router();
  api.use((_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  api.use(express.json({ limit: LARGEST_BODY }));
  api.use('/documents', documentsApi(web));
  api.use('/documents', importsApi(web));
  api.use('/segments', segmentsApi(web));
  api.use('/segments', checksApi(web));
  api.use('/segments', matchesApi(web));
  api.use('/segments', segmentationApi(web));
  api.use('/segments', segmentTermsApi(web));
  api.use('/documents', documentTermsApi(web));
  api.use('/documents', concordanceApi(web));
  api.use('/segments', machineApi(web));
  api.use('/zawgyi', zawgyiApi());
  api.use((_req, res) => {
    sendError(res, 'not-found');
  });
  api.use(handleErrors(web));
  router.use('/api', api);
  return router;
}

const clientError = z.object({ status: z.number().int().min(400).max(499) });

function handleErrors(web: Web): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    if (error instanceof z.ZodError) {
      sendError(res, 'request-invalid', {
        issues: error.issues.map(({ path, message }) => ({ path, message })),
      });
      return;
    }
    const mistake = clientError.safeParse(error);
    if (mistake.success) {
      sendError(res, mistake.data.status === 413 ? 'too-large' : 'request-invalid');
      return;
    }
    web.log('error', 'request failed', { method: req.method, path: req.path, error });
    sendError(res, 'internal');
  };
}
