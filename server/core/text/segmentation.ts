/**
 * The interface behind which segmentation stands. A segmenter is a pure function over one paragraph of plain
 * text; what inline codes do at a boundary is decided in core/document/flow.ts, not here.
 */
import type { LanguageTag } from './language.ts';

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface SegmentOptions {
  readonly language: LanguageTag;
  /** Ranges that no boundary may fall inside (inline codes, code spans, URLs known from markup). */
  readonly protected?: readonly Span[];
  /** What a line break inside the text means: only white space (wrapped lines) or the end of a segment. */
  readonly lineBreaks?: 'space' | 'boundary';
}

/**
 * Cuts a text into segments. The spans are in order, do not overlap, begin and end with something other than
 * white space, and everything between them is white space: joined with what lies between, they are the input.
 */
export interface Segmenter {
  (text: string, options: SegmentOptions): readonly Span[];
  /** Absent: opening codes go with the segment after a boundary, all others with the one before. */
  readonly codes?: CodeSides;
}

/** On which side of a boundary inline codes stay: true, with the segment before it. */
export interface CodeSides {
  readonly start: boolean;
  readonly end: boolean;
  readonly isolated: boolean;
}
