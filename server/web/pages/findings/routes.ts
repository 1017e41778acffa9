/** The page of a translation's findings, and what people decide there. */
import express, { type Request, type Router } from 'express';
import { checkDocument } from '../../../usecases/check-document.ts';
import { fixFindings } from '../../../usecases/fix-findings.ts';
import {
  ignoreFinding,
  restoreFinding,
  saveCheckSettings,
  switchCheck,
  type IgnoreResult,
} from '../../../usecases/ignore-finding.ts';
import type { Web } from '../../dependencies.ts';
import { findTranslation } from '../../find-translation.ts';
import { parseForm } from '../../form.ts';
import type { Notice } from '../../notices.ts';
import { authorOf } from '../../request.ts';
import type { Translation } from '../../translation.ts';
import { findingsQuery, fixForm, ignoreForm, restoreForm, settingsForm, switchForm } from './form.ts';
import { findingsPage } from './view.ts';

const AT = '/documents/:id/:language/findings';

export function findingsRoutes(web: Web): Router {
  const router = express.Router();

  router.get(AT, async (req, res, next) => {
    const found = await findTranslation(web, req);
    const checked = found && (await checkDocument(web.usecases, found.document.id, found.language));
    if (found === null || checked === null) {
      next();
      return;
    }
    const { check = null } = parseForm(findingsQuery, req.query);
    const notice = web.notices.find(req.query);
    web.render(res, 'findings', findingsPage(web.ui(req), found, checked, { check, notice }));
  });

  /** One decision: done, it leads back to the page and says so there. */
  const decision = (
    path: string,
    notice: Notice,
    decide: (req: Request, at: Translation) => Promise<IgnoreResult>,
  ): void => {
    router.post(`${AT}/${path}`, async (req, res, next) => {
      const found = await findTranslation(web, req);
      const result = found === null ? null : await decide(req, found);
      if (found === null || result === null || result.kind === 'not-found') next();
      else {
        const said = result.kind === 'refused' ? { key: notice.key, problems: result.problems } : notice;
        res.redirect(303, web.notices.leave(pathOf(found), said));
      }
    });
  };

  decision('ignore', { key: 'findings:did-ignore' }, (req, { language }) => {
    const { segment, finding, reason } = parseForm(ignoreForm, req.body);
    return ignoreFinding(web.usecases, { segment, language, finding, reason, author: authorOf(req) });
  });
  decision('restore', { key: 'findings:did-restore' }, (req, { language }) =>
    restoreFinding(web.usecases, { ...parseForm(restoreForm, req.body), language }),
  );
  decision('switch', { key: 'findings:did-switch' }, (req, { project }) => {
    const { check, reason, to } = parseForm(switchForm, req.body);
    const change = { author: authorOf(req), reason: to === 'off' ? reason : null };
    return switchCheck(web.usecases, project.id, check, change);
  });
  decision('settings', { key: 'findings:did-settings' }, async (req, { project }) => {
    const { digits, ezafe } = parseForm(settingsForm, req.body);
    const { settings } = await web.usecases.store.findCheckRules(project.id);
    const { forbidden } = settings;
    return saveCheckSettings(web.usecases, project.id, {
      ...(forbidden && { forbidden }),
      ...(digits !== '' && { digits }),
      ...(ezafe !== '' && { ezafe }),
    });
  });
  fixRoute(web, router);
  return router;
}

/** Leads to the act, which is undone there like an import. */
function fixRoute(web: Web, router: Router): void {
  router.post(`${AT}/fix`, async (req, res, next) => {
    const found = await findTranslation(web, req);
    if (found === null) {
      next();
      return;
    }
    const { check, shown } = parseForm(fixForm, req.body);
    const result = await fixFindings(web.usecases, {
      document: found.document.id,
      language: found.language,
      check,
      shown: new Map(shown),
      author: authorOf(req),
    });
    if (result === null) next();
    else if (result.act !== null) {
      res.redirect(303, `/documents/${found.document.id}/${found.language}/import/${result.act}`);
    } else res.redirect(303, web.notices.leave(pathOf(found), { key: 'findings:nothing-fixed' }));
  });
}

function pathOf({ document, language }: Translation): string {
  return `/documents/${document.id}/${language}/findings`;
}
