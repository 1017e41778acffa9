/**
 * The receipt: what came back, segment by segment, against what was sent and what we have. It decides nothing; it
 * shows a person what applying would do, and proves what was kept.
 */
import { checkUnit } from './check-unit.ts';
import type { Document } from './document.ts';
import { alignSegments, type AlignedSegments } from './receipt/align-segments.ts';
import { alignUnits, type UnitGroup } from './receipt/align-units.ts';
import { buildRow, unknownRow } from './receipt/build-row.ts';
import { compareNotes } from './receipt/compare-notes.ts';
import type { TargetCutter } from './receipt/cut-target.ts';
import { risingSubsequence } from './receipt/in-order.ts';
import { joinReasons, reasonsOf } from './receipt/reasons.ts';
import { placedSegments, type PlacedSegment } from './receipt/returned.ts';
import {
  type Difference,
  type Receipt,
  type ReceiptChange,
  type ReceiptRow,
  type Repair,
} from './receipt/row.ts';
import type { StructureReport } from './structure.ts';
import { segmentsOf, type Segment, type Unit } from './unit.ts';
import type { Problem } from '../problem.ts';

export interface CompareOptions {
  /** For targets that have to be cut. */
  readonly cutter: TargetCutter;
  /** The document as it was sent, where ours may have gone on since; null: ours is what was sent, or nobody knows. */
  readonly sent: Document | null;
  /** What became of the rest of the file that was sent; null where nobody compared it. */
  readonly structure: StructureReport | null;
}

/** Units, as a rule. */
const GROUPS_A_STEP = 100;

