/** The tables of termbases as TypeScript sees them; as in ../schema.ts. */
import type { Generated } from 'kysely';

export interface TermbaseTable {
  id: Generated<number>;
  name: string;
  created_at: number;
  /** How many there were since it was made: it only grows. */
  changes: number;
}

/** One that was deleted stays, for its history, and comes back to its place. */
export interface ConceptTable {
  id: Generated<number>;
  termbase_id: number;
  /** Its id as the termbase knows it, shortened where that is very long. */
  concept_key: string;
  /** The newest of its changes. */
  version: number;
  deleted: number;
  domain: string;
  is_name: number;
  /** Terms, definition and notes for searching. */
  folded: string;
}

/** Rows are only ever added. */
export interface ConceptChangeTable {
  id: Generated<number>;
  concept_id: number;
  termbase_id: number;
  version: number;
  /** JSON: the concept; null where it was deleted. */
  data: string | null;
  author: string;
  at: number;
}

/** How many terms a concept that is not deleted has of a language and status. */
export interface ConceptTermTable {
  concept_id: number;
  language: string;
  status: string;
  termbase_id: number;
  terms: number;
}

export interface ProjectTermbaseTable {
  project_id: number;
  termbase_id: number;
  position: number;
  writable: number;
}

export interface TermTables {
  termbase: TermbaseTable;
  concept: ConceptTable;
  concept_change: ConceptChangeTable;
  concept_term: ConceptTermTable;
  project_termbase: ProjectTermbaseTable;
}
