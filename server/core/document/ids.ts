/** Branded ids: made where something enters, so that one kind cannot be taken for another. */
declare const brand: unique symbol;

/** Unique in its document. */
export type UnitId = string & { readonly [brand]: 'UnitId' };
/** Unique in its unit. */
export type SegmentId = string & { readonly [brand]: 'SegmentId' };

export function unitId(text: string): UnitId {
  return text as UnitId;
}

export function segmentId(text: string): SegmentId {
  return text as SegmentId;
}
