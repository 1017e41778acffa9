/** One row of a receipt: what came back for a segment, mended where that is safe, against what we have. */
import { checkCodes } from '../check-codes.ts';
import type { Problem } from '../../problem.ts';
import { compareStates } from '../state.ts';
import type { Segment } from '../unit.ts';
import { sameContent, textOf } from '../../text/content.ts';
import type { SegmentMatch } from './align-segments.ts';
import { compareCodes, lostTargetCodes, renameCodes, renamedCodes } from './compare-codes.ts';
import { withoutIndenting } from './reindented.ts';
import { isUntranslated, type PlacedSegment, type Returned } from './returned.ts';
import type { Difference, ReceiptChange, ReceiptRow, Repair, Taking } from './row.ts';
import { sameSource } from './source-key.ts';

export interface RowContext {
  /** The segment as it was sent; null where that is not known. */
  readonly sent: Segment | null;
  /** The file lost what it said of the unit's state, so that it says nothing against ours. */
  readonly isStateLost: boolean;
  /** Both sides were read from one format, so that what codes say of themselves can be compared. */
  readonly sameFormat: boolean;
  /** What differs in its unit, told where the unit begins. */
  readonly ofUnit: readonly Difference[];
  readonly repairsOfUnit: readonly Repair[];
}

export function buildRow(match: SegmentMatch, context: RowContext): ReceiptRow {
  const { segment: ours, unit } = match;
  const { sent } = context;
  const reference = sent ?? ours;
  const found = match.theirs === null ? null : mended(reference, match.theirs, context);
  const theirs = found?.theirs ?? null;
  const change = changeOf(match, theirs, sent);
  // A text that lacks a code is let in, and says so: it can be mended here.
  const problems =
    theirs?.target == null
      ? []
      : checkCodes(ours.source, theirs.target, { present: ours.target, draft: true });
  const differences = [
    ...context.ofUnit,
    ...(theirs === null ? [] : differencesOf(match, reference, theirs, context)),
  ];
  const row = {
    change,
    unit: unit.id,
    segment: ours.id,
    source: ours.source,
    theirSource: theirs === null || sameContent(theirs.source, ours.source) ? null : theirs.source,
    sent: sent?.target ?? null,
    ours: ours.target,
    theirs: theirs?.target ?? null,
    ourState: ours.state,
    theirState: theirs?.state ?? null,
    theirSubState: theirs?.subState ?? null,
    problems,
    differences,
    repairs: [...context.repairsOfUnit, ...match.repairs, ...(found?.repairs ?? [])],
  };
  return { ...row, taking: match.mapping === 'apart' ? 'never' : takingOf(row) };
}

/** A row for what the file has and we do not. */
export function unknownRow({ unit, segment }: PlacedSegment, ofUnit: readonly Difference[]): ReceiptRow {
  return {
    change: 'unknown',
    unit: unit.id,
    segment: segment.id,
    source: segment.source,
    theirSource: null,
    sent: null,
    ours: null,
    theirs: segment.target,
    ourState: null,
    theirState: segment.state,
    theirSubState: segment.subState ?? null,
    taking: 'never',
    problems: [],
    differences: ofUnit,
    repairs: [],
  };
}

/** Undoes what the other tool did to names, white space and states. */
function mended(
  ours: Segment,
  theirs: Returned,
  { isStateLost }: RowContext,
): { readonly theirs: Returned; readonly repairs: readonly Repair[] } {
  const repairs: Repair[] = [];
  let result = theirs;
  if (sameSource(ours.source, theirs.source)) {
    const names = renamedCodes(ours.source, theirs.source);
    if (names !== null) {
      const after = [...names.keys()].join(' ');
      repairs.push({ code: 'codes-renamed', place: 'source', before: [...names.values()].join(' '), after });
      const target = result.target === null ? null : renameCodes(result.target, names);
      result = { ...result, source: renameCodes(result.source, names), target };
    }
    if (textOf(ours.source) !== textOf(theirs.source)) {
      const [before, after] = [textOf(ours.source), textOf(theirs.source)];
      repairs.push({ code: 'white-space', place: 'source', before, after });
      const target = result.target === null ? null : withoutIndenting(result.target, ours.source);
      result = { ...result, target };
    }
  }
  const { target } = result;
  const isSame = target !== null && ours.target !== null && sameContent(target, ours.target);
  if (isStateLost && isSame && (result.state !== ours.state || bringsSubState(ours, result))) {
    repairs.push({ code: 'state-missing', place: 'segment', before: ours.state, after: result.state });
    result = { ...result, state: ours.state, subState: ours.subState ?? null };
  }
  return { theirs: result, repairs };
}

