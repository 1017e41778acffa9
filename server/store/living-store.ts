/**
 * The port of what keeps memories in step with targets: which segments' entries are to be made anew, and what a
 * project wants of its memories.
 *
 * Invariant: a change that makes a target confirmed, another one, or no longer confirmed is written together with the
 * note that its entry is due, in one transaction; so nothing is forgotten, whoever saves and whenever a machine dies.
 */
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectId, SegmentKey } from './ids.ts';

/** A segment whose entry in the memories does not yet follow its target. */
export interface DueSegment {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  /** The newest version when it became due; where the segment is no more, its last. */
  readonly version: number;
}

/** Where equal segments get the translation that one of them was given. */
export const PROPAGATIONS = ['document', 'project', 'off'] as const;
export type Propagation = (typeof PROPAGATIONS)[number];

export interface MemorySettings {
  readonly propagation: Propagation;
  /** Whether the project was given a memory of its own; it gets one once, and may do without it afterwards. */
  readonly hasOwn: boolean;
}

export interface LivingStore {
  /** Those of the segments, or all; at most `limit`. */
  listDue(segments: readonly SegmentKey[] | null, limit: number): Promise<readonly DueSegment[]>;
  /** Their entries follow these versions now. One that became due again meanwhile stays due. */
  settleDue(done: readonly DueSegment[]): Promise<void>;
  /** All segments of the project that have a confirmed target are due. */
  requireAll(project: ProjectId): Promise<void>;

  findMemorySettings(project: ProjectId): Promise<MemorySettings>;
  setPropagation(project: ProjectId, propagation: Propagation): Promise<void>;
  /**
   * Makes a memory for the project and puts it before those that it uses, writable; once for a project, and nothing
   * ever after. The name gets a number behind it where it is taken.
   */
  giveOwnMemory(project: ProjectId, name: string, at: number): Promise<void>;
}
