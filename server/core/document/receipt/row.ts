/**
 * What a receipt says, as data: a row for each segment, what differs in it, what was mended, and why a file is
 * quarantined. Codes are kept for ever, like those of problems; their words stand in the catalogues.
 */
import type { Problem } from '../../problem.ts';
import type { Content } from '../../text/content.ts';
import type { SegmentId, UnitId } from '../ids.ts';
import type { State } from '../state.ts';
import type { StructureReport } from '../structure.ts';

export const RECEIPT_CHANGES = [
  /** Both sides changed what was sent: a person decides. */
  'conflict',
  /** A target or a state differs from ours. */
  'changed',
  /** We had no target; the file brings one. */
  'added',
  /** Another tool cut the unit otherwise, and what came back can only be guessed apart, or not at all. */
  'resegmented',
  /** Its source is no longer ours: the target is set apart. */
  'source-differs',
  /** We have the segment; the file does not. Ours stays. */
  'lost',
  /** We have a target; the file has none. Ours stays. */
  'missing-target',
  /** The file has it; we do not. */
  'unknown',
  /** It is locked here; ours stays. */
  'locked',
  /** Came back as it was sent, or as we had it before: ours is newer and stays. */
  'older',
  /** Came back as we have it. */
  'kept',
] as const;
export type ReceiptChange = (typeof RECEIPT_CHANGES)[number];

/** What differs beside the text, always told, never applied by itself (but added notes, when the person agrees). */
export type DifferenceCode =
  | 'state-changed'
  | 'sub-state-changed'
  | 'sub-state-lost'
  | 'note-lost'
  | 'note-added'
  | 'note-changed'
  | 'code-lost'
  | 'code-added'
  | 'code-moved'
  | 'code-changed'
  | 'unit-moved'
  | 'segment-moved'
  | 'source-changed'
  | 'text-between-marks';

/** What another tool did to the file and was undone in reading it, so that the translation still finds its place. */
export const REPAIR_CODES = [
  'unit-renamed',
  'segment-renamed',
  'codes-renamed',
  'white-space',
  'segments-joined',
  'segments-cut',
  'target-between-marks',
  'state-missing',
] as const;
export type RepairCode = (typeof REPAIR_CODES)[number];

/** One fact with its place and both sides as text; '' where a side has nothing. */
export interface Finding<Code extends string> {
  readonly code: Code;
  /** `unit`, `segment`, `source`, `target` or `note` of the row's segment. */
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

export type Difference = Finding<DifferenceCode>;
export type Repair = Finding<RepairCode>;

/**
 * Whether theirs may be taken: `suggested` is what a person will want, as a rule; `possible` needs a decision;
 * `never` has nothing to take, or something that would break the file.
 */
export type Taking = 'suggested' | 'possible' | 'never';

export interface ReceiptRow {
  readonly change: ReceiptChange;
  /** Ours; theirs where the row is unknown. */
  readonly unit: UnitId;
  readonly segment: SegmentId;
  readonly source: Content;
  /** Only where it differs from ours. */
  readonly theirSource: Content | null;
  /** The target that was sent, where that is known. */
  readonly sent: Content | null;
  readonly ours: Content | null;
  readonly theirs: Content | null;
  readonly ourState: State | null;
  readonly theirState: State | null;
  readonly theirSubState: string | null;
  readonly taking: Taking;
  /** Inline codes that their target lost or invented. */
  readonly problems: readonly Problem[];
  readonly differences: readonly Difference[];
  readonly repairs: readonly Repair[];
}

/** Why a file is quarantined. */
export const REASON_CODES = [
  'skeleton-lost',
  'skeleton-changed',
  'units-lost',
  'segments-lost',
  'codes-lost',
  'notes-lost',
  'ids-lost',
  'original-data-lost',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export interface Reason {
  readonly code: ReasonCode;
  readonly count: number;
  /** The first ones. */
  readonly places: readonly string[];
}

export interface Receipt {
  /** In document order; unknown ones at the end. */
  readonly rows: readonly ReceiptRow[];
  readonly counts: Readonly<Record<ReceiptChange, number>>;
  /** Of what is no translation; null where the two are not of one format. */
  readonly structure: StructureReport | null;
  /** Not empty: the file lost something, and is quarantined. Its good parts can still be taken. */
  readonly reasons: readonly Reason[];
}