function changeOf(match: SegmentMatch, theirs: Returned | null, sent: Segment | null): ReceiptChange {
  const { segment: ours } = match;
  if (theirs === null) return 'lost';
  if (!sameSource(ours.source, theirs.source)) return 'source-differs';
  if (match.mapping === 'apart') return 'resegmented';
  if (isUntranslated(theirs) || isEmptied(ours, theirs)) {
    if (isUntranslated(ours)) return 'kept';
    return sent !== null && isUntranslated(sent) ? 'older' : 'missing-target';
  }
  if (sameText(ours, theirs) && ours.state === theirs.state && !bringsSubState(ours, theirs)) return 'kept';
  if (ours.locked === true) return 'locked';
  if (sent !== null) {
    const untouched = sameText(sent, theirs) && sent.state === theirs.state && !bringsSubState(sent, theirs);
    if (untouched) return 'older';
    const isOurs = sameText(sent, ours) && sent.state === ours.state;
    if (!isOurs && !(isUntranslated(sent) && isUntranslated(ours))) {
      return sameText(ours, theirs) ? 'changed' : 'conflict';
    }
  }
  if (match.mapping === 'guessed') return 'resegmented';
  return isUntranslated(ours) ? 'added' : 'changed';
}

type Side = Pick<Segment, 'target' | 'state'>;

function sameText(a: Side, b: Side): boolean {
  return a.target === null || b.target === null ? a.target === b.target : sameContent(a.target, b.target);
}

/** Whether a subState only spells a state of an older XLIFF: without it, there is another state. */
export function standsForState(subState: string | null): boolean {
  return subState?.startsWith('xlf12:') === true;
}

function bringsSubState(ours: Segment, theirs: Returned): boolean {
  const own = ours.subState ?? null;
  return theirs.subState !== own && (theirs.subState !== null || standsForState(own));
}

/** An empty target is no translation of a text that has one. */
function isEmptied(ours: Segment, theirs: Returned): boolean {
  const isBlank = (side: Side): boolean => side.target?.every((part) => part === '') === true;
  return isBlank(theirs) && !isBlank(ours) && ours.target !== null;
}

function differencesOf(
  match: SegmentMatch,
  ours: Segment,
  theirs: Returned,
  { sameFormat }: RowContext,
): readonly Difference[] {
  const differences: Difference[] = [];
  const { beside } = match;
  if (beside !== null) {
    const after = textOf(beside.content).trim();
    differences.push({ code: 'text-between-marks', place: 'target', before: '', after });
  }
  const [before, after] = [textOf(ours.source), textOf(theirs.source)];
  if (!sameSource(ours.source, theirs.source)) {
    differences.push({ code: 'source-changed', place: 'source', before, after });
    return differences;
  }
  if (match.mapping === 'sure') differences.push(...compareCodes(ours.source, theirs.source, sameFormat));
  differences.push(...lostTargetCodes(ours.source, ours.target, theirs.target));
  if (isUntranslated(theirs)) return differences;
  if (ours.state !== theirs.state && !isUntranslated(ours)) {
    differences.push({ code: 'state-changed', place: 'target', before: ours.state, after: theirs.state });
  }
  const [was, is] = [ours.subState ?? '', theirs.subState ?? ''];
  if (was !== is && !isUntranslated(ours)) {
    const code = is === '' ? 'sub-state-lost' : 'sub-state-changed';
    differences.push({ code, place: 'target', before: was, after: is });
  }
  return differences;
}

function nameOfProblem({ code, values }: Problem): string {
  return JSON.stringify([code, values]);
}

function takingOf(row: Omit<ReceiptRow, 'taking'>): Taking {
  if (row.theirs === null || row.problems.some((each) => each.severity === 'error')) return 'never';
  // What ours lacks already, theirs does not lose.
  const known = new Set(row.ours === null ? [] : checkCodes(row.source, row.ours).map(nameOfProblem));
  switch (row.change) {
    case 'changed':
    case 'added': {
      const isLowered =
        row.ours !== null &&
        sameContent(row.ours, row.theirs) &&
        compareStates(row.theirState ?? 'initial', row.ourState ?? 'initial') < 0;
      const isClean =
        !isLowered &&
        row.problems.every((each) => known.has(nameOfProblem(each))) &&
        row.differences.every(({ code }) => code !== 'code-lost' && code !== 'text-between-marks');
      return isClean ? 'suggested' : 'possible';
    }
    case 'conflict':
    case 'resegmented':
    case 'source-differs':
    case 'older':
      return 'possible';
    case 'kept':
    case 'locked':
    case 'lost':
    case 'missing-target':
    case 'unknown':
      return 'never';
  }
}
