/** What speaks against the codes of a unit's new targets: unknown ones, halves without their other, broken rules. */
import { canClone, checkCodes } from '../../../core/document/check-codes.ts';
import { problem, type Place, type Problem } from '../../../core/problem.ts';
import { loneHalves, pairOf } from '../../../core/text/code-pairs.ts';
import { codeKey, codesOf, isSameCode, type Content, type InlineCode } from '../../../core/text/content.ts';
import { codeOf, contentOf, nextCode, type CodeMarkup, type FoundCode, type FoundContent } from './codes.ts';
import { nestedPositions } from './nesting.ts';
import type { PlanOptions, SegmentPlan } from './plan.ts';
import type { FoundPart, FoundUnit } from './unit.ts';

/**
 * The editing hints that only a segment's own source can tell of. Where a code may be at all is seen for the unit
 * as a whole, because another segment may hold it.
 */
export function segmentCodeProblems(
  part: FoundPart,
  target: Content,
  draft: boolean,
  place: Place,
): readonly Problem[] {
  const present = part.target === null ? null : contentOf(part.target);
  return checkCodes(contentOf(part.source), target, { present, draft })
    .filter(({ code }) => code === 'code-not-deletable' || code === 'code-order' || code === 'code-overlap')
    .map((each) => ({ ...each, place }));
}

/** Whether the target has exactly its source's codes in their order: they break no hint. */
export function hasCodesOf(target: Content, source: FoundContent): boolean {
  let at = nextCode(source, 0);
  for (const part of target) {
    if (typeof part === 'string') continue;
    const like = source[at];
    if (like?.kind !== 'code' || !isSameCode(like, part)) return false;
    at = nextCode(source, at + 1);
  }
  return at === source.length;
}

/** Ids of codes that only an element can stand for, where the content needs two. */
export function unsplittable(
  content: Content,
  markup: CodeMarkup,
  options: Pick<PlanOptions, 'splits'>,
): ReadonlySet<string> {
  if (!holdsFixed(markup, options)) return NO_IDS;
  const foundOf = (code: InlineCode): FoundCode | undefined => markup.get(code);
  const nested = nestedPositions(content, (code) => (foundOf(code)?.half ?? 'whole') !== 'whole');
  const ids = content.flatMap((part, position) => {
    if (typeof part === 'string' || nested.has(position)) return [];
    const found = foundOf(part);
    return found === undefined || found.half === 'whole' || options.splits(found) ? [] : [part.id];
  });
  return new Set(ids);
}

const NO_IDS: ReadonlySet<string> = new Set();

/** Whether a code of the unit is half of an element that cannot be halved. */
function holdsFixed({ all }: CodeMarkup, options: Pick<PlanOptions, 'splits'>): boolean {
  for (const found of all) if (found.half !== 'whole' && !options.splits(found)) return true;
  return false;
}

/** Codes that are not there to be written, written twice, or left without their other half. */
export function codeProblems(
  found: FoundUnit,
  segments: readonly SegmentPlan[],
  markup: CodeMarkup,
  path: string,
): readonly Problem[] {
  if (keepsAllCodes(found, segments)) return [];
  let at = 0;
  const updated = found.parts.map((part) =>
    part.kind === 'ignorable' ? null : (segments[at++]?.target ?? null),
  );
  const codes = found.parts.flatMap((part, index) => codesOf(updated[index] ?? contentOf(part.target ?? [])));
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const code of codes) {
    const key = codeKey(code);
    const own = markup.get(code);
    const values = { id: code.id, text: code.text || code.equiv };
    if (own === undefined) problems.push(problem('code-unknown', { path }, values));
    else if (seen.has(key) || (own.clone === true && !canClone(codeOf(own)))) {
      problems.push(problem('code-duplicate', { path }, values));
    }
    seen.add(key);
  }
  return [...problems, ...halfProblems(found, updated, codes, path)];
}

/** Whether no target changes, or none of them will have other codes than its source. */
function keepsAllCodes(found: FoundUnit, segments: readonly SegmentPlan[]): boolean {
  let at = 0;
  let changes = false;
  let keeps = true;
  for (const part of found.parts) {
    const updated = part.kind === 'ignorable' ? null : (segments[at++]?.target ?? null);
    changes ||= updated !== null;
    keeps &&= keepsCodes(part, updated);
  }
  return keeps || !changes;
}

/**
 * Whether the target, as it will be, has exactly its source's codes in their order, or is not there yet. Where this
 * is so of each part, every code is known, is there once, and has its other half wherever the source has it.
 */
function keepsCodes({ source, target }: FoundPart, updated: Content | null): boolean {
  const written = updated ?? (target === null ? null : contentOf(target));
  return written === null || hasCodesOf(written, source);
}

function halfProblems(
  found: FoundUnit,
  updated: readonly (Content | null)[],
  codes: readonly InlineCode[],
  path: string,
): readonly Problem[] {
  const lone = new Set(loneHalves(codes).map(pairOf));
  if (lone.size === 0) return [];
  const sources = found.parts.map((part) => codesOf(contentOf(part.source)));
  const loneInSource = new Set(loneHalves(sources.flat()).map(pairOf));
  return [...lone].flatMap((pair) => {
    // The other half may still come, with a part that this update leaves alone.
    const waiting = sources.some(
      (codesOfPart, index) => updated[index] === null && codesOfPart.some((code) => pairOf(code) === pair),
    );
    if (waiting || loneInSource.has(pair)) return [];
    const id = pair.slice(pair.indexOf(':') + 1);
    return [problem('code-unbalanced', { path }, { id, text: '' })];
  });
}
