/**
 * The port of termbases. A termbase belongs to no project; projects use termbases, in their order.
 * Invariant: every change of a concept is kept in its history with who and when.
 */
import type { Concept, TermStatus } from '../core/terminology/concept.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { ProjectId, TermbaseId } from './ids.ts';

export interface Termbase {
  readonly id: TermbaseId;
  /** Unique. */
  readonly name: string;
  readonly createdAt: number;
  readonly concepts: number;
  /** Of its terms; that of most terms first. */
  readonly languages: readonly LanguageTag[];
}

export interface StoredConcept extends Concept {
  readonly termbase: TermbaseId;
  /** Of its newest change. */
  readonly changedBy: string;
  readonly changedAt: number;
}

/** A concept as it was after a change; null: it was deleted. */
export interface ConceptChange {
  readonly concept: Concept | null;
  readonly author: string;
  readonly at: number;
}

/** A step of a termbase's history. */
export interface TermbaseChange {
  /** Grows; for paging. */
  readonly change: number;
  readonly kind: 'added' | 'changed' | 'deleted';
  /** As it was after the change, or where it was deleted, before. */
  readonly concept: Concept;
  readonly author: string;
  readonly at: number;
}

export interface ProjectTermbase {
  readonly termbase: TermbaseId;
  /** Whether terms that are added while translating go into it. */
  readonly writable: boolean;
}

export interface ConceptFilter {
  /** In any term, definition or note, folded as for searching. Absent: all. */
  readonly text?: string;
  /** It has a term in this very language. */
  readonly language?: LanguageTag;
  /** It has a term of this status, in the language where one is asked for. */
  readonly status?: TermStatus;
  readonly domain?: string;
  readonly names?: boolean;
}

export interface TermStore {
  /** null where the name is taken. */
  createTermbase(name: string, at: number): Promise<TermbaseId | null>;
  /** By name. */
  listTermbases(): Promise<readonly Termbase[]>;
  findTermbase(id: TermbaseId): Promise<Termbase | null>;
  /** False where the name is taken, or it is not there. */
  renameTermbase(id: TermbaseId, name: string): Promise<boolean>;
  /** With all in it; false where it was not there. */
  deleteTermbase(id: TermbaseId): Promise<boolean>;

  /** In the order of their use. */
  listProjectTermbases(project: ProjectId): Promise<readonly ProjectTermbase[]>;
  /** Replaces them all. */
  setProjectTermbases(project: ProjectId, termbases: readonly ProjectTermbase[]): Promise<void>;

  /**
   * Adds or replaces by id, each a step of its history; in paced batches. One that is there just so is left alone. Throws
   * where there is no such termbase.
   */
  saveConcepts(termbase: TermbaseId, concepts: readonly Concept[], author: string, at: number): Promise<void>;
  findConcept(termbase: TermbaseId, id: string): Promise<StoredConcept | null>;
  /** In the order in which they were added, those after the concept `after`; `limit` at most 1,000. */
  listConcepts(
    termbase: TermbaseId,
    filter: ConceptFilter,
    after: string | null,
    limit: number,
  ): Promise<readonly StoredConcept[]>;
  /** False where it is not there. */
  deleteConcept(termbase: TermbaseId, id: string, author: string, at: number): Promise<boolean>;
  /** Newest first; also of a deleted one. */
  listConceptChanges(termbase: TermbaseId, id: string): Promise<readonly ConceptChange[]>;
  /** Newest first, those before the change `before`; `limit` at most 1,000. */
  listTermbaseChanges(
    termbase: TermbaseId,
    before: number | null,
    limit: number,
  ): Promise<readonly TermbaseChange[]>;
  /** In alphabetical order, '' left out. */
  listDomains(termbase: TermbaseId): Promise<readonly string[]>;
  /** A short text that is another one after every change in the termbase. */
  termbaseStamp(termbase: TermbaseId): Promise<string>;
}
