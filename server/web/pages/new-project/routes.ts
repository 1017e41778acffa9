/** A new project from a file. */
import express, { type Request, type Response, type Router } from 'express';
import type { Problem } from '../../../core/problem.ts';
import { importDocument } from '../../../usecases/import-document.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { authorOf } from '../../request.ts';
import { uploadReceiver, type Upload } from '../../upload.ts';
import { EMPTY_FORM, chosenLanguages, newProjectForm, type NewProjectForm } from './form.ts';
import { newProjectPage } from './view.ts';

export function newProjectRoutes(web: Web): Router {
  const router = express.Router();
  const { uploadLimit } = web.usecases;
  const receive = uploadReceiver('file', uploadLimit, 'srx');

  router.get('/projects/new', (req, res) => {
    const input = { form: EMPTY_FORM, problems: [], isFileMissing: false, uploadLimit };
    web.render(res, 'new-project', newProjectPage(web.ui(req), input));
  });

  router.post('/projects', async (req, res) => {
    const upload = await receive(req, res);
    const form = parseForm(newProjectForm, upload.fields);
    const result = await create(web, req, form, upload);
    if (result.kind === 'imported') {
      const notice = { key: 'projects:created', values: { name: form.name || result.fileName } } as const;
      const path = `/documents/${result.document}`;
      res.redirect(303, web.notices.leave(path, { ...notice, problems: result.problems }));
    } else {
      refuse(web, req, res, form, result);
    }
  });

  return router;
}

type Created =
  | {
      readonly kind: 'imported';
      readonly document: number;
      readonly fileName: string;
      readonly problems: readonly Problem[];
    }
  | Refused;

interface Refused {
  readonly kind: 'refused';
  readonly problems: readonly Problem[];
  readonly isFileMissing: boolean;
}

async function create(web: Web, req: Request, form: NewProjectForm, upload: Upload): Promise<Created> {
  const { file } = upload;
  const languages = chosenLanguages(form);
  if ('problems' in languages || file === null) {
    const problems = [...upload.problems, ...('problems' in languages ? languages.problems : [])];
    return { kind: 'refused', problems, isFileMissing: file === null && upload.problems.length === 0 };
  }
  const result = await importDocument(web.usecases, {
    ...file,
    projectName: form.name,
    sourceLanguage: languages.source,
    targetLanguages: languages.targets,
    granularity: form.granularity,
    switches: { 'repair-page-breaks': form.repairPageBreaks },
    author: authorOf(req),
    srx: upload.other,
    credits: { author: form.author, licence: form.licence, origin: form.origin },
  });
  if (result.kind === 'refused') return { ...result, isFileMissing: false };
  return { ...result, fileName: file.fileName };
}

function refuse(web: Web, req: Request, res: Response, form: NewProjectForm, refused: Refused): void {
  const { uploadLimit } = web.usecases;
  res.status(422);
  web.render(res, 'new-project', newProjectPage(web.ui(req), { form, uploadLimit, ...refused }));
}
