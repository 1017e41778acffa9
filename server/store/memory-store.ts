/**
 * The port of translation memories. A memory belongs to no project; projects use memories, in their order.
 *
 * Invariants: a TU is found in every direction that its languages allow, from the moment that adding it resolved; a
 * segment has at most one TU in a memory and target language, that of its newest version; languages are asked for by
 * their primary subtag (`fa-IR` finds `fa`), the very tag first.
 */
import type { Tu, TuContext, Tuv } from '../core/memory/tu.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { ActId, MemoryId, ProjectId, SegmentKey, SurveyId, TuId } from './ids.ts';
import type { SurveyCourse } from './survey-store.ts';

export interface Memory {
  readonly id: MemoryId;
  /** Unique. */
  readonly name: string;
  readonly createdAt: number;
  /** Kept counts. */
  readonly tus: number;
  /** By name; most TUVs first. */
  readonly languages: readonly { readonly language: LanguageTag; readonly tuvs: number }[];
}

/** How a project uses a memory. */
export interface ProjectMemory {
  readonly memory: MemoryId;
  /** Points taken from its matches. */
  readonly penalty: number;
  /** Whether what is confirmed in the project goes into it. */
  readonly writable: boolean;
}

export interface StoredTu extends Tu {
  readonly id: TuId;
  readonly memory: MemoryId;
  /** The segment whose target it is; null where it came by a file or by hand. */
  readonly segment: SegmentKey | null;
}

export interface AddedTus {
  /** Were not there. */
  readonly added: number;
  /**
   * Were there: same variants but for one text that differed, or nothing that differed; the later `changedAt` stands.
   */
  readonly merged: number;
}

export interface ImportedTus extends AddedTus {
  /** Of those that were there, such as became what the file has; kept as they were until the import is settled. */
  readonly replaced: number;
}

/** Some of what an import put others in the place of. */
export interface OverwrittenTus {
  /** As each was before, and as it is: what the import made of it. */
  readonly tus: readonly { readonly was: Tu; readonly is: StoredTu }[];
  /** How many have become something else since; those that are gone, or as they were, count for nothing. */
  readonly changed: number;
  /** Where more of them begin (the next `after`); null at the end. */
  readonly next: TuId | null;
}

export interface SimilarQuestion {
  readonly memories: readonly MemoryId[];
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly source: Content;
  /** Where it stands: among TUs of equal text those of an equal context come first. */
  readonly context?: TuContext;
  /** Least similarity of the matching keys, 50 to 100. */
  readonly minimum: number;
  /** Most that are given; the most similar ones, at most 500. */
  readonly limit: number;
}

export interface SimilarTu {
  readonly tu: StoredTu;
  /** Its variants for the pair that was asked for. */
  readonly source: Tuv;
  readonly target: Tuv;
  /** Of the matching keys (core/memory), 0 to 100, not rounded. */
  readonly similarity: number;
}

export interface ConcordanceQuestion {
  readonly memories: readonly MemoryId[];
  readonly text: string;
  /** Where it is looked for, and the other language of the pair, which the TU must have too. */
  readonly language: LanguageTag;
  readonly otherLanguage: LanguageTag;
  /** Not inside of a word. Scripts without spaces have no such limit. */
  readonly wholeWord: boolean;
  /** Only TUs with a higher number. */
  readonly after?: TuId;
  /** At most 100. */
  readonly limit: number;
}

