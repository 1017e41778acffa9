/**
 * A unit: the smallest piece of a document that is stored and exchanged on its own (a paragraph, a heading, a
 * message), cut into segments and the ignorable white space between them (XLIFF 2.1 §4.2.2.5-7).
 * Invariant: the sources of the parts, joined, are the unit's source.
 */
import type { Content } from '../text/content.ts';
import type { SegmentId, UnitId } from './ids.ts';
import type { Limit } from './limits.ts';
import type { State } from './state.ts';
import type { ValidationRule } from './validation-rules.ts';

/** A half-open range of BYTE offsets in the original file. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface Segment {
  readonly kind: 'segment';
  readonly id: SegmentId;
  readonly state: State;
  /** `prefix:value`, refines the state; absent where there is none. */
  readonly subState?: string;
  readonly source: Content;
  /** null: there is no target. An empty target is []. */
  readonly target: Content | null;
  /** Of monolingual formats: which bytes of the original the source text stands on. */
  readonly range?: ByteRange;
  /** A tool or a person said that it must not be changed. */
  readonly locked?: true;
}

export interface Ignorable {
  readonly kind: 'ignorable';
  readonly source: Content;
  readonly target: Content | null;
  readonly range?: ByteRange;
}

export type UnitPart = Segment | Ignorable;

export interface Note {
  readonly text: string;
  /** Free word for what the note is about (`page-break`, `translator`, `location` …). */
  readonly category?: string;
  readonly appliesTo?: 'source' | 'target';
  /** 1 is highest, 10 lowest (XLIFF 2.1 §4.3.1.26). */
  readonly priority?: number;
  readonly author?: string;
  /** The segment it is about, where it is about one. */
  readonly segment?: SegmentId;
}

/** `auto`: that of the first strong character. */
export const UNIT_DIRECTIONS = ['ltr', 'rtl', 'auto'] as const;
export type UnitDirection = (typeof UNIT_DIRECTIONS)[number];

export interface Unit {
  readonly id: UnitId;
  /** The file inside the document that it belongs to (XLIFF's `file`), or ''. */
  readonly file: string;
  /** A name that people and tools know it by (resname, message key), or ''. */
  readonly name: string;
  readonly translate: boolean;
  readonly canResegment: boolean;
  /** Directions that the file gives (XLIFF 2.1 §4.3.1.32, srcDir and trgDir); absent: they follow from the language. */
  readonly sourceDirection?: UnitDirection;
  readonly targetDirection?: UnitDirection;
  readonly notes: readonly Note[];
  /** What the file asks of the targets; absent where it asks nothing. */
  readonly limits?: readonly Limit[];
  readonly rules?: readonly ValidationRule[];
  readonly parts: readonly UnitPart[];
}

export function segmentsOf(unit: Unit): readonly Segment[] {
  return unit.parts.filter((part) => part.kind === 'segment');
}
