/**
 * The tables as TypeScript sees them; the migrations make them. One schema for both engines, so columns are
 * only integers and text: times are epoch milliseconds, booleans 0 or 1, content is JSON text that is parsed by
 * the schemas of kept-json.ts on reading, and other text passes through kept-text.ts both ways.
 */
import type { Generated } from 'kysely';
import type { LivingTables } from './living/tables.ts';
import type { AnalysisTables } from './analysis/tables.ts';
import type { MemoryTables } from './memory/memory-schema.ts';
import type { AlignmentTables } from './alignments/tables.ts';
import type { TermTables } from './terms/tables.ts';

export interface ProjectTable {
  id: Generated<number>;
  name: string;
  source_language: string;
  /** JSON: tags in order. */
  target_languages: string;
  author: string;
  licence: string;
  origin: string;
  work_id: string;
  created_at: number;
}

export interface DocumentTable {
  id: Generated<number>;
  project_id: number;
  file_name: string;
  format: string;
  variant: string;
  source_language: string | null;
  target_language: string | null;
  /** JSON: blocks. */
  outline: string;
  /** JSON: the skeleton but its original file, which is a document_file. */
  skeleton: string | null;
  created_at: number;
  /** Those that are listed and counted. */
  segments: number;
  words: number;
  /** 0 while its rows are still coming in; then nobody sees it. */
  complete: number;
  /** By our own clock, to find what a crash left incomplete. */
  begun_at: number;
}

/** The bytes of a file, base64, in chunks. */
export interface DocumentFileTable {
  document_id: number;
  role: 'original' | 'skeleton';
  chunk: number;
  data: string;
}

export interface UnitTable {
  document_id: number;
  unit_index: number;
  unit_id: string;
  /** JSON: the unit with its parts, but without what stands in the segment table. */
  data: string;
}

export interface SegmentTable {
  id: Generated<number>;
  document_id: number;
  /** Below 0, like the position, where it was joined to another: kept for its versions, seen by nobody. */
  unit_index: number;
  unit_id: string;
  segment_id: string;
  position: number;
  /** JSON: content. */
  source: string;
  source_folded: string;
  words: number;
  locked: number;
  translate: number;
}

/** Every save; rows are only ever added. */
export interface TargetVersionTable {
  segment_id: number;
  language: string;
  version: number;
  /** JSON: content. */
  target: string;
  state: string;
  sub_state: string | null;
  author: string;
  at: number;
  /** JSON. */
  origin: string;
}

/** Which version is the newest, with what pages filter by. */
export interface TargetCurrentTable {
  segment_id: number;
  language: string;
  document_id: number;
  position: number;
  version: number;
  state: string;
  target_folded: string;
  /** Code points of the text, codes left out. */
  characters: number;
}

export interface NoteTable {
  id: Generated<number>;
  segment_id: number;
  author: string;
  at: number;
  text: string;
  language: string | null;
}

/** Kept counters; `initial` has no row, it is what the others leave of the document. */
export interface ProgressTable {
  document_id: number;
  language: string;
  state: string;
  segments: number;
  words: number;
}

/** Changes on their way to open pages. */
export interface OutboxTable {
  id: Generated<number>;
  document_id: number;
  segment_id: number;
  language: string;
  version: number;
  author: string;
  at: number;
  /** By our own clock, for pruning. */
  queued_at: number;
}

/** A file that went out. */
export interface SentFileTable {
  id: Generated<number>;
  document_id: number;
  language: string;
  file_name: string;
  at: number;
  /** Of its bytes: tells repeated ones. */
  hash: string;
}

/** A chunk of a packed file. */
export interface SentFileDataTable {
  sent_file_id: number;
  chunk: number;
  data: string;
}

/** A file that came back. */
export interface ImportTable {
  id: string;
  document_id: number;
  language: string;
  file_name: string;
  author: string;
  at: number;
  status: string;
  /** JSON. */
  details: string;
}

export interface ImportDataTable {
  import_id: string;
  chunk: number;
  data: string;
}

/** A segment that was split, or two that were joined; rows are never removed but with their document. */
export interface ResegmentationTable {
  id: Generated<number>;
  document_id: number;
  unit_index: number;
  kind: string;
  first_segment: number;
  second_segment: number;
  author: string;
  at: number;
  undone: number;
  /** JSON: what undoing needs. */
  data: string;
}

/** A chunk of the packed SRX file of a project. */
export interface ProjectSrxTable {
  project_id: number;
  file_name: string;
  chunk: number;
  data: string;
}

export interface IgnoredFindingTable {
  segment_id: number;
  language: string;
  finding: string;
  author: string;
  at: number;
  reason: string;
}

export interface CheckOffTable {
  project_id: number;
  check_id: string;
  author: string;
  at: number;
  reason: string;
}

export interface CheckSettingsTable {
  project_id: number;
  /** JSON. */
  settings: string;
}

/** A setting of a project by its name. */
export interface ProjectSettingTable {
  project_id: number;
  name: string;
  /** JSON. */
  value: string;
}

export interface Tables extends AnalysisTables, AlignmentTables, LivingTables, MemoryTables, TermTables {
  project: ProjectTable;
  document: DocumentTable;
  document_file: DocumentFileTable;
  unit: UnitTable;
  segment: SegmentTable;
  target_version: TargetVersionTable;
  target_current: TargetCurrentTable;
  note: NoteTable;
  progress: ProgressTable;
  outbox: OutboxTable;
  sent_file: SentFileTable;
  sent_file_data: SentFileDataTable;
  import: ImportTable;
  import_data: ImportDataTable;
  resegmentation: ResegmentationTable;
  project_srx: ProjectSrxTable;
  ignored_finding: IgnoredFindingTable;
  check_off: CheckOffTable;
  check_settings: CheckSettingsTable;
  project_setting: ProjectSettingTable;
  schema_version: { version: number };
}
