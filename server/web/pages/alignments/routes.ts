/** Two files are aligned. */
import express, { type Request, type Response, type Router } from 'express';
import type { Problem } from '../../../core/problem.ts';
import { startAlignment } from '../../../usecases/start-alignment.ts';
import type { Web } from '../../dependencies.ts';
import { parseForm } from '../../form.ts';
import { authorOf } from '../../request.ts';
import { uploadReceiver } from '../../upload.ts';
import { alignmentForm, chosenLanguages, type AlignmentForm } from './form.ts';
import { alignmentsPage } from './view.ts';

export function alignmentsRoutes(web: Web): Router {
  const router = express.Router();
  const { usecases } = web;
  const receive = uploadReceiver('file', usecases.uploadLimit, 'translation');

  const show = async (
    req: Request,
    res: Response,
    form: AlignmentForm,
    wrong: { readonly problems: readonly Problem[]; readonly isFileMissing: boolean },
  ): Promise<void> => {
    const alignments = await usecases.store.alignments.listAlignments();
    const notice = web.notices.find(req.query);
    web.render(res, 'alignments', alignmentsPage(web.ui(req), { form, alignments, notice, ...wrong }));
  };

  router.get('/alignments', async (req, res) => {
    await show(req, res, alignmentForm.parse({}), { problems: [], isFileMissing: false });
  });

  router.post('/alignments', async (req, res) => {
    const upload = await receive(req, res);
    const form = parseForm(alignmentForm, upload.fields);
    const languages = chosenLanguages(form);
    const problems = [...upload.problems, ...('problems' in languages ? languages.problems : [])];
    const { file, other } = upload;
    if (file === null || other === null || 'problems' in languages || problems.length > 0) {
      res.status(422);
      await show(req, res, form, {
        problems,
        isFileMissing: upload.problems.length === 0 && (file === null || other === null),
      });
      return;
    }
    const result = await startAlignment(usecases, {
      source: { ...file, language: languages.source },
      target: { ...other, language: languages.target },
      author: authorOf(req),
    });
    if (result.kind === 'refused') {
      res.status(422);
      await show(req, res, form, { problems: result.problems, isFileMissing: false });
    } else {
      const notice = { key: 'alignment:made', problems: result.problems } as const;
      res.redirect(303, web.notices.leave(`/alignments/${result.id}`, notice));
    }
  });

  return router;
}
