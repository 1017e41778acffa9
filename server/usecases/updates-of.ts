/** The updates that bring a file to what a document says: every segment that has a target, with its state. */
import type { Document } from '../core/document/document.ts';
import type { UnitUpdate } from '../core/document/update.ts';
import { segmentsOf } from '../core/document/unit.ts';

/** What stands in for a target that is missing: the source stays, nothing, or nothing is written at all. */
export type Fallback = 'source' | 'empty' | 'error';

export function updatesOf(
  document: Document,
  fallback: Exclude<Fallback, 'error'> = 'source',
): readonly UnitUpdate[] {
  return document.units
    .filter((unit) => unit.translate)
    .map((unit) => ({
      unit: unit.id,
      segments: segmentsOf(unit).map((segment) => {
        if (segment.locked) return {};
        if (segment.target === null) return fallback === 'empty' ? { target: [] } : {};
        return {
          target: segment.target,
          state: segment.state,
          ...(segment.subState === undefined ? {} : { subState: segment.subState }),
        };
      }),
    }))
    .filter((update) => update.segments.some((segment) => 'target' in segment));
}
