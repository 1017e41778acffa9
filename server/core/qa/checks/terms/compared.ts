/** The terms of a segment, compared once for all checks of terms. */
import { compareTerms, type ComparedTerms } from '../../../terminology/compare-terms.ts';
import type { CheckedSegment } from '../../check.ts';
import { maskText } from '../../text/masked.ts';

const known = new WeakMap<CheckedSegment, ComparedTerms>();

/** null where the segment has no termbase, or no translation. */
export function comparedTerms(segment: CheckedSegment): ComparedTerms | null {
  const { source, target, terms } = segment;
  if (terms === undefined || target === '') return null;
  const found = known.get(segment);
  if (found !== undefined) return found;
  const compared = compareTerms(maskText(source), maskText(target), terms);
  known.set(segment, compared);
  return compared;
}
