/** The page of a document, and the files for translators that are made of it. */
import express, { type Router } from 'express';
import { z } from 'zod';
import type { LanguageTag } from '../../../core/text/language.ts';
import { convertZawgyi, hasZawgyi } from '../../../usecases/convert-zawgyi.ts';
import { copyInUnicode, isSourceInZawgyi } from '../../../usecases/copy-in-unicode.ts';
import { countTargetCharacters } from '../../../usecases/count-target-characters.ts';
import { exportTranslation } from '../../../usecases/export-translation.ts';
import { exportXliff } from '../../../usecases/export-xliff.ts';
import type { DocumentOverview } from '../../../usecases/show-document.ts';
import { canValidate, validateDocument } from '../../../usecases/validate-document.ts';
import { listEditions, exchangeProfilesOf } from '../../../usecases/list-exports.ts';
import { listImports } from '../../../usecases/list-imports.ts';
import type { Web } from '../../dependencies.ts';
import { findDocument, findTranslation } from '../../find-translation.ts';
import { parseForm, textList } from '../../form.ts';
import { authorOf } from '../../request.ts';
import { sendExport, sendFindings } from '../../send-export.ts';
import { USUAL_PROFILE, documentPage } from './view.ts';

/**
 * A profile; `version` asks for the usual one of a version. `with`: what goes along, `matches`, `history`, `findings` as
 * notes, or `issues`, the same as quality issues where the profile has them.
 */
const xliffQuery = z.object({
  profile: z.string().optional(),
  version: z.string().optional(),
  with: textList,
});

export function documentRoutes(web: Web): Router {
  const router = express.Router();

  router.get('/documents/:id', async (req, res, next) => {
    const overview = await findDocument(web, req);
    if (overview === null) {
      next();
      return;
    }
    const { id } = overview.document;
    const imports = await Promise.all(
      overview.project.targetLanguages.map(
        async (language) => [language, await listImports(web.usecases, id, language)] as const,
      ),
    );
    const page = documentPage(web.ui(req), {
      ...overview,
      notice: web.notices.find(req.query),
      profiles: exchangeProfilesOf(overview.document),
      canValidate: canValidate(overview.document),
      editions: listEditions(overview.project, overview.document),
      imports: new Map(imports),
      zawgyi: await languagesInZawgyi(web, overview),
      isSourceInZawgyi: await isSourceInZawgyi(web.usecases, overview),
      characters: await countTargetCharacters(web.usecases, id),
    });
    web.render(res, 'document', page);
  });

  router.get('/documents/:id/validation', async (req, res, next) => {
    const overview = await findDocument(web, req);
    const problems = overview === null ? null : await validateDocument(web.usecases, overview.document.id);
    if (overview === null || problems === null) {
      next();
      return;
    }
    const backHref = `/documents/${overview.document.id}`;
    if (problems.length === 0) res.redirect(303, web.notices.leave(backHref, { key: 'document:valid' }));
    else sendFindings(web, req, res, { problems, backHref, fileName: overview.document.fileName });
  });

  router.get('/documents/:id/:language/xliff', async (req, res, next) => {
    const found = await findTranslation(web, req);
    if (found === null) {
      next();
      return;
    }
    const { profile, version, with: extras } = parseForm(xliffQuery, req.query);
    const choice = {
      matches: extras.includes('matches'),
      history: extras.includes('history'),
      findings: extras.includes('findings') || extras.includes('issues') ? web.ui(req) : null,
      findingsAs: extras.includes('issues') ? 'its' : 'notes',
    } as const;
    const { id } = found.document;
    const wanted = profile ?? version ?? USUAL_PROFILE;
    const result = await exportXliff(web.usecases, id, found.language, wanted, choice);
    sendExport(web, req, res, result, `/documents/${id}`);
  });

  router.get('/documents/:id/:language/translation', async (req, res, next) => {
    const found = await findTranslation(web, req);
    if (found === null) {
      next();
      return;
    }
    const { id } = found.document;
    const result = await exportTranslation(web.usecases, id, found.language);
    sendExport(web, req, res, result, `/documents/${id}`);
  });

  convertingRoute(web, router);
  return router;
}

async function languagesInZawgyi(web: Web, overview: DocumentOverview): Promise<ReadonlySet<LanguageTag>> {
  const { targetLanguages } = overview.project;
  const { id } = overview.document;
  const found = await Promise.all(targetLanguages.map((each) => hasZawgyi(web.usecases, id, each)));
  return new Set(targetLanguages.filter((_, index) => found[index]));
}

/** Targets in Zawgyi become new versions in Unicode, a source in Zawgyi a copy of its file. */
function convertingRoute(web: Web, router: Router): void {
  router.post('/documents/:id/:language/zawgyi', async (req, res, next) => {
    const found = await findTranslation(web, req);
    if (found === null) {
      next();
      return;
    }
    const { id } = found.document;
    const count = await convertZawgyi(web.usecases, id, found.language, authorOf(req));
    const notice = { key: 'document:zawgyi-converted', values: { count } } as const;
    res.redirect(303, web.notices.leave(`/documents/${id}`, notice));
  });
  router.post('/documents/:id/unicode-copy', async (req, res, next) => {
    const overview = await findDocument(web, req);
    if (overview === null) {
      next();
      return;
    }
    const ui = web.ui(req);
    const result = await copyInUnicode(web.usecases, overview, {
      project: `${overview.project.name} (${ui.t('document:unicode-copy-mark')})`,
      author: authorOf(req),
    });
    const backHref = `/documents/${overview.document.id}`;
    if (result.kind === 'copied') {
      const notice = { key: 'document:unicode-copy-made', values: { name: overview.project.name } } as const;
      res.redirect(303, web.notices.leave(`/documents/${result.document}`, notice));
    } else if (result.kind === 'unchanged') {
      res.redirect(303, web.notices.leave(backHref, { key: 'document:unicode-copy-unchanged' }));
    } else {
      const fileName = overview.document.fileName;
      sendFindings(web, req, res, { problems: result.problems, backHref, fileName });
    }
  });
}
