/** Splitting and joining segments in a file: what the unit allows first, then where the family can write it. */
import { resegment, type Resegmentation } from '../../../core/document/segmentation-edit.ts';
import { problem, type Problem } from '../../../core/problem.ts';
import type { UnitUpdate } from '../../../core/document/update.ts';
import type { Patch } from '../xml/patch.ts';
import type { PatchContext, XliffFamily } from './format.ts';
import type { UnitPlace } from './places.ts';
import { unitOf, type FoundUnit } from './unit.ts';

/** The patches for one change of segmentation; it is made alone, so the update may ask for nothing else. */
export function resegmentUnit<Found extends FoundUnit>(
  family: Pick<XliffFamily<Found>, 'resegment'>,
  context: PatchContext,
  found: Found,
  place: UnitPlace,
  update: UnitUpdate & { readonly resegment: Resegmentation },
): { readonly patches: readonly Patch[]; readonly problems: readonly Problem[] } {
  const path = `unit ${update.unit}`;
  const alone = update.segments.length === 0 && (update.notes ?? []).length === 0;
  const changed = resegment(unitOf(update.unit, place, found), update.resegment);
  const refusal = typeof changed === 'string' ? changed : null;
  const patches = refusal === null && alone ? family.resegment(context, found, update.resegment) : null;
  if (patches !== null) return { patches, problems: [] };
  const code = refusal ?? 'resegment-impossible';
  return { patches: [], problems: [problem(code, { path }, { unit: update.unit })] };
}
