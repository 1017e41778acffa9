/**
 * What became of everything in a file that is no translation: elements, attributes, comments, instructions.
 * Formats find it, the receipt shows it. The order of attributes and the indenting between elements mean nothing.
 */
import type { Reason } from './receipt/row.ts';

export const STRUCTURE_KINDS = [
  'file',
  'group',
  'unit',
  'segment',
  'source',
  'target',
  'skeleton',
  'header',
  'tool',
  'note',
  'inline-code',
  'annotation',
  'original-data',
  'match',
  'context',
  'extension',
  'element',
  'attribute',
  'extension-attribute',
  'comment',
  'instruction',
] as const;
export type StructureKind = (typeof STRUCTURE_KINDS)[number];

export interface StructureCount {
  readonly kind: StructureKind;
  readonly kept: number;
  readonly changed: number;
  readonly lost: number;
  readonly added: number;
  readonly moved: number;
}

export interface StructureDifference {
  readonly kind: StructureKind;
  readonly change: 'changed' | 'lost' | 'added' | 'moved';
  /** From the file down: `file a.md > unit 4 > target > @state`. */
  readonly place: string;
  /** The beginning of it; '' where there is none. */
  readonly before: string;
  readonly after: string;
}

/** A tool that had the file. */
export interface ToolTrace {
  /** With its version, as it calls itself. */
  readonly name: string;
  /** `said`: it entered itself in the file. `habit`: what it did is what this tool does, and no other known. */
  readonly evidence: 'said' | 'habit';
}

export interface StructureReport {
  /** Of the kinds that occur. */
  readonly counts: readonly StructureCount[];
  /** The first ones, in the order of the file that was sent; `counts` has all. */
  readonly differences: readonly StructureDifference[];
  readonly tools: readonly ToolTrace[];
  /** Why the file is quarantined, as far as the structure says it. */
  readonly reasons: readonly Reason[];
  /** Positions (0-based, in the sent file) of units that lost an attribute that says their state. */
  readonly stateLost: readonly number[];
}
