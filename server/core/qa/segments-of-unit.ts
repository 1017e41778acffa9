/** The segments of a unit as checks see them. */
import type { Segment, Unit } from '../document/unit.ts';
import type { TermIndexes } from '../terminology/term-index.ts';
import type { LanguageTag } from '../text/language.ts';
import { flatText, type CheckedSegment, type CheckSettings } from './check.ts';

export interface CheckContext {
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly settings: CheckSettings;
  readonly terms?: TermIndexes;
}

/**
 * One for each segment of the unit, in order. What a file asks of the length of the whole unit is asked of its last
 * translated segment, so that it is said once.
 */
export function segmentsOfUnit(
  unit: Pick<Unit, 'parts' | 'limits' | 'rules'>,
  context: CheckContext,
): readonly CheckedSegment[] {
  const segments = unit.parts.filter((part) => part.kind === 'segment');
  const last = segments.findLastIndex(({ target }) => target !== null);
  return segments.map((segment, index) => ({
    ...checkedSegment(segment, context),
    ...(unit.rules && { rules: unit.rules }),
    ...(unit.limits && index === last && { limits: unit.limits, parts: unit.parts }),
  }));
}

/** A segment on its own. */
export function checkedSegment(
  { source, target, state }: Pick<Segment, 'source' | 'target' | 'state'>,
  context: CheckContext,
): CheckedSegment {
  return {
    source: flatText(source),
    target: flatText(target ?? []),
    sourceContent: source,
    targetContent: target ?? [],
    state,
    ...context,
  };
}
