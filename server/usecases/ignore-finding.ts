/** A person decides about findings: one is ignored in its segment, a check is switched off for a project. */
import type { CheckSettings } from '../core/qa/check.ts';
import { CHECKS, DOCUMENT_CHECKS } from '../core/qa/registry.ts';
import { hasErrors, type Problem } from '../core/problem.ts';
import { checkText } from '../core/text/check-text.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectId, SegmentKey } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';

export interface IgnoreFindingInput {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  /** The finding's key. */
  readonly finding: string;
  readonly author: string;
  readonly reason: string;
}

export type IgnoreResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-found' };

export async function ignoreFinding(deps: Dependencies, input: IgnoreFindingInput): Promise<IgnoreResult> {
  const problems = checkText([input.reason]);
  if (hasErrors(problems)) return { kind: 'refused', problems };
  const done = await deps.store.ignoreFinding({ ...input, at: deps.now() });
  return { kind: done ? 'done' : 'not-found' };
}

/** Takes that back. */
export async function restoreFinding(
  deps: Dependencies,
  { segment, language, finding }: Pick<IgnoreFindingInput, 'segment' | 'language' | 'finding'>,
): Promise<IgnoreResult> {
  return { kind: (await deps.store.restoreFinding(segment, language, finding)) ? 'done' : 'not-found' };
}

/** `reason` null: it runs again. */
export async function switchCheck(
  deps: Dependencies,
  project: ProjectId,
  check: string,
  change: { readonly author: string; readonly reason: string | null },
): Promise<IgnoreResult> {
  const isKnown = [...CHECKS, ...DOCUMENT_CHECKS].some(({ id }) => id === check);
  if (!isKnown || (await deps.store.findProject(project)) === null) return { kind: 'not-found' };
  const { author, reason } = change;
  const problems = checkText([reason ?? '']);
  if (hasErrors(problems)) return { kind: 'refused', problems };
  await deps.store.switchCheck(project, check, reason === null ? null : { author, reason, at: deps.now() });
  return { kind: 'done' };
}

export async function saveCheckSettings(
  deps: Dependencies,
  project: ProjectId,
  settings: CheckSettings,
): Promise<IgnoreResult> {
  if ((await deps.store.findProject(project)) === null) return { kind: 'not-found' };
  await deps.store.saveCheckSettings(project, settings);
  return { kind: 'done' };
}
