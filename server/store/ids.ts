/** What tells things in the store apart. The makers are for where a number enters (a row, a URL); nothing is looked up. */
declare const brand: unique symbol;

type Id<Name extends string> = number & { readonly [brand]: Name };

function makerOf<Name extends string>(): (value: number) => Id<Name> {
  return (value) => value as Id<Name>;
}

export type ProjectId = Id<'ProjectId'>;
export const projectId = makerOf<'ProjectId'>();

export type DocumentId = Id<'DocumentId'>;
export const documentId = makerOf<'DocumentId'>();

/** Identifies a segment of any document in the store; the order in the document is that of the positions. */
export type SegmentKey = Id<'SegmentKey'>;
export const segmentKey = makerOf<'SegmentKey'>();

/** Identifies a file that went out; later ones have higher numbers. */
export type SentFileId = Id<'SentFileId'>;
export const sentFileId = makerOf<'SentFileId'>();

/** Identifies a change of segmentation; later ones have higher numbers. */
export type ResegmentationId = Id<'ResegmentationId'>;
export const resegmentationId = makerOf<'ResegmentationId'>();

export type MemoryId = Id<'MemoryId'>;
export const memoryId = makerOf<'MemoryId'>();

export type TuId = Id<'TuId'>;
export const tuId = makerOf<'TuId'>();

export type ActId = Id<'ActId'>;
export const actId = makerOf<'ActId'>();

export type SurveyId = Id<'SurveyId'>;
export const surveyId = makerOf<'SurveyId'>();

export type TermbaseId = Id<'TermbaseId'>;
export const termbaseId = makerOf<'TermbaseId'>();
