/**
 * What the checks find in a document's translation, all segments of it. Segments come page by page, and others are
 * served in between; a document of ten thousand segments takes seconds, not its time squared.
 */
import type { CheckedSegment } from '../core/qa/check.ts';
import { checkSegment, compareSegments, type Reported } from '../core/qa/run-checks.ts';
import { checkedSegment } from '../core/qa/segments-of-unit.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId } from '../store/ids.ts';
import type { CheckRules, IgnoredFinding } from '../store/project.ts';
import type { StoredSegment } from '../store/segment.ts';
import { allSegments } from './all-segments.ts';
import { contextOf, switchedOff } from './check-segment.ts';
import type { Dependencies } from './dependencies.ts';

export interface FoundInSegment {
  readonly segment: StoredSegment;
  readonly findings: readonly Reported[];
}

export interface DocumentCheck {
  /** Segments in order that have findings. */
  readonly found: readonly FoundInSegment[];
  readonly rules: CheckRules;
  readonly ignored: readonly IgnoredFinding[];
  readonly segments: number;
}

/** As many segments as are checked before others have their turn. */
const BATCH = 200;

/** null where there is no such document. Segments without a target are only looked at where one is claimed. */
export async function checkDocument(
  deps: Dependencies,
  id: DocumentId,
  language: LanguageTag,
): Promise<DocumentCheck | null> {
  const document = await deps.store.findDocument(id);
  const project = document === null ? null : await deps.store.findProject(document.project);
  if (document === null || project === null) return null;
  const rules = await deps.store.findCheckRules(project.id);
  const ignored = await deps.store.listIgnoredFindings({ document: id }, language);
  const stored: StoredSegment[] = [];
  for await (const segment of allSegments(deps.store, id, language)) stored.push(segment);
  const context = await contextOf(deps.store, project, language, rules);
  const checked = stored.map(({ source, current }) =>
    checkedSegment({ source, target: current?.target ?? null, state: current?.state ?? 'initial' }, context),
  );
  const asked = document.format.startsWith('xliff')
    ? await withConstraints(deps, id, stored, checked)
    : checked;
  const off = switchedOff(rules);
  const compared = compareSegments(asked, { off });
  const bySegment = groupedBy(ignored, ({ segment }) => segment);
  const found: FoundInSegment[] = [];
  for (const [index, segment] of stored.entries()) {
    if (index % BATCH === BATCH - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    const keys = new Set(bySegment.get(segment.key)?.map(({ finding }) => finding));
    const own = asked[index] === undefined ? [] : checkSegment(asked[index], { off, ignored: keys });
    const others = (compared[index] ?? []).filter(({ key }) => !keys.has(key));
    const findings = [...own, ...others];
    if (findings.length > 0) found.push({ segment, findings });
  }
  return { found, rules, ignored, segments: stored.length };
}

/** What the file asks of each unit, at the last of its segments that has a target. */
async function withConstraints(
  deps: Dependencies,
  document: DocumentId,
  stored: readonly StoredSegment[],
  checked: readonly CheckedSegment[],
): Promise<readonly CheckedSegment[]> {
  const result = [...checked];
  const indices = new Map(stored.map(({ key }, index) => [key, index]));
  for (const [unitIndex, segments] of groupedBy(stored, (each) => each.unitIndex)) {
    const asked = await deps.store.findConstraints(document, unitIndex);
    if (asked.limits === undefined && asked.rules === undefined) continue;
    const last = segments.findLast(({ current }) => current !== null);
    const parts = segments.map(({ source, current }) => ({
      kind: 'segment' as const,
      source,
      target: current?.target ?? null,
    }));
    for (const segment of segments) {
      const index = indices.get(segment.key) ?? -1;
      const own = result[index];
      if (own === undefined) continue;
      const { limits, rules } = asked;
      result[index] = {
        ...own,
        ...(rules && { rules }),
        ...(limits && segment === last && { limits, parts }),
      };
    }
  }
  return result;
}

function groupedBy<Value, Key>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}
