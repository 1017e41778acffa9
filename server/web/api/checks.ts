/** `/api/segments/:key/:language/findings`: what the checks find in a text while it is typed; ignoring of findings. */
import { Router } from 'express';
import type { Reported } from '../../core/qa/run-checks.ts';
import { checkSegment } from '../../usecases/check-segment.ts';
import { ignoreFinding, restoreFinding } from '../../usecases/ignore-finding.ts';
import type { Web } from '../dependencies.ts';
import { authorOf } from '../request.ts';
import type { Ui } from '../ui.ts';
import { problemsFor, sendError } from './answers.ts';
import { checkBody, findingBody, segmentParams } from './requests.ts';

/** With a body, of the target in it; nothing is kept. Positions are those of the content that was sent. */
export function checksApi(web: Web): Router {
  const deps = web.usecases;
  const router = Router();

  router.post('/:key/:language/findings', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const { target, state } = checkBody.parse(req.body ?? {});
    const findings = await checkSegment(deps, {
      segment: key,
      language,
      ...(target && { target }),
      ...(state && { state }),
    });
    if (findings === null) sendError(res, 'not-found');
    else res.json({ findings: findings.map((each) => findingJson(web.ui(req), each)) });
  });

  router.post('/:key/:language/findings/ignored', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const { finding, reason } = findingBody.parse(req.body);
    const author = authorOf(req);
    const result = await ignoreFinding(deps, { segment: key, language, finding, reason, author });
    if (result.kind === 'done') res.status(204).end();
    else if (result.kind === 'refused')
      sendError(res, 'refused', { problems: problemsFor(web, req, result.problems) });
    else sendError(res, 'not-found');
  });

  router.delete('/:key/:language/findings/ignored', async (req, res) => {
    const { key, language } = segmentParams.parse(req.params);
    const { finding } = findingBody.parse(req.body);
    const result = await restoreFinding(deps, { segment: key, language, finding });
    if (result.kind === 'done') res.status(204).end();
    else sendError(res, 'not-found');
  });

  return router;
}

function findingJson(ui: Ui, finding: Reported): object {
  const { check, severity, key, target, source = null, fix = null, message = 'message', values } = finding;
  return {
    check,
    severity,
    key,
    target,
    source,
    fix,
    title: ui.check(check, 'title'),
    message: ui.check(check, message, values),
  };
}
