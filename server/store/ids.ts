/** What tells things in the store apart. The makers are for where a number enters (a row, a URL); nothing is looked up. */
declare const brand: unique symbol;

export type ProjectId = number & { readonly [brand]: 'ProjectId' };

export type DocumentId = number & { readonly [brand]: 'DocumentId' };
/** Identifies a segment of any document in the store; the order in the document is that of the positions. */
export type SegmentKey = number & { readonly [brand]: 'SegmentKey' };
/** Identifies a file that went out; later ones have higher numbers. */
export type SentFileId = number & { readonly [brand]: 'SentFileId' };
/** Identifies a change of segmentation; later ones have higher numbers. */
export type ResegmentationId = number & { readonly [brand]: 'ResegmentationId' };

export type MemoryId = number & { readonly [brand]: 'MemoryId' };

export type TuId = number & { readonly [brand]: 'TuId' };

export type ActId = number & { readonly [brand]: 'ActId' };

export type SurveyId = number & { readonly [brand]: 'SurveyId' };

export type TermbaseId = number & { readonly [brand]: 'TermbaseId' };

export function projectId(value: number): ProjectId {
  return value as ProjectId;
}

export function documentId(value: number): DocumentId {
  return value as DocumentId;
}

export function segmentKey(value: number): SegmentKey {
  return value as SegmentKey;
}

export function sentFileId(value: number): SentFileId {
  return value as SentFileId;
}

export function resegmentationId(value: number): ResegmentationId {
  return value as ResegmentationId;
}

export function memoryId(value: number): MemoryId {
  return value as MemoryId;
}

export function tuId(value: number): TuId {
  return value as TuId;
}

export function actId(value: number): ActId {
  return value as ActId;
}

export function surveyId(value: number): SurveyId {
  return value as SurveyId;
}

export function termbaseId(value: number): TermbaseId {
  return value as TermbaseId;
}
