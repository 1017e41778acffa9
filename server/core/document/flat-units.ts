/**
 * One unit a segment, for tools that see nothing smaller than a unit, and back again. What such a file leaves out
 * (which segments make a unit, and the ignorable white space between them) is its shapes, which the skeleton
 * carries; the document that we still have serves as well. Units know their places by id alone, so that a tool may
 * drop whatever else it does not understand.
 * Invariant: joining what was flattened gives every segment under its own unit and id.
 */
import { normalizeContent, type Content } from '../text/content.ts';
import type { Document } from './document.ts';
import { segmentId, unitId, type SegmentId, type UnitId } from './ids.ts';
import { compareStates } from './state.ts';
import { segmentsOf, type Ignorable, type Note, type Segment, type Unit, type UnitPart } from './unit.ts';

/** What joining needs of a part: which segment it is, or what stands between two. */
export type PartShape =
  { readonly kind: 'segment'; readonly id: SegmentId } | Pick<Ignorable, 'kind' | 'source' | 'target'>;

/** In document order. */
export type UnitShapes = ReadonlyMap<UnitId, readonly PartShape[]>;

export function shapesOf(document: Document): UnitShapes {
  const shapes = document.units.map(
    ({ id, parts }) =>
      [
        id,
        parts.map((part): PartShape => {
          if (part.kind === 'segment') return { kind: part.kind, id: part.id };
          return { kind: part.kind, source: part.source, target: part.target };
        }),
      ] as const,
  );
  return new Map(shapes);
}

/** Each segment as a unit of its own; a note about a segment goes with it, others with the first. */
export function flattenUnits(document: Document): Document {
  const ids = flatIds(shapesOf(document));
  return { ...document, units: document.units.flatMap((unit) => flattenUnit(unit, ids.get(unit.id) ?? [])) };
}

function flattenUnit(unit: Unit, ids: readonly UnitId[]): readonly Unit[] {
  const segments = segmentsOf(unit);
  const known = new Set(segments.map((segment) => segment.id));
  return segments.map((segment, index) => ({
    ...unit,
    ...flatLimits(unit, segments.length),
    id: ids[index] ?? unit.id,
    notes: unit.notes.filter(({ segment: about }) =>
      about !== undefined && known.has(about) ? about === segment.id : index === 0,
    ),
    parts: [{ ...segment, id: segmentId('1') }],
  }));
}

/** One of several units can at most use up what all of them together may have, and owes none of it. */
function flatLimits({ limits }: Unit, segments: number): Pick<Unit, 'limits'> {
  if (limits === undefined || segments === 1) return {};
  return {
    limits: limits.map((limit) => ({ ...limit, minimum: 0 })).filter(({ maximum }) => maximum !== null),
  };
}

/** The document as it was before it was flattened, by the shapes that it carries itself. */
export function wholeDocument(document: Document): Document {
  const shapes = document.skeleton?.shapes;
  return shapes === undefined ? document : joinUnits(document, shapes);
}

/**
 * The document with its flat units joined as `shapes` says; units that are whole already stay as they are, and those
 * that no shape knows stand at the end. Segments that did not come back are missing in their unit.
 */
export function joinUnits(document: Document, shapes: UnitShapes): Document {
  const back = new Map(document.units.map((unit) => [unit.id, unit]));
  const ids = flatIds(shapes);
  const units: Unit[] = [];
  for (const [id, shape] of shapes) {
    const whole = back.get(id);
    const flat = ids.get(id) ?? [];
    const joined = whole === undefined ? joinUnit(id, shape, flat, back) : withShape(whole, shape);
    if (joined !== null) units.push(joined);
    for (const each of [id, ...flat]) back.delete(each);
  }
  return { ...document, units: [...units, ...back.values()] };
}

/** A unit of one segment keeps its id when flattened: it only has to know its segment's name again. */
function withShape(unit: Unit, shape: readonly PartShape[]): Unit {
  const [wanted, ...others] = shape.filter((part) => part.kind === 'segment');
  if (wanted === undefined || others.length > 0 || segmentsOf(unit).length !== 1) return unit;
  // A unit that knows its own white space keeps it.
  const parts =
    unit.parts.length > 1
      ? unit.parts.map((part) => (part.kind === 'segment' ? { ...part, id: wanted.id } : part))
      : shape.map((part) => (part.kind === 'segment' ? asOneSegment(unit, part.id) : part));
  return { ...unit, parts };
}

function joinUnit(
  id: UnitId,
  shape: readonly PartShape[],
  flat: readonly UnitId[],
  back: ReadonlyMap<UnitId, Unit>,
): Unit | null {
  const units = flat.map((each) => back.get(each));
  const first = units.find((unit) => unit !== undefined);
  // A unit without segments had nothing to go out with.
  if (first === undefined && flat.length > 0) return null;
  let at = 0;
  const notes: Note[] = [];
  const parts = shape.flatMap((part): readonly UnitPart[] => {
    if (part.kind === 'ignorable') return [part];
    const unit = units[at];
    const isFirst = at === 0;
    at += 1;
    if (unit === undefined) return [];
    const own = unit.notes.map((note) => (isFirst || note.segment ? note : { ...note, segment: part.id }));
    notes.push(...own);
    return [asOneSegment(unit, part.id)];
  });
  const whole = first ?? { file: '', name: '', translate: true, canResegment: true };
  return { ...whole, id, notes, parts };
}

/**
 * All of a unit as one segment, least far state first. Untranslated parts of a partly translated unit keep their
 * source, so that no translated text is lost.
 */
export function asOneSegment(unit: Unit, id: SegmentId): Segment {
  const segments = segmentsOf(unit);
  const [only] = segments;
  if (only !== undefined && unit.parts.length === 1) return { ...only, id };
  const join = (contents: readonly Content[]): Content => normalizeContent(contents.flat());
  const translated = segments.some((segment) => segment.target !== null);
  const [lowest] = segments.map((segment) => segment.state).toSorted(compareStates);
  return {
    kind: 'segment',
    id,
    state: lowest ?? 'initial',
    source: join(unit.parts.map((part) => part.source)),
    target: translated ? join(unit.parts.map((part) => part.target ?? part.source)) : null,
    ...(segments.some((segment) => segment.locked) ? { locked: true as const } : {}),
  };
}

/**
 * For each unit the ids of its flat units: its own where it has one segment, otherwise `unit.segment`, which both
 * generations of XLIFF can hold. The same shapes always give the same ids.
 */
function flatIds(shapes: UnitShapes): ReadonlyMap<UnitId, readonly UnitId[]> {
  const taken = new Set<string>(shapes.keys());
  const free = (wanted: string): UnitId => {
    let id = wanted;
    for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
    taken.add(id);
    return unitId(id);
  };
  const ids = new Map<UnitId, readonly UnitId[]>();
  for (const [unit, shape] of shapes) {
    const segments = shape.filter((part) => part.kind === 'segment');
    ids.set(unit, segments.length === 1 ? [unit] : segments.map(({ id }) => free(`${unit}.${id}`)));
  }
  return ids;
}
