/**
 * What an update means for the unit it is for: the resulting target and state of each segment, or why it is
 * refused. A unit is changed as a whole or not at all.
 */
import { compareStates, type State } from '../../../core/document/state.ts';
import type { Note } from '../../../core/document/unit.ts';
import type { UnitUpdate } from '../../../core/document/update.ts';
import { problem, type Problem } from '../../../core/problem.ts';
import {
  codeKey,
  codesOf,
  normalizeContent,
  sameContent,
  textOf,
  type Content,
  type InlineCode,
} from '../../../core/text/content.ts';
import { codePointName, illegalCharacter } from '../xml/escape.ts';
import { contentOf, markupOf, type CodeMarkup, type FoundCode } from './codes.ts';
import { nestedPositions, opens, pairOf } from './nesting.ts';
import type { FoundUnit } from './unit.ts';

export interface SegmentPlan {
  /** The new target; null where it stays. */
  readonly target: Content | null;
  readonly state: State;
  readonly subState: string | undefined;
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
  const refuse = (...problems: readonly Problem[]) => ({ plan: null, problems });
  const parts = found.parts.filter((part) => part.kind === 'segment');
  if (update.segments.length > 0 && update.segments.length !== parts.length) {
    const values = { unit: update.unit, expected: parts.length, found: update.segments.length };
    return refuse(problem('update-segment-unknown', { path }, values));
  }
  const problems: Problem[] = [];
  const contents = found.parts.map((part) => part.source);
  const markup = markupOf([...contents, ...found.parts.map((part) => part.target)]);
  const segments = parts.map((part, index): SegmentPlan => {
    const place = { path: `${path} > segment ${index + 1}` };
    const wanted = update.segments[index] ?? {};
    const asked = wanted.target !== undefined || wanted.state !== undefined || wanted.subState !== undefined;
    if (asked && (!options.translate || part.locked)) {
      problems.push(problem('update-locked', place, { unit: update.unit }));
    }
    const old = part.target === null ? null : contentOf(part.target);
    const target = wanted.target === undefined ? null : normalizeContent(wanted.target);
    const changed = target !== null && (old === null || !sameContent(old, target));
    const state = wanted.state ?? (target === null ? part.state : 'translated');
    const keeps = !changed && state === part.state;
    const subState = wanted.subState ?? (keeps ? part.subState : undefined);
    if (target === null && old === null && state !== 'initial') {
      problems.push(problem('update-state-invalid', place, { state }));
    }
    const illegal =
      target === null || options.writesIllegalCharacters ? null : illegalCharacter(textOf(target));
    if (illegal !== null) {
      problems.push(problem('xml-character-illegal', place, { character: codePointName(illegal) }));
    }
    const unsplit = target === null ? new Set<string>() : unsplittable(target, markup, options);
    for (const code of unsplit) problems.push(problem('code-unbalanced', place, { id: code, text: '' }));
    return {
      target: changed ? target : null,
      state,
      subState,
      restated: state !== part.state || subState !== part.subState,
    };
  });
  problems.push(...codeProblems(found, segments, markup, path));
  if (problems.length > 0) return refuse(...problems);
  return { plan: { segments, notes: update.notes ?? [], markup }, problems };
}

/** Ids of codes that only an element can stand for, where the content needs two. */
function unsplittable(content: Content, markup: CodeMarkup, options: PlanOptions): ReadonlySet<string> {
  const foundOf = (code: InlineCode): FoundCode | undefined => markup.get(codeKey(code));
  const nested = nestedPositions(content, (code) => (foundOf(code)?.half ?? 'whole') !== 'whole');
  const ids = content.flatMap((part, position) => {
    if (typeof part === 'string' || nested.has(position)) return [];
    const found = foundOf(part);
    return found === undefined || found.half === 'whole' || options.splits(found) ? [] : [part.id];
  });
  return new Set(ids);
}

/** Codes that are not there to be written, written twice, or left without their other half. */
function codeProblems(
  found: FoundUnit,
  segments: readonly SegmentPlan[],
  markup: CodeMarkup,
  path: string,
): readonly Problem[] {
  if (segments.every((segment) => segment.target === null)) return [];
  let at = 0;
  const updated = found.parts.map((part) =>
    part.kind === 'ignorable' ? null : (segments[at++]?.target ?? null),
  );
  const codes = found.parts.flatMap((part, index) => codesOf(updated[index] ?? contentOf(part.target ?? [])));
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const code of codes) {
    const key = codeKey(code);
    if (!markup.has(key))
      problems.push(problem('code-unknown', { path }, { id: code.id, text: code.text || code.equiv }));
    else if (seen.has(key))
      problems.push(problem('code-duplicate', { path }, { id: code.id, text: code.text || code.equiv }));
    seen.add(key);
  }
  const lone = loneHalves(codes);
  if (lone.size === 0) return problems;
  const sources = found.parts.map((part) => codesOf(contentOf(part.source)));
  const loneInSource = loneHalves(sources.flat());
  for (const pair of lone) {
    // The other half may still come, with a part that this update leaves alone.
    const waiting = sources.some(
      (codesOfPart, index) => updated[index] === null && codesOfPart.some((code) => pairOf(code) === pair),
    );
    if (waiting || loneInSource.has(pair)) continue;
    const id = pair.slice(pair.indexOf(':') + 1);
    problems.push(problem('code-unbalanced', { path }, { id, text: '' }));
  }
  return problems;
}

/** Pairs of which only one half is there, or whose end comes before their beginning. */
function loneHalves(codes: readonly InlineCode[]): ReadonlySet<string> {
  const open = new Set<string>();
  const lone = new Set<string>();
  for (const code of codes) {
    const pair = pairOf(code);
    if (pair === '') continue;
    if (opens(code)) open.add(pair);
    else if (!open.delete(pair)) lone.add(pair);
  }
  for (const pair of open) lone.add(pair);
  return lone;
}

/** The state that comes first among those of the segments. */
export function lowestState(states: readonly State[]): State {
  return states.reduce((lowest, state) => (compareStates(state, lowest) < 0 ? state : lowest), 'final');
}
