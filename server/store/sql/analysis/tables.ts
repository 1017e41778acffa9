/** Tables of leverage, as TypeScript sees them. */

/** The band of a segment's best match when it was last looked for. */
export interface SegmentBandTable {
  segment_id: number;
  language: string;
  band: string;
  characters: number;
  at: number;
}

export interface AnalysisTables {
  segment_band: SegmentBandTable;
}
