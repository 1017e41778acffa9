/**
 * What an update means for the unit it is for: the resulting target and state of each segment, or why it is
 * refused. A unit is changed as a whole or not at all.
 */
import { compareStates, type State } from '../../../core/document/state.ts';
import type { Note } from '../../../core/document/unit.ts';
import type { SegmentUpdate, UnitUpdate } from '../../../core/document/update.ts';
import { problem, type Problem } from '../../../core/problem.ts';
import {
  hasLoneSurrogate,
  isSameCode,
  normalizeContent,
  sameContent,
  type Content,
} from '../../../core/text/content.ts';
import { codePointName, illegalCharacter } from '../xml/escape.ts';
import { contentOf, type CodeMarkup, type FoundCode, type FoundContent } from './codes.ts';
import { codeProblems, hasCodesOf, segmentCodeProblems, unsplittable } from './plan-codes.ts';
import { CloneNames } from './plan-clones.ts';
import type { FoundPart, FoundUnit } from './unit.ts';

export interface SegmentPlan {
  /** The new target; null where it stays. */
  readonly target: Content | null;
  /** What was found with the same codes in the same order as the new target, in a unit whose codes are alike. */
  readonly like: FoundContent | null;
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

/**
 * The plan, or the reasons against it. Here and in what is called for every unit there are plain loops: they are what
 * a unit costs.
 */
export function planUnit(
  found: FoundUnit,
  update: UnitUpdate,
  options: PlanOptions,
): { readonly plan: UnitPlan | null; readonly problems: readonly Problem[] } {
  const refusal = refusalOf(found, update, options);
  if (refusal !== null) return { plan: null, problems: [refusal] };
  const markup = new CloneNames(found);
  const segments: SegmentPlan[] = [];
  let plain = found.alike;
  for (const part of found.parts) {
    if (part.kind === 'ignorable') continue;
    const segment = planSegment(part, update.segments[segments.length] ?? NOTHING, found, markup);
    plain &&= segment.target === null || segment.like !== null;
    segments.push(segment);
  }
  const problems: Problem[] = [];
  let at = 0;
  for (const part of found.parts) {
    const segment = part.kind === 'ignorable' ? undefined : segments[at];
    if (segment === undefined) continue;
    addSegmentProblems(problems, { part, segment, plain, update, at, options, markup });
    at += 1;
  }
  const ofUnit = plain ? [] : codeProblems(found, segments, markup, `unit ${update.unit}`);
  // One by one: a unit may have more than a call has room for.
  for (const each of ofUnit) problems.push(each);
  if (problems.length > 0) return { plan: null, problems };
  return { plan: { segments, notes: update.notes ?? [], markup }, problems };
}

const NOTHING: SegmentUpdate = {};

/** What speaks against the update whatever it says. */
function refusalOf({ parts }: FoundUnit, update: UnitUpdate, options: PlanOptions): Problem | null {
  const { unit, segments } = update;
  let count = 0;
  let locked = 0;
  for (const part of parts) {
    if (part.kind === 'ignorable') continue;
    if ((part.locked || !options.translate) && locked === 0 && isAsked(segments[count])) locked = count + 1;
    count += 1;
  }
  if (segments.length > 0 && segments.length !== count) {
    const values = { unit, expected: count, found: segments.length };
    return problem('update-segment-unknown', { path: `unit ${unit}` }, values);
  }
  return locked === 0 ? null : problem('update-locked', { path: pathOf(update, locked) }, { unit });
}

/** `number`: of the segment, from 1. */
function pathOf({ unit }: UnitUpdate, number: number): string {
  return `unit ${unit} > segment ${number}`;
}

/** Whether anything is to be changed. */
function isAsked(update: SegmentUpdate = NOTHING): boolean {
  return update.target !== undefined || update.state !== undefined || update.subState !== undefined;
}

/** A target that differs in white space alone differs. State and subState stay together or go together. */
function planSegment(
  part: FoundPart,
  wanted: SegmentUpdate,
  { alike }: FoundUnit,
  clones: CloneNames,
): SegmentPlan {
  const given = wanted.target === undefined ? null : normalizeContent(wanted.target);
  const like =
    given !== null && alike && hasCodesOf(given, part.source) ? (part.target ?? part.source) : null;
  const target = given === null || like !== null ? given : clones.name(given);
  const changed = target !== null && (part.target === null || !says(part.target, target));
  const unsaid = wanted.state === null;
  const state = wanted.state ?? (target === null || unsaid ? part.state : 'translated');
  const keeps = unsaid || (!changed && state === part.state);
  const subState = wanted.subState ?? (keeps ? part.subState : undefined);
  return {
    target: changed ? target : null,
    like,
    state,
    subState,
    unsaid,
    restated: state !== part.state || subState !== part.subState,
  };
}

/** Whether what was found says what the content says, which has no empty texts and no two beside each other. */
function says(found: FoundContent, content: Content): boolean {
  let at = 0;
  for (const part of found) {
    const other = content[at];
    at += 1;
    if (part.kind === 'code') {
      if (other === undefined || typeof other === 'string' || !isSameCode(part, other)) return false;
    } else if (part.text !== other) {
      // What was found may go on with another text.
      const begins = part.text === '' || (typeof other === 'string' && other.startsWith(part.text));
      return begins && sameContent(contentOf(found), content);
    }
  }
  return at === content.length;
}

/** A segment that is planned, and what was asked. */
interface Planned {
  readonly part: FoundPart;
  readonly segment: SegmentPlan;
  /** Whether all codes of the unit are its sources', each once, in their order: then nothing speaks against any. */
  readonly plain: boolean;
  readonly update: UnitUpdate;
  /** Which segment it is, from 0. */
  readonly at: number;
  readonly options: PlanOptions;
  readonly markup: CodeMarkup;
}

function addSegmentProblems(problems: Problem[], planned: Planned): void {
  const { part, segment, update, at, options, markup } = planned;
  const { target, state } = segment;
  if (update.segments[at]?.target === undefined && part.target === null && state !== 'initial') {
    problems.push(problem('update-state-invalid', { path: pathOf(update, at + 1) }, { state }));
  }
  if (target === null) return;
  if (!options.writesIllegalCharacters) {
    const place = { path: pathOf(update, at + 1) };
    const illegal = illegalIn(target);
    if (hasLoneSurrogate(target)) problems.push(problem('text-surrogate', place));
    else if (illegal !== null)
      problems.push(problem('xml-character-illegal', place, { character: codePointName(illegal) }));
  }
  if (planned.plain) return;
  const place = { path: pathOf(update, at + 1) };
  for (const id of unsplittable(target, markup, options)) {
    problems.push(problem('code-unbalanced', place, { id, text: '' }));
  }
  if (hasCodesOf(target, part.source)) return;
  for (const each of segmentCodeProblems(part, target, state === 'initial', place)) problems.push(each);
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
