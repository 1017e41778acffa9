/**
 * What is known about a unit beside its text and targets: translations of the same text elsewhere, terms, and
 * what stood there before. It goes out with an XLIFF for the translator's tool to offer (XLIFF 2.1 §1.1.1,
 * Enricher); nothing of it is a target, and none of it is read back as one.
 */
import type { Content } from '../text/content.ts';
import type { SegmentId, UnitId } from './ids.ts';
import type { State } from './state.ts';

/** A translation of the same or a similar source. Its inline codes are its own: ids agree within the match. */
export interface Match {
  /** The segment that it is offered for. */
  readonly segment: SegmentId;
  readonly source: Content;
  readonly target: Content;
  /** 0 to 100; 100 means that the sources are equal. */
  readonly similarity: number;
  /** Where it comes from, for people. */
  readonly origin: string;
}

export interface Term {
  readonly source: string;
  readonly target: string;
  /** Definition or advice, or ''. */
  readonly note: string;
  /** How it stands in the unit; absent: as its source, whatever its case. */
  readonly found?: string;
}

/** What was found wrong with a segment's target, as ITS 2.0 §8.17 says it. */
export interface QualityIssue {
  readonly segment: SegmentId;
  /** One of the types of ITS (`misspelling`, `numbers` …). */
  readonly type: string;
  /** For people. */
  readonly comment: string;
  /** 0 to 100, 100 the worst. */
  readonly severity: number;
}

/** An earlier version of a segment's target. */
export interface Revision {
  readonly segment: SegmentId;
  readonly target: Content;
  readonly state: State;
  /** '' where nobody said. */
  readonly author: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface Enrichment {
  /** Best first. */
  readonly matches: readonly Match[];
  readonly terms: readonly Term[];
  /** Newest first, without the present one. */
  readonly revisions: readonly Revision[];
  /** Absent: nobody asked for them. */
  readonly issues?: readonly QualityIssue[];
}

export type Enrichments = ReadonlyMap<UnitId, Enrichment>;