/** Compares a document that came back with the one we have. */
export function compareDocuments(ours: Document, theirs: Document, options: CompareOptions): Receipt {
  const steps = compareInSteps(ours, theirs, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, a few milliseconds at a time: between two steps, others may have their turn. */
export function* compareInSteps(
  ours: Document,
  theirs: Document,
  options: CompareOptions,
): Generator<undefined, Receipt> {
  const context: Context = {
    ...options,
    sentSegments: new Map(
      placedSegments(options.sent?.units ?? []).map(({ unit, segment }) => [nameOf(unit, segment), segment]),
    ),
    sentUnits: new Map((options.sent ?? ours).units.map((unit) => [unit.id, unit])),
    stateLost: stateLostUnits(ours, options),
    sameFormat: (options.sent ?? ours).format === theirs.format,
  };
  yield;
  const groups = alignUnits(ours.units, theirs.units);
  yield;
  const moved = movedUnits(groups, theirs.units);
  const lost: ReceiptRow[] = [];
  const rows: ReceiptRow[] = [];
  for (const [index, group] of groups.entries()) {
    if (index % GROUPS_A_STEP === 0) yield;
    const all = rowsOfGroup(group, moved, context);
    if (group.ours.some((unit) => unit.translate) || group.ours.length === 0) rows.push(...all);
    // Nobody translates them, but they must not get lost.
    else lost.push(...all.filter((row) => row.change === 'lost'));
  }
  yield;
  const known = rows.filter((row) => row.change !== 'unknown');
  const unknown = rows.filter((row) => row.change === 'unknown');
  const all = [...known, ...unknown];
  return {
    rows: all,
    counts: countRows(all),
    structure: options.structure,
    reasons: joinReasons([...(options.structure?.reasons ?? []), ...reasonsOf([...all, ...lost])]),
  };
}

/** Units of which the file lost what says their state: that says nothing against ours. */
function stateLostUnits(ours: Document, { sent, structure }: CompareOptions): ReadonlySet<string> {
  const { units, skeleton } = sent ?? ours;
  // Of a file with one unit a segment, places are not those of these units.
  if (skeleton?.shapes !== undefined) return new Set();
  return new Set((structure?.stateLost ?? []).flatMap((index) => units[index]?.id ?? []));
}

/** The receipt with some of its changed rows told to be older than ours. */
export function markOlder(receipt: Receipt, isOlder: (row: ReceiptRow) => boolean): Receipt {
  const rows = receipt.rows.map((row): ReceiptRow =>
    row.change === 'changed' && isOlder(row) ? { ...row, change: 'older', taking: 'possible' } : row,
  );
  return { ...receipt, rows, counts: countRows(rows) };
}

interface Context extends CompareOptions {
  readonly sentSegments: ReadonlyMap<string, Segment>;
  readonly sentUnits: ReadonlyMap<string, Unit>;
  readonly stateLost: ReadonlySet<string>;
  readonly sameFormat: boolean;
}

function nameOf(unit: Unit, segment: Segment): string {
  return `${unit.id}\u0000${segment.id}`;
}

function rowsOfGroup(group: UnitGroup, moved: ReadonlySet<Unit>, context: Context): readonly ReceiptRow[] {
  const sentOf = ({ unit, segment }: PlacedSegment): Segment | null =>
    context.sentSegments.get(nameOf(unit, segment)) ?? null;
  const aligned: AlignedSegments = alignSegments(group.ours, group.theirs, {
    cutter: context.cutter,
    known: (each) => (sentOf(each) ?? each.segment).target,
  });
  const { differences, repairs } = ofUnit(group, moved, context);
  const inPlace = segmentsInPlace(aligned);
  const rows = aligned.matches.map((match, index) => {
    const isMoved = match.position >= 0 && !inPlace.has(index);
    const move: Difference = { code: 'segment-moved', place: 'segment', before: '', after: '' };
    return buildRow(match, {
      sent: sentOf(match),
      isStateLost: context.stateLost.has(match.unit.id),
      sameFormat: context.sameFormat,
      ofUnit: [...(index === 0 ? differences : []), ...(isMoved ? [move] : [])],
      repairsOfUnit: index === 0 ? repairs : [],
    });
  });
  const alone = group.ours.length === 0;
  const unknown = aligned.unknown.map((each, index) =>
    unknownRow(each, alone && index === 0 ? differences : []),
  );
  return [...withAsked(rows, group), ...unknown];
}

/** What our file asks of length and wording, said of the targets that came back. */
function withAsked(rows: readonly ReceiptRow[], { ours }: UnitGroup): readonly ReceiptRow[] {
  const asking = ours.filter(({ limits, rules }) => limits !== undefined || rules !== undefined);
  if (asking.length === 0) return rows;
  const back = new Map(rows.map((row) => [`${row.unit}\u0000${row.segment}`, row.theirs]));
  const asked = new Map<string, readonly Problem[]>();
  for (const unit of asking) {
    const parts = unit.parts.map((part) =>
      part.kind === 'ignorable' ? part : { ...part, target: back.get(nameOf(unit, part)) ?? null },
    );
    const found = checkUnit({ ...unit, parts });
    segmentsOf(unit).forEach((segment, index) => asked.set(nameOf(unit, segment), found[index] ?? []));
  }
  return rows.map((row) => {
    const found = asked.get(`${row.unit}\u0000${row.segment}`) ?? [];
    return found.length === 0 ? row : { ...row, problems: [...row.problems, ...found] };
  });
}

/** Indexes of the matches that stand in one order on both sides, and of those that stand nowhere. */
function segmentsInPlace({ matches }: AlignedSegments): ReadonlySet<number> {
  const placed = matches.flatMap(({ position }, index) => (position < 0 ? [] : [{ position, index }]));
  const distinct = placed.filter((each, at) => placed[at - 1]?.position !== each.position);
  const rising = risingSubsequence(distinct.map((each) => each.position));
  const out = new Set(distinct.filter((_, at) => !rising.has(at)).map((each) => each.index));
  return new Set(matches.map((_, index) => index).filter((index) => !out.has(index)));
}

/** What differs in a unit as a whole. */
function ofUnit(
  { ours, theirs }: UnitGroup,
  moved: ReadonlySet<Unit>,
  { sentUnits }: Context,
): { readonly differences: readonly Difference[]; readonly repairs: readonly Repair[] } {
  const [first, their] = [ours[0], theirs[0]];
  if (first === undefined) return { differences: [], repairs: [] };
  const sent = ours.flatMap((unit) => (sentUnits.get(unit.id) ?? unit).notes);
  const notes = compareNotes(
    sent,
    theirs.flatMap((unit) => unit.notes),
  );
  const move: Difference = { code: 'unit-moved', place: 'unit', before: '', after: '' };
  const names = (units: readonly Unit[]): string => units.map((unit) => unit.id).join(' ');
  const renamed = their !== undefined && names(ours) !== names(theirs);
  return {
    differences: [...(moved.has(first) ? [move] : []), ...(their === undefined ? [] : notes)],
    repairs: renamed
      ? [{ code: 'unit-renamed', place: 'unit', before: names(ours), after: names(theirs) }]
      : [],
  };
}

/** Those of ours that stand elsewhere among theirs: the fewest that explain the order. */
function movedUnits(groups: readonly UnitGroup[], theirs: readonly Unit[]): ReadonlySet<Unit> {
  const place = new Map(theirs.map((unit, index) => [unit, index]));
  const pairs = groups.flatMap(({ ours: [our], theirs: [their] }) =>
    our === undefined || their === undefined ? [] : [{ our, at: place.get(their) ?? 0 }],
  );
  const rising = risingSubsequence(pairs.map((pair) => pair.at));
  return new Set(pairs.filter((_, index) => !rising.has(index)).map((pair) => pair.our));
}

/** How many rows of each kind there are. */
export function countRows(rows: readonly ReceiptRow[]): Readonly<Record<ReceiptChange, number>> {
  const counts = new Map<ReceiptChange, number>();
  for (const { change } of rows) counts.set(change, (counts.get(change) ?? 0) + 1);
  const of = (change: ReceiptChange): number => counts.get(change) ?? 0;
  return {
    conflict: of('conflict'),
    changed: of('changed'),
    added: of('added'),
    resegmented: of('resegmented'),
    'source-differs': of('source-differs'),
    lost: of('lost'),
    'missing-target': of('missing-target'),
    unknown: of('unknown'),
    locked: of('locked'),
    older: of('older'),
    kept: of('kept'),
  };
}
