/**
 * Files into a memory and out of it. A form brings a file within the limit of uploads; a script sends one of any size as
 * the body of a PUT, and each part of it is in the memory before the next is asked for.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Request, type Response, type Router } from 'express';
import { problem } from '../../../core/problem.ts';
import { cleanFileName } from '../../../core/text/file-name.ts';
import type { Memory } from '../../../store/memory-store.ts';
import { exportMemory } from '../../../usecases/export-memory.ts';
import { importMemory, type ImportedMemory } from '../../../usecases/import-memory.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import type { Notice } from '../../notices.ts';
import { authorOf } from '../../request.ts';
import { uploadReceiver } from '../../upload.ts';
import { memoryOf } from '../../memory-of.ts';
import { browseQuery, pairOfQuery } from '../../memory-query.ts';
import { importForm, languagesOfForm, streamQuery } from './files-form.ts';
import { showMemory } from './routes.ts';

export function memoryFilesRoutes(web: Web): Router {
  const router = express.Router();
  const receive = uploadReceiver('file', web.usecases.uploadLimit);

  router.post('/memories/:id/import', async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) {
      next();
      return;
    }
    const { file, fields, problems } = await receive(req, res);
    const languages = parseForm(importForm, fields);
    if (file === null) {
      const missing = problems.length === 0 ? [problem('file-empty')] : problems;
      await showMemory(web, req, res, memory, { file: { languages, problems: missing } });
      return;
    }
    const result = await importMemory(web.usecases, {
      memory: memory.id,
      chunks: Readable.from([file.bytes]),
      fileName: file.fileName,
      size: file.bytes.length,
      author: authorOf(req),
      ...languagesOfForm(languages),
    });
    if (result.kind === 'broken' && result.added + result.merged === 0)
      await showMemory(web, req, res, memory, { file: { languages, problems: result.problems } });
    else res.redirect(303, receiptOf(web, memory, result));
  });

  router.put('/memories/:id/import', async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) next();
    else await takeStream(web, req, res, memory);
  });

  router.get('/memories/:id/export', async (req, res, next) => {
    const memory = await memoryOf(web, req);
    if (memory === null) next();
    else await sendMemory(web, req, res, memory);
  });

  return router;
}

async function takeStream(web: Web, req: Request, res: Response, memory: Memory): Promise<void> {
  const query = parseForm(streamQuery, req.query);
  const fileName = cleanFileName(query.name);
  try {
    const result = await importMemory(web.usecases, {
      memory: memory.id,
      chunks: req,
      fileName: fileName === '' ? 'memory' : fileName,
      size: sizeOf(req),
      author: authorOf(req),
      ...languagesOfForm(query),
    });
    res.json({ location: receiptOf(web, memory, result) });
  } catch (error) {
    // Whoever sends may stop; what went in stays in.
    if (!req.destroyed || req.complete) throw error;
    web.log('info', 'import was broken off', { memory: memory.id });
  }
}

/** Of the body; 0 where it does not say. */
function sizeOf(req: Request): number {
  const size = Number(req.get('Content-Length') ?? 0);
  return Number.isSafeInteger(size) && size >= 0 ? size : 0;
}

function receiptOf(web: Web, { id }: Memory, result: ImportedMemory): string {
  const { added, merged, refused, problems, furtherProblems: count } = result;
  const notice: Notice = {
    key: result.kind === 'imported' ? 'memory:did-import' : 'memory:did-import-broken',
    values: { added, merged, refused },
    problems: count === 0 ? problems : [...problems, problem('problems-further', null, { count })],
  };
  return web.notices.leave(`/memories/${id}`, notice);
}

async function sendMemory(web: Web, req: Request, res: Response, memory: Memory): Promise<void> {
  const pair = pairOfQuery(browseQuery.parse(req.query));
  const gone = new AbortController();
  res.on('close', () => {
    gone.abort();
  });
  const name = cleanFileName(memory.name);
  res.attachment(`${name === '' ? 'memory' : name}.tmx`);
  res.set('Content-Type', 'application/x-tmx+xml').set('Cache-Control', 'no-cache');
  const bytes = exportMemory(web.usecases, {
    memory: memory.id,
    languages: pair === null ? [] : [pair.source, pair.target],
    version: web.version,
    onProblem: (found) => {
      web.log('warn', 'export of a memory', { memory: memory.id, code: found.code, place: found.place });
    },
    signal: gone.signal,
  });
  try {
    await pipeline(Readable.from(bytes), res);
  } catch (error) {
    if (!gone.signal.aborted) throw error;
  }
}
