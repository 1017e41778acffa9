/**
 * A match: what a memory offers for a segment, with a score that a person can check. The score is the similarity of
 * the two sources less the penalties that are named with it, in whole points.
 * Invariants: only equal sources score 100; 101 and 102 are 100 in its context; nothing else is above 99.
 */
import type { Content } from '../text/content.ts';
import type { TokenMethod } from './tokens.ts';

/**
 * `exact`: sources are equal. `in-context` (101): and so are the sources before and after, or the unit's id.
 * `structural` (102): both. `fuzzy`: similar. `fragment`: a part of the segment.
 */
export type MatchKind = 'structural' | 'in-context' | 'exact' | 'fuzzy' | 'fragment';

export type PenaltyReason =
  | 'case' // equal but for case, punctuation, white space or letters that folding makes the same
  | 'codes'
  | 'numbers'
  | 'memory'
  | 'age'
  | 'aligned'
  | 'machine';

export interface Penalty {
  readonly reason: PenaltyReason;
  /** Points that it took away; 0 where it could take none without hiding what was asked for (score.ts). */
  readonly points: number;
}

export interface Score {
  readonly kind: MatchKind;
  /** 0 to 102. */
  readonly score: number;
  /** Of the texts alone, 0 to 100, in whole points, before penalties. */
  readonly similarity: number;
  readonly penalties: readonly Penalty[];
  /** What the similarity was counted over. */
  readonly method: TokenMethod;
  /** How many of those must be changed, and how many the longer source has. */
  readonly edits: number;
  readonly length: number;
}

/** A match as it is offered for a segment. */
export interface ScoredMatch extends Score {
  /** The memory's source. */
  readonly source: Content;
  /** The memory's translation, ready to be taken: numbers are the segment's, codes are the segment's where they agree. */
  readonly target: Content;
  /** Whether numbers were put in place of the memory's. */
  readonly substituted: boolean;
}
