/** `/api/documents/:id/:language/imports`: files that come back, their receipts, applying and undoing them. */
import { Router, type Request } from 'express';
import type { Import, ImportChoice } from '../../store/exchange.ts';
import { applyImport, chooseRows, chosenRows } from '../../usecases/apply-import.ts';
import { findImport, listImports } from '../../usecases/list-imports.ts';
import { isQuarantined, type ImportPreview } from '../../usecases/preview-import.ts';
import { segmentName } from '../../usecases/save-imported-targets.ts';
import { hasEdition } from '../../usecases/show-progress.ts';
import { undoImport } from '../../usecases/undo-import.ts';
import type { Web } from '../dependencies.ts';
import { authorOf } from '../request.ts';
import { uploadReceiver } from '../upload.ts';
import { problemsFor, sendError } from './answers.ts';
import { applyBody, documentParams, importParams } from './requests.ts';

export function importsApi(web: Web): Router {
  const deps = web.usecases;
  const router = Router();
  const receive = uploadReceiver('file', deps.uploadLimit);

  router.get('/:id/:language/imports', async (req, res) => {
    const { id, language } = documentParams.parse(req.params);
    if (!(await hasEdition(deps, id, language))) sendError(res, 'not-found');
    else res.json({ imports: (await listImports(deps, id, language)).map(importJson) });
  });

  router.post('/:id/:language/imports', async (req, res) => {
    const { id, language } = documentParams.parse(req.params);
    if (!(await hasEdition(deps, id, language))) {
      sendError(res, 'not-found');
      return;
    }
    const { file, problems } = await receive(req, res);
    if (file === null) {
      sendError(res, problems.length > 0 ? 'too-large' : 'request-invalid', {
        problems: problemsFor(web, req, problems),
      });
      return;
    }
    const where = { document: id, language, author: authorOf(req) };
    const preview = await web.receipts.preview({ ...where, ...file });
    if (preview.kind === 'preview') res.status(201).json(previewJson(web, req, preview));
    else if (preview.kind === 'not-found') sendError(res, 'not-found');
    else sendError(res, 'refused', { problems: problemsFor(web, req, preview.problems) });
  });

  router.get('/:id/:language/imports/:import', async (req, res) => {
    const found = await findImported(web, req);
    const preview = found?.status === 'pending' ? await web.receipts.open(found) : null;
    if (preview?.kind === 'preview') res.json(previewJson(web, req, preview));
    else if (found === null || preview !== null) sendError(res, 'not-found');
    else res.json(importJson(found));
  });

  addDecisions(web, router);
  return router;
}

function addDecisions(web: Web, router: Router): void {
  const deps = web.usecases;

  router.post('/:id/:language/imports/:import/apply', async (req, res) => {
    const found = await findImported(web, req);
    const { rows, drafts } = applyBody.parse(req.body ?? {});
    const preview = found?.status === 'pending' ? await web.receipts.open(found) : null;
    if (found === null || (preview !== null && preview.kind !== 'preview')) {
      sendError(res, 'not-found');
      return;
    }
    // Rows that are named are taken, and no other.
    if (preview !== null && rows !== undefined) await chooseRows(deps, found, choicesOf(preview, rows));
    const result = await applyImport(deps, found.id, {
      author: authorOf(req),
      draftsAsTranslated: drafts === 'translated',
      goodParts: false,
    });
    if (result.kind === 'not-found') sendError(res, 'not-found');
    else res.json({ ...importJson(result.import), counts: result.counts });
  });

  router.post('/:id/:language/imports/:import/undo', async (req, res) => {
    const found = await findImported(web, req);
    const result = found === null ? null : await undoImport(deps, found.id, authorOf(req));
    if (result?.kind !== 'undone') sendError(res, 'not-found');
    else res.json({ ...importJson(result.import), undone: result.undone, newer: result.newer });
  });
}

async function findImported(web: Web, req: Request): Promise<Import | null> {
  const { id, language, import: key } = importParams.parse(req.params);
  const found = await findImport(web.usecases, key);
  return found?.document === id && found.language === language ? found : null;
}

function importJson({ id, fileName, author, at, status, details }: Import): object {
  return {
    id,
    file: fileName,
    act: details.act ?? null,
    author,
    at,
    status,
    tools: details.tools,
    counts: Object.fromEntries(details.counts),
  };
}

/** Each row says the position and version that it is chosen by, and whether it would be taken now. */
function previewJson(web: Web, req: Request, preview: ImportPreview): object {
  const taken = new Set(chosenRows(preview).map(({ row }) => row));
  const rows = preview.receipt.rows.map((row) => {
    const stored = preview.segments.get(segmentName(row.unit, row.segment));
    return {
      ...row,
      position: stored?.position ?? null,
      version: stored?.current?.version ?? 0,
      isTaken: taken.has(row),
    };
  });
  return {
    ...importJson(preview.import),
    quarantined: isQuarantined(preview.receipt),
    problems: problemsFor(web, req, preview.problems),
    receipt: { ...preview.receipt, rows },
  };
}

/** The named rows and no other; a row without a version is taken over what stands there now. */
function choicesOf(
  preview: ImportPreview,
  rows: readonly { readonly position: number; readonly version?: number | undefined }[],
): readonly ImportChoice[] {
  const wanted = new Map(rows.map((row) => [row.position, row]));
  return [...preview.segments.values()].map(({ position, current }) => {
    const named = wanted.get(position);
    const version = named?.version ?? current?.version ?? 0;
    return { position, version, take: named !== undefined };
  });
}
