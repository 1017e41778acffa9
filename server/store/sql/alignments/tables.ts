/** The tables of alignments as TypeScript sees them; as in ../schema.ts. */

export interface AlignmentTable {
  id: string;
  source_file: string;
  target_file: string;
  source_language: string;
  target_language: string;
  author: string;
  at: number;
  created_at: number;
  version: number;
  /** JSON. */
  links: string;
  undo: string;
}

/** Packed, as ../packed-file.ts has it. */
export interface AlignmentDataTable {
  alignment_id: string;
  part: 'sides' | 'document';
  chunk: number;
  data: string;
}

export interface AlignmentTables {
  alignment: AlignmentTable;
  alignment_data: AlignmentDataTable;
}
