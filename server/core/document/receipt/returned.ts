/** A segment as it came back, and several of them taken as one. */
import { compareStates, type State } from '../state.ts';
import { segmentsOf, type Segment, type Unit, type UnitPart } from '../unit.ts';
import { isEmpty, normalizeContent, type Content } from '../../text/content.ts';

/** What a returned file says of one segment of ours. */
export interface Returned {
  readonly source: Content;
  /** null: nobody has translated it. */
  readonly target: Content | null;
  readonly state: State;
  readonly subState: string | null;
}

/** A segment and the unit that it stands in. */
export interface PlacedSegment {
  readonly unit: Unit;
  readonly segment: Segment;
}

export function placedSegments(units: readonly Unit[]): readonly PlacedSegment[] {
  return units.flatMap((unit) => segmentsOf(unit).map((segment) => ({ unit, segment })));
}

export function returnedOf({ source, target, state, subState }: Segment): Returned {
  return { source, target, state, subState: subState ?? null };
}

/** An empty draft translates nothing, as no target does. */
export function isUntranslated(side: { readonly target: Content | null; readonly state: State }): boolean {
  return side.target === null || (side.state === 'initial' && isEmpty(side.target));
}

/** Neighbouring segments as one, with what stands between them; as far as the least far of them. */
export function joinReturned(segments: readonly PlacedSegment[]): Returned {
  const [first] = segments;
  const translated = segments.some(({ segment }) => !isUntranslated(segment));
  const states = segments.map(({ segment }) => segment.state);
  return {
    source: joined(segments, (part) => part.source),
    target: translated
      ? joined(segments, (part) => part.target ?? (part.kind === 'ignorable' ? part.source : []))
      : null,
    state: states.toSorted(compareStates)[0] ?? 'initial',
    subState: new Set(states).size === 1 ? (first?.segment.subState ?? null) : null,
  };
}

function joined(segments: readonly PlacedSegment[], side: (part: UnitPart) => Content): Content {
  const content: (readonly [string] | Content)[] = [];
  const places = new Map(
    [...new Set(segments.map(({ unit }) => unit))].flatMap((unit) =>
      unit.parts.map((part, index) => [part, index] as const),
    ),
  );
  segments.forEach(({ unit, segment }, index) => {
    const next = segments[index + 1];
    content.push(side(segment));
    if (next === undefined) return;
    if (next.unit !== unit) content.push([' ']);
    else {
      const [from, to] = [places.get(segment) ?? 0, places.get(next.segment) ?? 0];
      for (const part of unit.parts.slice(from + 1, to)) content.push(side(part));
    }
  });
  return normalizeContent(content.flat());
}
