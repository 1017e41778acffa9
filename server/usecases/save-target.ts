/**
 * A person saves a target: checked against the source's inline codes, then kept as a new version. A save made
 * from an older version is refused, and both texts are given back to be compared.
 */
import { checkCodes } from '../core/document/check-codes.ts';
import { checkUnit } from '../core/document/check-unit.ts';
import type { State } from '../core/document/state.ts';
import { hasErrors, type Problem } from '../core/problem.ts';
import { checkText } from '../core/text/check-text.ts';
import { nameClones } from '../core/text/clones.ts';
import { codesOf, normalizeContent, type Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { withOwnCodes } from '../core/text/own-codes.ts';
import type { SegmentKey } from '../store/ids.ts';
import type { Origin, StoredSegment, Version } from '../store/segment.ts';
import type { Dependencies } from './dependencies.ts';
import { propagateTarget } from './propagate-target.ts';

export interface SaveTargetInput {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  /** The version that the person saw; 0 where there was none. */
  readonly base: number;
  readonly target: Content;
  readonly state: State;
  readonly author: string;
  readonly origin: Origin;
}

export type SaveTargetResult =
  | {
      readonly kind: 'saved';
      readonly version: Version;
      readonly problems: readonly Problem[];
      /** How many segments that say the same were given the translation. */
      readonly propagated: number;
    }
  | { readonly kind: 'conflict'; readonly current: Version | null }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'locked' }
  | { readonly kind: 'not-found' };

/**
 * Codes that are missing are reported, or refused where they may not be and the text is no draft; foreign or broken
 * ones, and text that cannot be kept, are refused. A code that stands twice becomes a clone of itself. Only kind
 * and id of the codes in `target` are taken; what they stand for comes from the source.
 */
export async function saveTarget(deps: Dependencies, input: SaveTargetInput): Promise<SaveTargetResult> {
  const stored = await deps.store.findSegment(input.segment, input.language);
  if (stored === null) return { kind: 'not-found' };
  if (stored.locked) return { kind: 'locked' };
  const present = stored.current?.target ?? [];
  const sent = withOwnCodes(normalizeContent(input.target), stored.source, present);
  const target = nameClones(sent, new Set(codesOf([...stored.source, ...present]).map((code) => code.id)));
  const draft = input.state === 'initial';
  const problems = [...checkText(target), ...checkCodes(stored.source, target, { present, draft })];
  if (hasErrors(problems)) return { kind: 'refused', problems };
  problems.push(...(await wordingProblems(deps, stored, input.language, target)));
  const result = await deps.store.saveTarget({
    segment: input.segment,
    language: input.language,
    base: input.base,
    target,
    state: input.state,
    subState: null,
    author: input.author,
    at: deps.now(),
    origin: input.origin,
  });
  if (result.kind === 'saved' || result.kind === 'unchanged') {
    const isNew = result.kind === 'saved';
    const propagated = isNew ? await propagateTarget(deps, input.segment, input.language, input.author) : 0;
    return { kind: 'saved', version: result.version, problems, propagated };
  }
  return result;
}

/** What the file asks of the length and wording of the unit as it will be; nothing of it keeps a text from being kept. */
async function wordingProblems(
  deps: Dependencies,
  stored: StoredSegment,
  language: LanguageTag,
  target: Content,
): Promise<readonly Problem[]> {
  const asked = await deps.store.findConstraints(stored.document, stored.unitIndex);
  if (asked.limits === undefined && asked.rules === undefined) return [];
  const segments = await deps.store.listUnitSegments(stored.document, stored.unitIndex, language);
  const parts = segments.map((each) => ({
    kind: 'segment' as const,
    id: each.segment,
    state: each.current?.state ?? ('initial' as const),
    source: each.source,
    target: each.key === stored.key ? target : (each.current?.target ?? null),
  }));
  const problems = checkUnit({ ...asked, parts });
  const own = segments.findIndex((each) => each.key === stored.key);
  return problems.flatMap((each, index) =>
    index === own ? each : each.filter(({ code }) => code !== 'rule-not-met'),
  );
}
