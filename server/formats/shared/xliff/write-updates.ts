/**
 * Updates spliced into XLIFF bytes, for all generations. Each unit gets its own patches; what is wrong with one
 * leaves the others as asked.
 */
import type { UnitId } from '../../../core/document/ids.ts';
import type { SegmentUpdate, UnitUpdate } from '../../../core/document/update.ts';
import { problem, type Problem } from '../../../core/problem.ts';
import type { WriteOptions, WriteResult } from '../../format.ts';
import { addSplices, spliceBytes, type ByteSplice } from '../xml/splice-bytes.ts';
import type { FoundCode } from './codes.ts';
import { planUnit } from './plan.ts';
import { resegmentUnit } from './resegment.ts';
import type { FoundUnit } from './unit.ts';
import { decodeUnit, type OpenXliff } from './unit-text.ts';

/** The changed file; the identical bytes where nothing changes. `bytes` is the file as it came. */
export function writeUpdates<Found extends FoundUnit>(
  open: OpenXliff<Found>,
  bytes: Uint8Array,
  updates: readonly UnitUpdate[],
  options: WriteOptions,
): WriteResult {
  if (updates.length === 0) return { bytes, problems: [] };
  const { family, working, places } = open;
  const problems: Problem[] = [];
  const splices: ByteSplice[] = [];
  const newline = newlineOf(working.utf8);
  const splits = (code: FoundCode): boolean => family.splits(code);
  const { writesIllegalCharacters } = family;
  let targets = false;
  let next = 0;
  for (const update of merged(updates)) {
    // As a rule they come in the order of the file, and looking one up costs more than comparing two ids.
    const isNext = places.ids[next] === update.unit;
    const index = isNext ? next : (places.indexOf(update.unit) ?? -1);
    next = index + 1;
    const place = places.units.at(index);
    const decoded = place === undefined ? null : decodeUnit(open, place);
    if (place === undefined || decoded === null) {
      problems.push(problem('update-unit-unknown', { path: `unit ${update.unit}` }, { unit: update.unit }));
      continue;
    }
    const { text, textStart, element } = decoded;
    const context = { text, newline, element, root: places.root };
    const unit = family.findUnit(text, element, open.isOwn);
    if (update.resegment !== undefined) {
      const done = resegmentUnit(family, context, unit, place, { ...update, resegment: update.resegment });
      problems.push(...done.problems);
      addSplices(splices, text, textStart, done.patches);
      continue;
    }
    const { translate } = place;
    const planned = planUnit(unit, update, { translate, writesIllegalCharacters, splits });
    for (const each of planned.problems) problems.push(each);
    if (planned.plan === null) continue;
    targets ||= planned.plan.segments.some((segment) => segment.target !== null);
    addSplices(splices, text, textStart, family.patchUnit(context, unit, planned.plan));
  }
  if (targets) {
    for (const { tag, patches } of family.patchTags(places, options.targetLanguage)) {
      addSplices(splices, tag.text, tag.span.start, patches);
    }
  }
  if (splices.length === 0) return { bytes, problems };
  return { bytes: working.restore(spliceBytes(working.utf8, splices)), problems };
}

/** As its first line ends. */
function newlineOf(utf8: Buffer): string {
  const end = utf8.indexOf(0x0a);
  return end > 0 && utf8[end - 1] === 0x0d ? '\r\n' : '\n';
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
