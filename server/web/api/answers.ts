/** What the API answers: plain JSON made of what the use cases give, with codes for everything that went wrong. */
import type { Request, Response } from 'express';
import type { Problem } from '../../core/problem.ts';
import type { LanguageTag } from '../../core/text/language.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { DocumentId } from '../../store/ids.ts';
import type { Resegmented } from '../../store/resegmentation.ts';
import type { StoredSegment, Version } from '../../store/segment.ts';
import type { SaveTargetResult } from '../../usecases/save-target.ts';
import { showProgress } from '../../usecases/show-progress.ts';
import type { Web } from '../dependencies.ts';
import { problemViews, type ProblemView } from '../problem-view.ts';

/** Why a request was not done; its meaning never changes. */
export type ErrorCode =
  'request-invalid' | 'not-found' | 'locked' | 'conflict' | 'refused' | 'too-large' | 'internal';

const STATUS: Readonly<Record<ErrorCode, number>> = {
  'request-invalid': 400,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  refused: 422,
  locked: 423,
  internal: 500,
};

export function sendError(res: Response, code: ErrorCode, details: object = {}): void {
  res.status(STATUS[code]).json({ error: code, ...details });
}

export function problemsFor(web: Web, req: Request, problems: readonly Problem[]): readonly ProblemView[] {
  const ui = web.ui(req);
  return problemViews(ui, problems);
}

/** A segment as the editor gets it. */
export function segmentJson(segment: StoredSegment): object {
  const { key, position, unitIndex, source, words, locked, current, notes } = segment;
  const { sourceDirection, targetDirection } = segment;
  return {
    key,
    position,
    unitIndex,
    source,
    words,
    locked,
    current,
    notes,
    sourceDirection,
    targetDirection,
  };
}

/** A version of the history: a check is named by its title too. */
export function versionJson(translator: Translator, { origin, ...version }: Version): object {
  const told =
    origin.kind === 'fixed' ? { ...origin, title: translator.check(origin.check, 'title') } : origin;
  return { ...version, origin: told };
}

/** The change of segmentation that can be undone. */
export function undoJson(last: Resegmented | null): object | null {
  return last === null ? null : { id: last.id, kind: last.kind };
}

/** The outcome of a save: the version that is now the newest, with the document's progress. */
export async function sendSaved(
  web: Web,
  req: Request,
  res: Response,
  where: { readonly document: DocumentId; readonly language: LanguageTag },
  result: SaveTargetResult,
): Promise<void> {
  switch (result.kind) {
    case 'saved':
      res.json({
        version: result.version,
        problems: problemsFor(web, req, result.problems),
        propagated: {
          count: result.propagated,
          words: web.ui(req).t('matches:propagated', { count: result.propagated }),
        },
        progress: await showProgress(web.usecases, where.document, where.language),
      });
      return;
    case 'conflict':
      sendError(res, 'conflict', { current: result.current });
      return;
    case 'refused':
      sendError(res, 'refused', { problems: problemsFor(web, req, result.problems) });
      return;
    case 'locked':
    case 'not-found':
      sendError(res, result.kind);
  }
}
