/** The whole request pipeline, in order. */
import { join } from 'node:path';
import express, { type Express } from 'express';
import { createAssets } from './assets.ts';
import type { Web, WebDependencies } from './dependencies.ts';
import { handleErrors, notFound } from './middleware/errors.ts';
import { logRequests } from './middleware/log-requests.ts';
import { refuseCrossSite } from './middleware/refuse-cross-site.ts';
import { refuseForeignHosts } from './middleware/refuse-foreign-hosts.ts';
import { refuseSlowBodies } from './middleware/refuse-slow-bodies.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { createNotices } from './notices.ts';
import { apiRoutes } from './api/routes.ts';
import { editorRoutes } from './pages/editor/routes.ts';
import { alignmentRoutes } from './pages/alignment/routes.ts';
import { alignmentsRoutes } from './pages/alignments/routes.ts';
import { conceptRoutes } from './pages/concept/routes.ts';
import { analysisRoutes } from './pages/analysis/routes.ts';
import { deleteProjectRoutes } from './pages/delete-project/routes.ts';
import { deleteTermbaseRoutes } from './pages/delete-termbase/routes.ts';
import { documentRoutes } from './pages/document/routes.ts';
import { editionRoutes } from './pages/editions/routes.ts';
import { findingsRoutes } from './pages/findings/routes.ts';
import { importRoutes } from './pages/import/routes.ts';
import { machineQuoteRoutes } from './pages/machine-quote/routes.ts';
import { machineRoutes } from './pages/machine/routes.ts';
import { concordanceRoutes } from './pages/concordance/routes.ts';
import { deleteMemoryRoutes } from './pages/delete-memory/routes.ts';
import { memoriesRoutes } from './pages/memories/routes.ts';
import { memoryRoutes } from './pages/memory/routes.ts';
import { memoryActsRoutes } from './pages/memory-acts/routes.ts';
import { memoryFilesRoutes } from './pages/memory/files.ts';
import { memoryImportsRoutes } from './pages/memory/imports.ts';
import { memoryChecksRoutes } from './pages/memory-checks/routes.ts';
import { memoryRepeatsRoutes } from './pages/memory-repeats/routes.ts';
import { memoryReplaceRoutes } from './pages/memory-replace/routes.ts';
import { memoryStatisticsRoutes } from './pages/memory-statistics/routes.ts';
import { memoryUnitRoutes } from './pages/memory-unit/routes.ts';
import { namesRoutes } from './pages/names/routes.ts';
import { newProjectRoutes } from './pages/new-project/routes.ts';
import { preferencesRoutes } from './pages/preferences/routes.ts';
import { pretranslationRoutes } from './pages/pretranslation/routes.ts';
import { projectSettingsRoutes } from './pages/project-settings/routes.ts';
import { projectsRoutes } from './pages/projects/routes.ts';
import { termbaseRoutes } from './pages/termbase/routes.ts';
import { termbaseChangesRoutes } from './pages/termbase-changes/routes.ts';
import { termbasesRoutes } from './pages/termbases/routes.ts';
import { createReceipts } from './receipts.ts';
import { createRender } from './render.ts';
import { makeUi } from './ui.ts';
import { createUndoings } from './undoings.ts';

export function createApp(deps: WebDependencies): Express {
  const assets = createAssets(deps.root, deps.browserFolder);
  const web: Web = {
    ...deps,
    ui: (req) => makeUi(req, deps.usecases.translators, assets.path),
    render: createRender(join(deps.root, 'views')),
    notices: createNotices(deps.usecases.now, deps.usecases.newId),
    receipts: createReceipts(deps.usecases),
    undoings: createUndoings(deps.usecases),
  };

  const app = express();
  app.disable('x-powered-by');
  app.use(logRequests(deps.log));
  app.use(securityHeaders());
  app.use(refuseForeignHosts(deps.hosts));
  app.use(refuseCrossSite(web));
  app.use(refuseSlowBodies(deps.log));
  app.use(assets.router);
  app.use(memoryUnitRoutes(web)); // its form holds whole texts, and reads more than the others
  app.use(express.urlencoded({ extended: false, limit: '200kb' }));

  app.use(projectsRoutes(web));
  app.use(newProjectRoutes(web));
  app.use(projectSettingsRoutes(web));
  app.use(machineRoutes(web));
  app.use(analysisRoutes(web));
  app.use(deleteProjectRoutes(web));
  app.use(alignmentsRoutes(web));
  app.use(alignmentRoutes(web));
  app.use(documentRoutes(web));
  app.use(editionRoutes(web));
  app.use(findingsRoutes(web));
  app.use(importRoutes(web));
  app.use(memoriesRoutes(web));
  app.use(concordanceRoutes(web));
  app.use(memoryRoutes(web));
  app.use(memoryFilesRoutes(web));
  app.use(memoryImportsRoutes(web));
  app.use(memoryReplaceRoutes(web));
  app.use(memoryStatisticsRoutes(web));
  app.use(memoryRepeatsRoutes(web));
  app.use(memoryChecksRoutes(web));
  app.use(memoryActsRoutes(web));
  app.use(deleteMemoryRoutes(web));
  app.use(termbasesRoutes(web));
  app.use(termbaseRoutes(web));
  app.use(conceptRoutes(web));
  app.use(termbaseChangesRoutes(web));
  app.use(deleteTermbaseRoutes(web));
  app.use(pretranslationRoutes(web));
  app.use(machineQuoteRoutes(web));
  app.use(namesRoutes(web));
  app.use(preferencesRoutes(web));
  app.use(editorRoutes(web));
  app.use(apiRoutes(web));

  app.use(notFound(web));
  app.use(handleErrors(web));
  return app;
}
