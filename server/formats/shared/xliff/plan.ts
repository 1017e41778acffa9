/**
 * What an update means for the unit it is for: the resulting target and state of each segment, or why it is
 * refused. A unit is changed as a whole or not at all.
 */
import { compareStates, type State } from '../../../core/document/state.ts';
import type { Note } from '../../../core/document/unit.ts';
import type { SegmentUpdate, UnitUpdate } from '../../../core/document/update.ts';
import { problem, type Place, type Problem } from '../../../core/problem.ts';
import { hasLoneSurrogate, normalizeContent, sameContent, type Content } from '../../../core/text/content.ts';
import { codePointName, illegalCharacter } from '../xml/escape.ts';
import { contentOf, type CodeMarkup, type FoundCode } from './codes.ts';
import { codeProblems, segmentCodeProblems, unsplittable } from './plan-codes.ts';
import { CloneNames } from './plan-clones.ts';
import type { FoundPart, FoundUnit } from './unit.ts';

export interface SegmentPlan {
  /** The new target; null where it stays. */
  readonly target: Content | null;
  readonly state: State;
  readonly subState: string | undefined;
  /** Nothing is to be written of its state, not even beside a new target. */
  readonly unsaid: boolean;
  /** Whether state or subState are to be written. */
  readonly restated: boolean;
}

export interface UnitPlan {
  /** One for each segment of the unit, in order. */
  readonly segments: readonly SegmentPlan[];
  readonly notes: readonly Note[];
  readonly markup: CodeMarkup;
}

export interface PlanOptions {
  readonly translate: boolean;
  readonly writesIllegalCharacters: boolean;
  /** Whether a pair that is one element can be written as two. */
  splits(found: FoundCode): boolean;
}

/** The plan, or the reasons against it. */
export function planUnit(
  found: FoundUnit,
  update: UnitUpdate,
  options: PlanOptions,
): { readonly plan: UnitPlan | null; readonly problems: readonly Problem[] } {
  const path = `unit ${update.unit}`;
  const parts = segmentsOf(found);
  if (update.segments.length > 0 && update.segments.length !== parts.length) {
    const values = { unit: update.unit, expected: parts.length, found: update.segments.length };
    return { plan: null, problems: [problem('update-segment-unknown', { path }, values)] };
  }
  const locked = parts.findIndex(
    (part, index) => (part.locked || !options.translate) && isAsked(update.segments[index]),
  );
  if (locked >= 0) {
    const place = { path: `${path} > segment ${locked + 1}` };
    return { plan: null, problems: [problem('update-locked', place, { unit: update.unit })] };
  }
  const clones = new CloneNames(found);
  const segments: SegmentPlan[] = [];
  for (const part of parts) {
    segments.push(planSegment(part, update.segments[segments.length] ?? NOTHING, clones));
  }
  const problems: Problem[] = [];
  let at = 0;
  for (const part of parts) {
    const segment = segments[at];
    const wanted = update.segments[at] ?? NOTHING;
    at += 1;
    if (segment === undefined) continue;
    const place = { path: `${path} > segment ${at}` };
    addSegmentProblems(problems, part, segment, wanted, place, options, clones.markup);
  }
  for (const each of codeProblems(found, segments, clones.markup, path)) problems.push(each);
  if (problems.length > 0) return { plan: null, problems };
  return { plan: { segments, notes: update.notes ?? [], markup: clones.markup }, problems };
}

/** Here and in what is called for every unit there are plain loops: they are what a unit costs. */
function segmentsOf(found: FoundUnit): readonly FoundPart[] {
  const parts: FoundPart[] = [];
  for (const part of found.parts) if (part.kind === 'segment') parts.push(part);
  return parts;
}

const NOTHING: SegmentUpdate = {};

/** Whether anything is to be changed. */
function isAsked(update: SegmentUpdate = NOTHING): boolean {
  return update.target !== undefined || update.state !== undefined || update.subState !== undefined;
}

/** A target that differs in white space alone differs. State and subState stay together or go together. */
function planSegment(part: FoundPart, wanted: SegmentUpdate, clones: CloneNames): SegmentPlan {
  const old = part.target === null ? null : contentOf(part.target);
  const target = wanted.target === undefined ? null : clones.name(normalizeContent(wanted.target));
  const changed = target !== null && (old === null || !sameContent(old, target));
  const unsaid = wanted.state === null;
  const state = wanted.state ?? (target === null || unsaid ? part.state : 'translated');
  const keeps = unsaid || (!changed && state === part.state);
  const subState = wanted.subState ?? (keeps ? part.subState : undefined);
  return {
    target: changed ? target : null,
    state,
    subState,
    unsaid,
    restated: state !== part.state || subState !== part.subState,
  };
}

function addSegmentProblems(
  problems: Problem[],
  part: FoundPart,
  segment: SegmentPlan,
  wanted: SegmentUpdate,
  place: Place,
  options: PlanOptions,
  markup: CodeMarkup,
): void {
  if (wanted.target === undefined && part.target === null && segment.state !== 'initial') {
    problems.push(problem('update-state-invalid', place, { state: segment.state }));
  }
  if (segment.target === null) return;
  const illegal = options.writesIllegalCharacters ? null : illegalIn(segment.target);
  if (hasLoneSurrogate(segment.target)) problems.push(problem('text-surrogate', place));
  else if (illegal !== null) {
    problems.push(problem('xml-character-illegal', place, { character: codePointName(illegal) }));
  }
  for (const id of unsplittable(segment.target, markup, options)) {
    problems.push(problem('code-unbalanced', place, { id, text: '' }));
  }
  const draft = segment.state === 'initial';
  for (const each of segmentCodeProblems(part, segment.target, draft, place)) problems.push(each);
}

/** The first character of the text that XML cannot hold. */
function illegalIn(content: Content): number | null {
  for (const part of content) {
    const illegal = typeof part === 'string' ? illegalCharacter(part) : null;
    if (illegal !== null) return illegal;
  }
  return null;
}

/** The state that comes first among those of the segments. */
export function lowestState(segments: readonly { readonly state: State }[]): State {
  let lowest: State = 'final';
  for (const { state } of segments) if (compareStates(state, lowest) < 0) lowest = state;
  return lowest;
}
