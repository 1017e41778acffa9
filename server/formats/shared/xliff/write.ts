/**
 * Updates spliced into XLIFF bytes, for all generations. Each unit gets its own patches; what is wrong with one
 * leaves the others as asked.
 */
import type { UnitId } from '../../../core/document/ids.ts';
import type { SegmentUpdate, UnitUpdate } from '../../../core/document/update.ts';
import { problem, type Problem } from '../../../core/problem.ts';
import type { WriteOptions, WriteResult } from '../../format.ts';
import { readElement } from '../xml/element.ts';
import { decodeXml } from '../xml/encoding.ts';
import { applyPatches, type Patch } from '../xml/patch.ts';
import type { XliffFamily } from './format.ts';
import { findPlaces } from './places.ts';
import { planUnit } from './plan.ts';
import { resegmentUnit } from './resegment.ts';
import type { FoundUnit } from './unit.ts';

/** The changed file; the identical bytes where nothing changes; null where the file cannot be read at all. */
export function writeXliff<Found extends FoundUnit>(
  bytes: Uint8Array,
  updates: readonly UnitUpdate[],
  options: WriteOptions,
  family: XliffFamily<Found>,
): WriteResult {
  const decoded = decodeXml(bytes);
  if (decoded.file === null) return { bytes: null, problems: [decoded.problem] };
  const { file } = decoded;
  const { text } = file;
  const { places, problems: found } = findPlaces(text, family);
  if (places === null) return { bytes: null, problems: found };
  const problems: Problem[] = [];
  const patches: Patch[] = [];
  const indexOf = new Map(places.ids.map((id, index) => [id, index]));
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const isOwn = (namespace: string | null): boolean => family.isOwn(namespace, places.root.namespace);
  let targets = false;
  for (const update of merged(updates)) {
    const place = places.units[indexOf.get(update.unit) ?? -1];
    const element = place === undefined ? null : readElement(text, place);
    if (place === undefined || element === null) {
      problems.push(problem('update-unit-unknown', { path: `unit ${update.unit}` }, { unit: update.unit }));
      continue;
    }
    const unit = family.findUnit(text, element, isOwn);
    if (update.resegment !== undefined) {
      const asked = { ...update, resegment: update.resegment };
      const done = resegmentUnit(family, { text, newline, element }, unit, place, asked);
      problems.push(...done.problems);
      patches.push(...done.patches);
      continue;
    }
    const planned = planUnit(unit, update, {
      translate: place.translate,
      writesIllegalCharacters: family.writesIllegalCharacters,
      splits: (code) => family.splits(code),
    });
    problems.push(...planned.problems);
    if (planned.plan === null) continue;
    targets ||= planned.plan.segments.some((segment) => segment.target !== null);
    patches.push(...family.patchUnit({ text, newline, element }, unit, planned.plan));
  }
  if (targets) patches.push(...family.patchRoot(text, places, options.targetLanguage));
  return { bytes: patches.length === 0 ? bytes : file.encode(applyPatches(text, patches)), problems };
}

/** One update a unit; a later one for the same unit adds to the earlier. */
function merged(updates: readonly UnitUpdate[]): Iterable<UnitUpdate> {
  const byUnit = new Map<UnitId, UnitUpdate>();
  for (const update of updates) {
    const earlier = byUnit.get(update.unit);
    byUnit.set(update.unit, earlier === undefined ? update : joined(earlier, update));
  }
  return byUnit.values();
}

function joined(earlier: UnitUpdate, later: UnitUpdate): UnitUpdate {
  const length = Math.max(earlier.segments.length, later.segments.length);
  const segments = Array.from({ length }, (_, index): SegmentUpdate => ({
    ...earlier.segments[index],
    ...later.segments[index],
  }));
  const change = later.resegment ?? earlier.resegment;
  return {
    unit: earlier.unit,
    segments,
    notes: [...(earlier.notes ?? []), ...(later.notes ?? [])],
    ...(change === undefined ? {} : { resegment: change }),
  };
}
