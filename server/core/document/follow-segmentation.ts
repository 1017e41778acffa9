/**
 * A unit whose segments were split and joined since its file was read, beside the unit of the file: the steps that
 * bring the file to it, and for a file that cannot take them, what its own segments are to hold.
 * Both have the same source; boundaries are compared by their places in it (positions of edit-content.ts).
 */
import { lengthOf } from '../text/edit-content.ts';
import { normalizeContent, type Content } from '../text/content.ts';
import { joinedState, type Resegmentation } from './segmentation-edit.ts';
import type { SegmentUpdate } from './update.ts';
import { segmentsOf, type Segment, type Unit } from './unit.ts';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The next step towards `wanted`, joins first; null where there is none, or both are not the same text. */
export function nextStep(unit: Unit, wanted: Unit): Resegmentation | null {
  const [own, other] = [placesOf(unit), placesOf(wanted)];
  if (own.at(-1)?.end !== other.at(-1)?.end) return null;
  const ends = new Set(other.map((place) => place.end));
  const joined = own.findIndex((place, index) => index < own.length - 1 && !ends.has(place.end));
  if (joined >= 0) return { kind: 'join', segment: joined };
  const known = new Set(own.map((place) => place.end));
  const cut = other.find((place) => !known.has(place.end))?.end;
  const segment = own.findIndex((place) => cut !== undefined && place.start < cut && cut < place.end);
  const start = own[segment]?.start;
  if (cut === undefined || start === undefined) return null;
  const target = segmentsOf(unit)[segment]?.target ?? null;
  return { kind: 'split', segment, source: cut - start, target: target === null ? null : lengthOf(target) };
}

/**
 * One update for each segment of `unit`: targets of segments that the file has as one are joined, and what it has
 * in several stands in the first of them.
 */
export function foldUpdates(
  unit: Unit,
  wanted: Unit,
  updates: readonly SegmentUpdate[],
): readonly SegmentUpdate[] {
  const [own, other] = [placesOf(unit), placesOf(wanted)];
  const ends = new Set(other.map((place) => place.end));
  const folded: SegmentUpdate[] = [];
  let from = 0;
  let first = 0;
  own.forEach((place, index) => {
    if (index < own.length - 1 && !ends.has(place.end)) return;
    const isLast = index === own.length - 1;
    const until = isLast ? other.length : other.findIndex((each) => each.end === place.end) + 1;
    const update = joinUpdates(wanted, from, updates.slice(from, until));
    const rest = update.target === undefined ? {} : { target: [] };
    for (let each = first; each <= index; each += 1) folded.push(each === first ? update : rest);
    [from, first] = [until, index + 1];
  });
  return folded;
}

function joinUpdates(wanted: Unit, from: number, updates: readonly SegmentUpdate[]): SegmentUpdate {
  const [only] = updates;
  if (only !== undefined && updates.length === 1) return only;
  const given = updates.filter((update) => update.target !== undefined);
  if (given.length === 0) return {};
  const segments = segmentsOf(wanted).slice(from, from + updates.length);
  const target = updates.flatMap((update, index): Content => [
    ...(update.target ?? []),
    ...(index < updates.length - 1 ? gapAfter(wanted, segments[index]) : []),
  ]);
  const { state, subState } = joinedState(
    segments.map((segment, index) => (updates[index]?.target === undefined ? initial : segment)),
  );
  return { target: normalizeContent(target), state, ...(subState === undefined ? {} : { subState }) };
}

const initial = { state: 'initial' } as const;

function gapAfter(unit: Unit, segment: Segment | undefined): Content {
  const gap = unit.parts[unit.parts.findIndex((part) => part === segment) + 1];
  return gap?.kind === 'ignorable' ? (gap.target ?? gap.source) : [];
}

/** Of the segments in the unit's source. */
function placesOf(unit: Unit): readonly Place[] {
  const places: Place[] = [];
  let at = 0;
  for (const part of unit.parts) {
    const end = at + lengthOf(part.source);
    if (part.kind === 'segment') places.push({ start: at, end });
    at = end;
  }
  return places;
}
