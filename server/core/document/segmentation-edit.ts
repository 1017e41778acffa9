/**
 * Splitting and joining the segments of a unit (XLIFF 2.1 §4.9.3, segmentation modification). The source of the unit
 * stays what it is, character for character; nothing goes from one unit to another.
 * Invariant: joining what was split gives the same content again.
 */
import { sliceContent, lengthOf } from '../text/edit-content.ts';
import { freshId } from '../text/clones.ts';
import { codesOf, isEmpty, normalizeContent, type Content } from '../text/content.ts';
import { segmentId } from './ids.ts';
import { splitRange } from './split-range.ts';
import { compareStates, type State } from './state.ts';
import type { ByteRange, Segment, Unit, UnitPart } from './unit.ts';

/** Positions are those of edit-content.ts; segments are counted from 0 among the segments alone. */
export type Resegmentation =
  /** `target` is null where there is no target. */
  | {
      readonly kind: 'split';
      readonly segment: number;
      readonly source: number;
      readonly target: number | null;
    }
  /** With the segment after it and what lies between. */
  | { readonly kind: 'join'; readonly segment: number };

export type ResegmentRefusal = 'resegment-not-allowed' | 'resegment-impossible';

/** A content in two, and the white space at the cut, which belongs to neither. */
export interface Cut {
  /** Where the white space begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** The unit with one segment split or two joined, or why not. */
export function resegment(unit: Unit, change: Resegmentation): Unit | ResegmentRefusal {
  const places = unit.parts.flatMap((part, index) => (part.kind === 'segment' ? [index] : []));
  const [at, next] = [places[change.segment], places[change.segment + 1]];
  const last = change.kind === 'split' ? at : next;
  if (at === undefined || last === undefined) return 'resegment-impossible';
  const parts = unit.parts.slice(at, last + 1);
  const locked = parts.some((part) => part.kind === 'segment' && part.locked === true);
  if (!unit.canResegment || !unit.translate || locked) return 'resegment-not-allowed';
  const changed = change.kind === 'split' ? split(unit, parts[0], change) : [join(parts)];
  if (changed === null) return 'resegment-impossible';
  return { ...unit, parts: [...unit.parts.slice(0, at), ...changed, ...unit.parts.slice(last + 1)] };
}

function split(
  unit: Unit,
  segment: UnitPart | undefined,
  at: { readonly source: number; readonly target: number | null },
): readonly UnitPart[] | null {
  if (segment?.kind !== 'segment') return null;
  const cuts = findCuts(segment.source, segment.target, at);
  if (cuts === null) return null;
  const [source, target] = [cutContent(segment.source, cuts.source), cutContent(segment.target, cuts.target)];
  const taken = new Set(unit.parts.flatMap(idsOf));
  const ranges = splitRange(segment.source, segment.range, source);
  const half = (id: string, which: 0 | 2): Segment => {
    const own = target === null ? null : target[which];
    const state = splitState(segment.state, source[which], own);
    const { subState } = segment;
    return {
      kind: 'segment',
      id: segmentId(id),
      state,
      ...(subState !== undefined && state === segment.state ? { subState } : {}),
      source: source[which],
      target: own,
      ...(ranges === null ? {} : { range: ranges[which] }),
    };
  };
  const gap = {
    kind: 'ignorable' as const,
    source: source[1],
    target: target === null ? null : target[1],
    ...(ranges === null ? {} : { range: ranges[1] }),
  };
  return [half(segment.id, 0), ...(isEmpty(gap.source) ? [] : [gap]), half(freshId(segment.id, taken), 2)];
}

/**
 * Where both sides are cut: white space around the cut lies between the segments, in the target too. null where a
 * half of the source would be empty, or the place is none.
 */
export function findCuts(
  source: Content,
  target: Content | null,
  at: { readonly source: number; readonly target: number | null },
): { readonly source: Cut; readonly target: Cut } | null {
  if ((target === null) !== (at.target === null)) return null;
  if (!isPlace(source, at.source) || (target !== null && !isPlace(target, at.target ?? -1))) return null;
  const cut = withSpace(source, at.source);
  if (cut.from <= 0 || cut.to >= lengthOf(source)) return null;
  const place = at.target ?? 0;
  const hasGap = cut.to > cut.from;
  return {
    source: cut,
    target: target !== null && hasGap ? withSpace(target, place) : { from: place, to: place },
  };
}

/** A half that has no translation of its own is not translated; what was checked must be checked again. */
export function splitState(state: State, source: Content, target: Content | null): State {
  if (target === null || (isEmpty(target) && !isEmpty(source))) return 'initial';
  return compareStates(state, 'translated') > 0 ? 'translated' : state;
}

function cutContent(content: Content, cut: Cut): readonly [Content, Content, Content];
function cutContent(content: Content | null, cut: Cut): readonly [Content, Content, Content] | null;
function cutContent(content: Content | null, { from, to }: Cut): readonly [Content, Content, Content] | null {
  if (content === null) return null;
  return [
    sliceContent(content, 0, from),
    sliceContent(content, from, to),
    sliceContent(content, to, lengthOf(content)),
  ];
}

/** Between two characters or codes; never inside one. */
function isPlace(content: Content, position: number): boolean {
  if (!Number.isInteger(position) || position < 0 || position > lengthOf(content)) return false;
  const [before] = sliceContent(content, position - 1, position);
  const [after] = sliceContent(content, position, position + 1);
  const isHalf = (part: unknown): boolean => typeof part === 'string' && /^\p{Surrogate}$/u.test(part);
  return !(isHalf(before) && isHalf(after));
}

/** The cut widened over the white space on both sides; spaces that do not break stay. */
function withSpace(content: Content, position: number): Cut {
  const isSpace = (at: number): boolean => {
    const [part] = sliceContent(content, at, at + 1);
    return typeof part === 'string' && /^[^\S\u00a0\u202f\ufeff]$/u.test(part);
  };
  let [from, to] = [position, position];
  while (from > 0 && isSpace(from - 1)) from -= 1;
  while (isSpace(to)) to += 1;
  return { from, to };
}

/** One segment of several parts: the earliest state, with its subState. */
function join(parts: readonly UnitPart[]): Segment {
  const segments = parts.filter((part) => part.kind === 'segment');
  const [first] = segments;
  if (first === undefined) throw new Error('nothing to join');
  const hasTarget = parts.some((part) => part.target !== null);
  const target = parts.map((part) => part.target ?? (part.kind === 'ignorable' ? part.source : []));
  const range = joinedRange(parts);
  return {
    kind: 'segment',
    id: first.id,
    ...joinedState(segments),
    source: normalizeContent(parts.flatMap((part) => part.source)),
    target: hasTarget ? normalizeContent(target.flat()) : null,
    ...(range === null ? {} : { range }),
  };
}

/** The earliest of the states, with the subState that goes with it, if all that have that state agree on one. */
export function joinedState(
  segments: readonly { readonly state: State; readonly subState?: string | undefined }[],
): { readonly state: State; readonly subState?: string } {
  const state = segments.map((each) => each.state).toSorted(compareStates)[0] ?? 'initial';
  const subStates = new Set(segments.filter((each) => each.state === state).map((each) => each.subState));
  const [subState] = subStates;
  return { state, ...(subStates.size === 1 && subState !== undefined ? { subState } : {}) };
}

function joinedRange(parts: readonly UnitPart[]): ByteRange | null {
  const [first, last] = [parts[0]?.range, parts.at(-1)?.range];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function idsOf(part: UnitPart): readonly string[] {
  const codes = [...codesOf(part.source), ...codesOf(part.target ?? [])].map((code) => code.id);
  return part.kind === 'segment' ? [part.id, ...codes] : codes;
}
