/**
 * Segments of XLIFF 2.x split and joined in place (2.1 §4.9.3): ids, states, order and xml:space as the standard
 * asks; everything else of the unit stays as written.
 */
import type { Resegmentation } from '../../core/document/segmentation-edit.ts';
import { elementsOf } from '../shared/xml/element.ts';
import type { Patch } from '../shared/xml/patch.ts';
import type { PatchContext } from '../shared/xliff/format.ts';
import { joinSegments } from './join-segments.ts';
import { splitSegment } from './split-segment.ts';
import type { FoundXliffUnit, PartPlace } from './unit.ts';

/** null where attributes, references, the order of targets or a second source or target stand against it. */
export function resegmentXliff(
  context: PatchContext,
  found: FoundXliffUnit,
  change: Resegmentation,
): readonly Patch[] | null {
  const segments = found.parts.flatMap((part, index) => (part.kind === 'segment' ? [index] : []));
  const first = segments[change.segment];
  const last = change.kind === 'split' ? first : segments[change.segment + 1];
  if (first === undefined || last === undefined) return null;
  if (found.places.slice(first, last + 1).some(holdsMore)) return null;
  if (change.kind === 'split') return splitSegment(context, found, first, change);
  return joinSegments(context, found, first, last);
}

/** A second source or target, which is no part of the content: its text would stand elsewhere afterwards. */
function holdsMore({ element, source, target }: PartPlace): boolean {
  return elementsOf(element).some(
    (child) =>
      child.namespace === element.namespace &&
      (child.local === 'source' || child.local === 'target') &&
      child !== source &&
      child !== target,
  );
}
