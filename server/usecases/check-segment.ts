/** What the checks find in one segment, as it is kept or as somebody is typing it. */
import type { CheckedSegment } from '../core/qa/check.ts';
import { checkSegment as findIn, type Reported } from '../core/qa/run-checks.ts';
import { checkedSegment, type CheckContext } from '../core/qa/segments-of-unit.ts';
import type { State } from '../core/document/state.ts';
import { normalizeContent, type Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { withOwnCodes } from '../core/text/own-codes.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { CheckRules, Project } from '../store/project.ts';
import type { StoredSegment } from '../store/segment.ts';
import type { Store } from '../store/store.ts';
import type { Dependencies } from './dependencies.ts';
import { termsOfProject } from './project-terms.ts';

export interface CheckSegmentInput {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  /** Absent: the newest version. Of its codes only kind and id are taken. */
  readonly target?: Content;
  readonly state?: State;
}

/** null where there is no such segment. Findings that are ignored are left out. */
export async function checkSegment(
  deps: Dependencies,
  input: CheckSegmentInput,
): Promise<readonly Reported[] | null> {
  const { store } = deps;
  const stored = await store.findSegment(input.segment, input.language);
  const document = stored === null ? null : await store.findDocument(stored.document);
  const project = document === null ? null : await store.findProject(document.project);
  if (stored === null || project === null) return null;
  const rules = await store.findCheckRules(project.id);
  const ignored = await store.listIgnoredFindings({ segment: stored.key }, input.language);
  const sent = input.target === undefined ? null : normalizeContent(input.target);
  const present = stored.current?.target ?? [];
  const target =
    sent === null ? (stored.current?.target ?? null) : withOwnCodes(sent, stored.source, present);
  const state = input.state ?? stored.current?.state ?? 'initial';
  const segment = checkedSegment(
    { source: stored.source, target, state },
    await contextOf(store, project, input.language, rules),
  );
  const asked = await constraintsOf(deps, stored, target, input.language);
  return findIn(
    { ...segment, ...asked },
    { off: switchedOff(rules), ignored: new Set(ignored.map(({ finding }) => finding)) },
  );
}

/** What all segments of a translation are checked by. */
export async function contextOf(
  store: Store,
  { id, sourceLanguage }: Project,
  targetLanguage: LanguageTag,
  { settings }: CheckRules,
): Promise<CheckContext> {
  const terms = (await termsOfProject(store, id)).pair(sourceLanguage, targetLanguage);
  return { sourceLanguage, targetLanguage, settings, ...(terms && { terms }) };
}

export function switchedOff({ off }: CheckRules): ReadonlySet<string> {
  return new Set(off.map(({ check }) => check));
}

/** What the file asks, measured over the unit with the target in its place. */
async function constraintsOf(
  deps: Dependencies,
  stored: StoredSegment,
  target: Content | null,
  language: LanguageTag,
): Promise<Pick<CheckedSegment, 'limits' | 'rules' | 'parts'>> {
  const asked = await deps.store.findConstraints(stored.document, stored.unitIndex);
  if (asked.limits === undefined) return asked;
  const segments = await deps.store.listUnitSegments(stored.document, stored.unitIndex, language);
  const parts = segments.map(({ key, source, current }) => ({
    kind: 'segment' as const,
    source,
    target: key === stored.key ? target : (current?.target ?? null),
  }));
  return { ...asked, parts };
}
