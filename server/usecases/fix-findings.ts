/**
 * Mends what a check has found and knows how to mend, in all segments that a person has seen. First a preview; then
 * each segment that is still as it was shown gets a new version. The whole is one act, kept like an import, so that
 * it is undone like one (undo-import.ts).
 */
import { applyFix, fixesTogether } from '../core/qa/fix.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { ImportDetails } from '../store/exchange.ts';
import type { DocumentId, SegmentKey } from '../store/ids.ts';
import type { Save, StoredSegment } from '../store/segment.ts';
import { checkDocument, type DocumentCheck } from './check-document.ts';
import type { Dependencies } from './dependencies.ts';

export interface FixedSegment {
  readonly segment: StoredSegment;
  /** The newest version, which the fix is made from. */
  readonly version: number;
  readonly before: Content;
  readonly after: Content;
  readonly fixes: number;
}

/** What mending the findings of the check would do; locked segments are left out. */
export function previewFixes({ found }: DocumentCheck, check: string): readonly FixedSegment[] {
  return found.flatMap(({ segment, findings }) => {
    const own = findings.filter((each) => each.check === check && each.fix !== undefined);
    if (own.length === 0 || segment.locked || segment.current === null) return [];
    const before = segment.current.target;
    const after = applyFix(before, fixesTogether(own));
    return [{ segment, version: segment.current.version, before, after, fixes: own.length }];
  });
}

export interface FixFindingsInput {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly check: string;
  /** The segments that were shown, with the version that was shown; others are left alone. */
  readonly shown: ReadonlyMap<SegmentKey, number>;
  readonly author: string;
}

export interface FixFindingsResult {
  /** The act, as an import by which it is undone; null where nothing was mended. */
  readonly act: string | null;
  readonly fixed: number;
  /** Segments that somebody has changed since they were shown: nothing was written there. */
  readonly changed: number;
}

/** null where there is no such document. */
export async function fixFindings(
  deps: Dependencies,
  input: FixFindingsInput,
): Promise<FixFindingsResult | null> {
  const checked = await checkDocument(deps, input.document, input.language);
  if (checked === null) return null;
  const fixes = previewFixes(checked, input.check).filter(({ segment }) => input.shown.has(segment.key));
  const current = fixes.filter(({ segment, version }) => input.shown.get(segment.key) === version);
  const act = deps.newId();
  const saves = current.map((fix) => saveOf(deps, input, act, fix));
  if (saves.length === 0) return { act: null, fixed: 0, changed: input.shown.size };
  await keepAct(deps, input, act);
  const results = await deps.store.saveTargets(saves);
  const fixed = results.filter(({ kind }) => kind === 'saved').length;
  const details = detailsOf(input, [['saved', fixed]]);
  await deps.store.updateImport(act, 'pending', { status: 'applied', author: input.author, details });
  return { act, fixed, changed: input.shown.size - fixed };
}

function saveOf(
  deps: Dependencies,
  { language, author, check }: FixFindingsInput,
  act: string,
  { segment, version, after }: FixedSegment,
): Save {
  return {
    segment: segment.key,
    language,
    base: version,
    target: after,
    state: segment.current?.state ?? 'initial',
    subState: segment.current?.subState ?? null,
    author,
    at: deps.now(),
    origin: { kind: 'fixed', check, import: act },
  };
}

async function keepAct(deps: Dependencies, input: FixFindingsInput, act: string): Promise<void> {
  const { document, language, author } = input;
  const details = detailsOf(input, []);
  const kept = { id: act, document, language, fileName: '', author, at: deps.now(), details };
  await deps.store.addImport({ ...kept, bytes: new Uint8Array() });
}

function detailsOf({ check }: FixFindingsInput, counts: ImportDetails['counts']): ImportDetails {
  return { sent: null, bases: [], choices: [], tools: [], counts, notes: [], act: { kind: 'fixed', check } };
}