/** What a person did with TUs of a memory at once, and may take back at once. */
export const ACT_KINDS = ['edited', 'deleted', 'replaced', 'merged', 'withdrawn'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export interface NewAct {
  readonly memory: MemoryId;
  readonly kind: ActKind;
  readonly author: string;
  readonly at: number;
}

export interface MemoryAct extends NewAct {
  readonly id: ActId;
  /** How many it changed or deleted. */
  readonly tus: number;
  /** null while it stands. */
  readonly undoneAt: number | null;
}

export interface TuChange {
  /** As the person saw it. */
  readonly was: StoredTu;
  /** null: it is deleted. */
  readonly becomes: Tu | null;
}

/** Several TUs that become one: all of it, or nothing. */
export interface TuMerge {
  readonly into: TuChange & { readonly becomes: Tu };
  /** As the person saw them. */
  readonly gone: readonly StoredTu[];
}

export interface UndoneAct {
  readonly restored: number;
  /** Changed, or there again, since: they stay as they are. */
  readonly left: number;
}

export interface UndoneTus extends UndoneAct {
  /** Where the next ones begin (their `after`); null where this was the end and the act is undone. */
  readonly next: TuId | null;
}

export interface MemoryStore {
  /** null where the name is taken. */
  createMemory(name: string, at: number): Promise<MemoryId | null>;
  /** By name. */
  listMemories(): Promise<readonly Memory[]>;
  findMemory(id: MemoryId): Promise<Memory | null>;
  findMemoryNamed(name: string): Promise<Memory | null>;
  /** False where the name is taken, or it is not there. */
  renameMemory(id: MemoryId, name: string): Promise<boolean>;
  /** With all in it; false where it was not there. */
  deleteMemory(id: MemoryId): Promise<boolean>;

  /** In the order of their use. */
  listProjectMemories(project: ProjectId): Promise<readonly ProjectMemory[]>;
  /** Replaces them all. */
  setProjectMemories(project: ProjectId, memories: readonly ProjectMemory[]): Promise<void>;

  /**
   * In paced batches, so that saves stay quick. A TU whose variants and context are those of one that is there is merged
   * with it.
   */
  addTus(memory: MemoryId, tus: readonly Tu[]): Promise<AddedTus>;
  /**
   * A part of an import, at most 500 TUs: they go into its memory and the import says so (IMPORTED), both or neither.
   * null, and nothing goes in, where the import is not going on any more.
   */
  importTus(
    into: SurveyId,
    tus: readonly Tu[],
    course: (added: ImportedTus) => Partial<SurveyCourse>,
  ): Promise<ImportedTus | null>;
  /** In order of their numbers, those after `after`. */
  listOverwritten(by: SurveyId, after: TuId | null, limit: number): Promise<OverwrittenTus>;
  /** A confirmed segment: replaces what the memory has of it in the target language, unless that is of a later version. */
  rememberSegment(
    memory: MemoryId,
    segment: SegmentKey,
    target: { readonly language: LanguageTag; readonly version: number },
    tu: Tu,
  ): Promise<void>;
  /**
   * The segment's target is none any more (rejected, emptied, its segment joined to another), in every memory. That very
   * version and later ones may be remembered again (the joining was undone), earlier ones not.
   */
  forgetSegment(segment: SegmentKey, language: LanguageTag, version: number): Promise<void>;

  /** Every TU of that similarity and above, most similar first. */
  findSimilar(question: SimilarQuestion): Promise<readonly SimilarTu[]>;
  /** TUs whose text in `language` holds the text as it is folded for searching, in order of their numbers. */
  findOccurrences(question: ConcordanceQuestion): Promise<readonly StoredTu[]>;

  findTu(id: TuId): Promise<StoredTu | null>;
  /** In order of their numbers, those after `after`; `limit` at most 1,000. */
  listTus(memory: MemoryId, after: TuId | null, limit: number): Promise<readonly StoredTu[]>;
  /** False where it is not there. */
  updateTu(id: TuId, tu: Tu): Promise<boolean>;
  /** How many were there. */
  deleteTus(ids: readonly TuId[]): Promise<number>;

  /** An act that nothing belongs to yet; nobody sees it until something does. null where the memory is not there. */
  startAct(act: NewAct): Promise<ActId | null>;
  /**
   * Changes TUs of the act's memory, in paced batches, each kept as it was. One whose texts or context are not any more
   * what the person saw stays as it is. Gives how many were changed.
   */
  changeTus(act: ActId, changes: readonly TuChange[]): Promise<number>;
  /**
   * Merges TUs of the act's memory, each merge with all that it names or not at all: where one of them is not any more
   * what was seen, all stay. Several merges may have the same `into`, one after the other; gives how many TUs went.
   */
  mergeTus(act: ActId, merges: readonly TuMerge[]): Promise<number>;
  findAct(id: ActId): Promise<MemoryAct | null>;
  /** Newest first, those before `before`. */
  listActs(memory: MemoryId, before: ActId | null, limit: number): Promise<readonly MemoryAct[]>;
  /**
   * Makes some TUs, in order of their numbers those after `after`, what they were before the act, but those that were
   * changed since; a deleted one comes back under a new number, which earlier acts then know it by. null where the act is
   * not there, or was undone.
   */
  undoTus(id: ActId, at: number, after: TuId | null): Promise<UndoneTus | null>;
}
