/** Splits and joins of segments that are kept. */
import type { ResegmentRefusal } from '../core/document/segmentation-edit.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId, ResegmentationId, SegmentKey } from './ids.ts';

/** A split or a join, by positions as in core/text/edit-content.ts. */
export interface Resegment {
  readonly segment: SegmentKey;
  /** The language that the person works in. */
  readonly language: LanguageTag;
  /** The version of the target that they saw; 0 where there was none. */
  readonly base: number;
  readonly change:
    | { readonly kind: 'split'; readonly source: number; readonly target: number | null }
    /** With the one after it in its unit, whose version they saw too. */
    | { readonly kind: 'join'; readonly next: SegmentKey; readonly nextBase: number };
  readonly author: string;
  readonly at: number;
}

/** What was done; `second` is the new segment of a split, or the one that is no more after a join. */
export interface Resegmented {
  readonly id: ResegmentationId;
  readonly kind: 'split' | 'join';
  readonly document: DocumentId;
  readonly unitIndex: number;
  readonly first: SegmentKey;
  readonly second: SegmentKey;
  readonly author: string;
  readonly at: number;
}

export interface UndoneBy {
  /** The language that the person works in. */
  readonly language: LanguageTag;
  readonly author: string;
  readonly at: number;
}

export type ResegmentResult =
  | { readonly kind: 'resegmented'; readonly done: Resegmented }
  /** Somebody changed one of the targets, or the segmentation, meanwhile: nothing was written. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly reason: ResegmentRefusal }
  | { readonly kind: 'not-found' };
