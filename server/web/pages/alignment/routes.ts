/** An alignment is corrected, and goes into a memory or a project. */
import express, { type Request, type Router } from 'express';
import type { AlignmentSides, KeptAlignment } from '../../../store/alignment-store.ts';
import { projectId } from '../../../store/ids.ts';
import { correctAlignment } from '../../../usecases/correct-alignment.ts';
import { alignedXliff, alignmentToDocument, alignmentToMemory } from '../../../usecases/use-alignment.ts';
import { primaryOf } from '../../../core/text/language.ts';
import type { Web } from '../../dependencies.ts';
import { ExpiringMap } from '../../expiring-map.ts';
import { parseForm } from '../../form.ts';
import { authorOf } from '../../request.ts';
import { sendExport } from '../../send-export.ts';
import { alignmentParams, alignmentQuery, correctionForm, documentForm, memoryForm } from './form.ts';
import { alignmentPage } from './view.ts';

/** Texts never change; a person looks at one page after another. In segments. */
const ROOM = 40_000;
const MILLISECONDS = 10 * 60 * 1000;

export function alignmentRoutes(web: Web): Router {
  const router = express.Router();
  const { usecases } = web;
  const { alignments } = usecases.store;
  const kept = new ExpiringMap<AlignmentSides>({
    room: ROOM,
    sizeOf: ({ source, target }) => source.segments.length + target.segments.length,
    milliseconds: MILLISECONDS,
    now: usecases.now,
  });
  const sidesOf = async (id: string): Promise<AlignmentSides | null> => {
    const sides = kept.get(id) ?? (await alignments.readSides(id));
    if (sides !== null) kept.set(id, sides);
    return sides;
  };

  router.get('/alignments/:id', async (req, res, next) => {
    const alignment = await findAlignment(web, req);
    const sides = alignment === null ? null : await sidesOf(alignment.id);
    if (alignment === null || sides === null) {
      next();
      return;
    }
    const { at, said, ...typed } = alignmentQuery.parse(req.query);
    const [memories, projects] = [
      await usecases.store.memories.listMemories(),
      await usecases.store.listProjects(),
    ];
    const input = {
      alignment,
      sides,
      memories,
      projects: projects.filter(
        (project) =>
          primaryOf(project.sourceLanguage) === primaryOf(alignment.sourceLanguage) &&
          project.targetLanguages.includes(alignment.targetLanguage),
      ),
      notice: web.notices.find(req.query),
      at,
      said,
      typed,
    };
    web.render(res, 'alignment', alignmentPage(web.ui(req), input));
  });

  router.post('/alignments/:id', async (req, res, next) => {
    const { id } = alignmentParams.safeParse(req.params).data ?? { id: '' };
    const { version, act } = parseForm(correctionForm, req.body);
    const result = await correctAlignment(usecases, { id, version, edit: act, author: authorOf(req) });
    if (result.kind === 'not-found') {
      next();
    } else if (result.kind === 'corrected') {
      // Whoever confirms goes on to the next one.
      const at = result.at + (act.kind === 'confirm' ? 1 : 0);
      res.redirect(303, `/alignments/${id}?at=${at}`);
    } else {
      const at = 'link' in act ? act.link : 0;
      res.redirect(303, `/alignments/${id}?at=${at}&said=${result.kind}`);
    }
  });

  addUses(router, web);
  return router;
}

/** What the alignment is for, and its end. */
function addUses(router: Router, web: Web): void {
  const { usecases } = web;

  router.post('/alignments/:id/memory', async (req, res, next) => {
    const alignment = await findAlignment(web, req);
    const { memory, unsure } = parseForm(memoryForm, req.body);
    const path = alignment === null ? '' : `/alignments/${alignment.id}`;
    if (alignment !== null && memory.trim() === '') {
      res.redirect(303, `${path}?said=name-missing`);
      return;
    }
    const input = { memory: memory.trim(), withUnsure: unsure, author: authorOf(req) };
    const result =
      alignment === null ? null : await alignmentToMemory(usecases, { id: alignment.id, ...input });
    if (result === null || result.kind === 'not-found') {
      next();
      return;
    }
    if (result.kind === 'memory-gone') {
      const typed = new URLSearchParams({ memory: input.memory, ...(unsure ? { unsure: 'yes' } : {}) });
      res.redirect(303, `${path}?said=memory-gone&${typed.toString()}`);
      return;
    }
    const values = { memory: input.memory, added: result.added, merged: result.merged };
    res.redirect(303, web.notices.leave(path, { key: 'alignment:saved', values }));
  });

  router.post('/alignments/:id/document', async (req, res, next) => {
    const alignment = await findAlignment(web, req);
    if (alignment === null) {
      next();
      return;
    }
    const { project, name } = parseForm(documentForm, req.body);
    const known = project === null ? null : await usecases.store.findProject(projectId(project));
    const result = await alignmentToDocument(usecases, {
      id: alignment.id,
      project: known?.id ?? null,
      projectName: name,
      author: authorOf(req),
    });
    if (result.kind === 'not-found') next();
    else if (result.kind === 'refused') {
      const typed = new URLSearchParams({ name, ...(known === null ? {} : { project: String(known.id) }) });
      const path = `/alignments/${alignment.id}?${typed.toString()}`;
      const { problems } = result;
      res.redirect(303, web.notices.leave(path, { key: 'alignment:refused-document', problems }));
    } else {
      const notice = { key: 'alignment:made-document', problems: result.problems } as const;
      res.redirect(303, web.notices.leave(`/documents/${result.document}`, notice));
    }
  });

  router.get('/alignments/:id/xliff', async (req, res, next) => {
    const alignment = await findAlignment(web, req);
    const result = alignment === null ? null : await alignedXliff(usecases, alignment.id);
    if (alignment === null || result === null) next();
    else sendExport(web, req, res, result, `/alignments/${alignment.id}`);
  });

  router.post('/alignments/:id/delete', async (req, res, next) => {
    const alignment = await findAlignment(web, req);
    if (alignment === null || !(await usecases.store.alignments.deleteAlignment(alignment.id))) next();
    else res.redirect(303, web.notices.leave('/alignments', { key: 'alignment:deleted' }));
  });
}

async function findAlignment(web: Web, req: Request): Promise<KeptAlignment | null> {
  const params = alignmentParams.safeParse(req.params);
  return params.success ? web.usecases.store.alignments.findAlignment(params.data.id) : null;
}
