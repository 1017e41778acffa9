/**
 * Segments of XLIFF 2.x split and joined in place (2.1 §4.9.3): ids, states, order and xml:space as the standard
 * asks; everything else of the unit stays as written.
 */
import type { Resegmentation } from '../../core/document/segmentation-edit.ts';
import type { Patch } from '../shared/xml/patch.ts';
import type { PatchContext } from '../shared/xliff/format.ts';
import { joinSegments } from './join-segments.ts';
import { splitSegment } from './split-segment.ts';
import type { FoundXliffUnit } from './unit.ts';

/** null where attributes, references or the order of targets stand against it. */
export function resegmentXliff(
  context: PatchContext,
  found: FoundXliffUnit,
  change: Resegmentation,
): readonly Patch[] | null {
  const segments = found.parts.flatMap((part, index) => (part.kind === 'segment' ? [index] : []));
  const first = segments[change.segment];
  if (first === undefined) return null;
  if (change.kind === 'split') return splitSegment(context, found, first, change);
  const last = segments[change.segment + 1];
  return last === undefined ? null : joinSegments(context, found, first, last);
}
