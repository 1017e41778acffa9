/**
 * The receipt: what came back, segment by segment, against what we have. It decides nothing; it shows a person
 * what applying would do, and proves what was kept.
 */
import { checkCodes } from './check-codes.ts';
import { checkUnit } from './check-unit.ts';
import type { Document } from './document.ts';
import type { SegmentId, UnitId } from './ids.ts';
import type { State } from './state.ts';
import { segmentsOf, type Segment, type Unit } from './unit.ts';
import type { Problem } from '../problem.ts';
import { isEmpty, sameContent, textOf, type Content } from '../text/content.ts';

export type ReceiptChange =
  /** Came back as we have it. */
  | 'kept'
  /** Came back as we had it before: ours is newer and stays. */
  | 'older'
  /** A target or a state differs from ours. */
  | 'changed'
  /** We had no target; the file brings one. */
  | 'added'
  /** We have a target; the file has none. Ours stays. */
  | 'missing-target'
  /** We have the segment; the file does not. Ours stays. */
  | 'lost'
  /** Its source is no longer ours: the target is set apart and not applied. */
  | 'source-differs'
  /** The file has it; we do not. */
  | 'unknown';

export interface ReceiptRow {
  readonly change: ReceiptChange;
  readonly unit: UnitId;
  readonly segment: SegmentId;
  readonly source: Content;
  readonly ours: Content | null;
  readonly theirs: Content | null;
  readonly ourState: State | null;
  readonly theirState: State | null;
  /** Inline codes that its target lost or invented; length and wording that the file asks otherwise. */
  readonly problems: readonly Problem[];
}

export interface Receipt {
  /** In document order; unknown ones at the end. */
  readonly rows: readonly ReceiptRow[];
  readonly counts: Readonly<Record<ReceiptChange, number>>;
}

/** Compares a document that came back with the one we have. */
export function compareDocuments(ours: Document, theirs: Document): Receipt {
  const rows: ReceiptRow[] = [];
  const back = new Map(theirs.units.map((unit) => [unit.id, unit]));
  for (const unit of ours.units) {
    if (unit.translate) rows.push(...compareUnit(unit, back.get(unit.id)));
    back.delete(unit.id);
  }
  for (const unit of back.values())
    rows.push(...segmentsOf(unit).map((segment) => unknownRow(unit, segment)));
  return { rows, counts: countRows(rows) };
}

/** The receipt with some of its changed rows told to be older than ours. */
export function markOlder(receipt: Receipt, isOlder: (row: ReceiptRow) => boolean): Receipt {
  const rows = receipt.rows.map((row) =>
    row.change === 'changed' && isOlder(row) ? { ...row, change: 'older' as const } : row,
  );
  return { rows, counts: countRows(rows) };
}

function compareUnit(ours: Unit, theirs: Unit | undefined): readonly ReceiptRow[] {
  const back = new Map((theirs ? segmentsOf(theirs) : []).map((segment) => [segment.id, segment]));
  const asked = askedOf(ours, back);
  const rows = segmentsOf(ours).map((segment, index) => {
    const their = back.get(segment.id);
    back.delete(segment.id);
    const row = compareSegment(ours, segment, their);
    return { ...row, problems: [...row.problems, ...(asked[index] ?? [])] };
  });
  return theirs ? [...rows, ...[...back.values()].map((segment) => unknownRow(theirs, segment))] : rows;
}

/** What our file asks of length and wording, of the targets that came back. */
function askedOf(ours: Unit, back: ReadonlyMap<SegmentId, Segment>): readonly (readonly Problem[])[] {
  if (ours.limits === undefined && ours.rules === undefined) return [];
  const parts = ours.parts.map((part) =>
    part.kind === 'ignorable' ? part : { ...part, target: back.get(part.id)?.target ?? null },
  );
  return checkUnit({ ...ours, parts });
}

function compareSegment(unit: Unit, ours: Segment, theirs: Segment | undefined): ReceiptRow {
  const target = theirs?.target ?? null;
  return {
    change: changeOf(ours, theirs),
    unit: unit.id,
    segment: ours.id,
    source: ours.source,
    ours: ours.target,
    theirs: target,
    ourState: ours.state,
    theirState: theirs?.state ?? null,
    // A text that lacks a code is let in, and says so: it can be mended here.
    problems: target === null ? [] : checkCodes(ours.source, target, { present: ours.target, draft: true }),
  };
}

function changeOf(ours: Segment, theirs: Segment | undefined): ReceiptChange {
  if (theirs === undefined) return 'lost';
  if (collapsed(ours.source) !== collapsed(theirs.source)) return 'source-differs';
  if (theirs.target === null || emptied(ours.target, theirs.target)) {
    return ours.target === null ? 'kept' : 'missing-target';
  }
  if (ours.target === null) return 'added';
  return sameContent(ours.target, theirs.target) && ours.state === theirs.state ? 'kept' : 'changed';
}

/** An empty target is no translation of a text that has one. */
function emptied(ours: Content | null, theirs: Content): boolean {
  return isEmpty(theirs) && ours !== null && !isEmpty(ours);
}

/** Other tools may re-indent: white space does not make another source. */
function collapsed(content: Content): string {
  return textOf(content).replace(/\s+/gu, ' ').trim();
}

function unknownRow(unit: Unit, segment: Segment): ReceiptRow {
  return {
    change: 'unknown',
    unit: unit.id,
    segment: segment.id,
    source: segment.source,
    ours: null,
    theirs: segment.target,
    ourState: null,
    theirState: segment.state,
    problems: [],
  };
}

function countRows(rows: readonly ReceiptRow[]): Readonly<Record<ReceiptChange, number>> {
  const counts = {
    kept: 0,
    older: 0,
    changed: 0,
    added: 0,
    'missing-target': 0,
    lost: 0,
    'source-differs': 0,
    unknown: 0,
  };
  for (const row of rows) counts[row.change] += 1;
  return counts;
}
