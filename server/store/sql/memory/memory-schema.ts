/** The tables of memories as TypeScript sees them; migration 6 makes them. The same rules hold as in schema.ts. */
import type { Generated } from 'kysely';

export interface MemoryTable {
  id: Generated<number>;
  name: string;
  created_at: number;
  /** Kept count. */
  tus: number;
  /** 1 while its rows are taken away, batch by batch; then nobody sees it. */
  deleted: number;
}

export interface ProjectMemoryTable {
  project_id: number;
  position: number;
  memory_id: number;
  penalty: number;
  writable: number;
}

/** A language that a memory has had at least one TUV in. */
export interface MemoryLanguageTable {
  id: Generated<number>;
  memory_id: number;
  language: string;
  /** Of the tag only the primary subtag, by which it is asked for. */
  primary_language: string;
  /** Kept count. */
  tuvs: number;
}

export interface TuTable {
  id: Generated<number>;
  memory_id: number;
  /** Whose target it is; that target's language and version beside it. */
  segment_id: number | null;
  segment_language: string | null;
  segment_version: number | null;
  /** Of variants and context. */
  same_hash: number;
  /** Of the first variant, the languages and the context; null where the context says nothing. */
  place_hash: number | null;
  changed_at: number | null;
  /** JSON: all but the variants and `changedAt`. */
  data: string;
}

export interface TuvTable {
  tu_id: number;
  language_id: number;
  /** Among the variants. */
  position: number;
  /** JSON: content. */
  content: string;
  folded: string;
}

/** Segments whose target was taken back, so that a slower word of an older version does not bring it in again. */
export interface ForgottenSegmentTable {
  segment_id: number;
  language: string;
  version: number;
}

/** One generation of the index of one language of a memory. */
export interface TmIndexTable {
  id: Generated<number>;
  language_id: number;
  /** Of the matching key and the index; another one's rows are never read, only taken away. */
  version: string;
  /** How far it is (INDEX_STATES), with the last TU that this was done for. */
  state: number;
  done_to: number;
}

/** A word of a primary language; later ones have higher numbers and count as rarer. */
export interface TmTokenTable {
  id: Generated<number>;
  language: string;
  token: string;
}

/** A TUV as it is compared. */
export interface TmSourceTable {
  index_id: number;
  tu_id: number;
  key_hash: number;
  /** Of the text as it stands, so that among equal keys equal texts are first. */
  text_hash: number;
  /** Of the texts before and after. */
  context_hash: number | null;
  unit_hash: number | null;
  /** Numbers of the key's tokens, in order (token-list.ts). */
  tokens: string;
}

/** A TUV under one of its rarest tokens, where it is not packed. */
export interface TmPrefixTable {
  tu_id: number;
  index_id: number;
  token: number;
  /** 0: needed to find similarities of 70 and above; 1: only below that. */
  tier: number;
  /** How many tokens the TUV has. */
  length: number;
  /** Of the token among them, rarest first. */
  position: number;
  /** 64 bits: which tokens it has, hashed. */
  signature_a: number;
  signature_b: number;
}

/** A TUV whose text is in no chunk as it stands. */
export interface TmTextPendingTable {
  language_id: number;
  tu_id: number;
  /** Another one whenever the text becomes another. */
  stamp: number;
}

/** Texts of one language that are looked up together. */
export interface TmTextChunkTable {
  id: Generated<number>;
  language_id: number;
  /** Epoch milliseconds. */
  begun_at: number;
  first_tu: number;
  last_tu: number;
  /** Their TUs in order (token-list.ts, of the steps between them); '' while it is being made. */
  tus: string;
}

/** Where in a chunk a gram occurs. */
export interface TmGramTable {
  chunk_id: number;
  gram: number;
  /** Places of the TUs in the chunk, in order (token-list.ts, of the steps between them). */
  places: string;
}

/** Many TUVs under one of their rarest tokens (packed-places.ts). */
export interface TmPackedTable {
  index_id: number;
  token: number;
  tier: number;
  /** Lengths of the TUVs. */
  longest: number;
  shortest: number;
  /** Of the places. */
  hash: number;
  places: string;
}

export interface MemoryActTable {
  id: Generated<number>;
  memory_id: number;
  kind: string;
  author: string;
  at: number;
  /** Kept count. */
  tus: number;
  /** null while it stands. */
  undone_at: number | null;
}

/** A TU as it was before an act; it may be gone, so nothing refers to its row. */
export interface MemoryActTuTable {
  act_id: number;
  tu_id: number;
  segment_id: number | null;
  segment_language: string | null;
  segment_version: number | null;
  /** JSON: the whole TU. */
  was: string;
  /** `same_hash` of what the act made of it; null where that was nothing. */
  became_hash: number | null;
  /** 1: undoing came by. */
  undone: number;
}

export interface MemorySurveyTable {
  id: Generated<number>;
  memory_id: number;
  kind: string;
  state: string;
  /** JSON, like `counts`. */
  question: string;
  author: string;
  at: number;
  total: number;
  looked: number;
  told: number;
  counts: string;
  act_id: number | null;
  changed: number;
  skipped: number;
}

/** A TU as a survey found it; it may be gone, so nothing refers to its row. */
export interface MemorySurveyHitTable {
  survey_id: number;
  topic: string;
  number: number;
  tu_id: number;
  seen: number | null;
  left_out: number;
  data: string;
}

export interface MemoryTables {
  memory: MemoryTable;
  project_memory: ProjectMemoryTable;
  memory_language: MemoryLanguageTable;
  tu: TuTable;
  tuv: TuvTable;
  forgotten_segment: ForgottenSegmentTable;
  tm_index: TmIndexTable;
  tm_token: TmTokenTable;
  tm_source: TmSourceTable;
  tm_prefix: TmPrefixTable;
  tm_text_pending: TmTextPendingTable;
  tm_text_chunk: TmTextChunkTable;
  tm_gram: TmGramTable;
  tm_packed: TmPackedTable;
  memory_act: MemoryActTable;
  memory_act_tu: MemoryActTuTable;
  memory_survey: MemorySurveyTable;
  memory_survey_hit: MemorySurveyHitTable;
}
