/** What somebody wants changed in a document, and nothing else. */
import type { Content } from '../text/content.ts';
import type { UnitId } from './ids.ts';
import type { Resegmentation } from './segmentation-edit.ts';
import type { State } from './state.ts';
import type { Note } from './unit.ts';

export interface SegmentUpdate {
  /** Absent: the target stays as it is. */
  readonly target?: Content;
  /** Absent: `translated` where a target is set, otherwise as it is. null: nothing is said of it in the file. */
  readonly state?: State | null;
  readonly subState?: string;
}

export interface UnitUpdate {
  readonly unit: UnitId;
  /** One for each segment of the unit, in order; {} leaves that one alone. */
  readonly segments: readonly SegmentUpdate[];
  /** Notes to be added. */
  readonly notes?: readonly Note[];
  /** One segment split or two joined; asked for alone, without `segments` and `notes`. */
  readonly resegment?: Resegmentation;
}
