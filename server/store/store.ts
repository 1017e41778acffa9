/**
 * The port: what is kept, and how it is asked for. Two engines stand behind it (SQLite, PostgreSQL); both pass
 * one contract suite, and nothing outside store/ knows which one runs.
 *
 * Invariants: every change of a target is a new version, none is ever overwritten or removed but with its
 * project; a promise that resolved is on disk; a save names the version it was made from and is refused when
 * that is no longer the newest; times are epoch milliseconds; every text comes back exactly as it was given,
 * whatever is in it (U+0000 and lone surrogates too).
 *
 * What counts: segments of units with translate=false are kept for context and export (listUnitSegments shows
 * them as locked), but are not listed, found, counted or saved, and their own targets stay those of the file. A
 * locked segment is listed and counted like any other and may be saved, since an import brings its target in;
 * that people may not change it is the use cases' affair. A segment without a version counts as `initial`.
 */
import type { Document } from '../core/document/document.ts';
import type { SegmentId, UnitId } from '../core/document/ids.ts';
import type { ResegmentRefusal } from '../core/document/segmentation-edit.ts';
import type { State } from '../core/document/state.ts';
import type { Unit, UnitDirection } from '../core/document/unit.ts';
import type { Band } from '../core/memory/bands.ts';
import type { MachineSettings } from '../core/memory/machine-settings.ts';
import type { CheckSettings } from '../core/qa/check.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { LivingStore } from './living-store.ts';
import type { AlignmentStore } from './alignment-store.ts';
import type { AnalysisStore } from './analysis-store.ts';
import type { MemoryStore } from './memory-store.ts';
import type { TermStore } from './term-store.ts';

declare const brand: unique symbol;
export type ProjectId = number & { readonly [brand]: 'ProjectId' };
export type DocumentId = number & { readonly [brand]: 'DocumentId' };
/** Identifies a segment of any document in the store; the order in the document is that of the positions. */
export type SegmentKey = number & { readonly [brand]: 'SegmentKey' };

/** Identifies a file that went out; later ones have higher numbers. */
export type SentFileId = number & { readonly [brand]: 'SentFileId' };

/** Identifies a change of segmentation; later ones have higher numbers. */
export type ResegmentationId = number & { readonly [brand]: 'ResegmentationId' };

/** Makers for where a number enters (a row, a URL); nothing is looked up. */
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

export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguages: readonly LanguageTag[];
  /** Credits and rights for editions. */
  readonly author: string;
  readonly licence: string;
  readonly origin: string;
  /** Stable urn:uuid of the work. */
  readonly workId: string;
  readonly createdAt: number;
}
export type NewProject = Omit<Project, 'id'>;

/** A project's own segmentation rules, as they came. */
export interface ProjectSrx {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface StoredDocument {
  readonly id: DocumentId;
  readonly project: ProjectId;
  readonly fileName: string;
  readonly format: string;
  readonly variant: string;
  readonly createdAt: number;
  readonly segments: number;
  readonly words: number;
}

export interface NewDocument {
  readonly fileName: string;
  readonly original: Uint8Array;
  /** Its targets, if any, are not kept from here: they enter as versions, by saveTargets. */
  readonly document: Document;
  /** Words of each segment's source, in document order, by the method that the caller names elsewhere. */
  readonly words: readonly number[];
  readonly createdAt: number;
}

/** Where a version came from. */
export type Origin =
  | { readonly kind: 'typed' }
  | { readonly kind: 'copied-source' }
  /** 0: to what was before the first version, which is nothing. */
  | { readonly kind: 'reverted'; readonly to: number }
  | { readonly kind: 'imported'; readonly file: string; readonly import: string }
  /** From an encoding that is not Unicode. */
  | { readonly kind: 'converted'; readonly from: 'zawgyi' }
  /** A machine's; nobody has looked at it. */
  | { readonly kind: 'machine'; readonly provider: string; readonly model: string }
  /** Taken from a memory by a person, who saw it; `score` 0 to 102. */
  | { readonly kind: 'match'; readonly score: number; readonly memory: string }
  /** An equal segment was given this translation. */
  | { readonly kind: 'propagated'; readonly segment: SegmentKey; readonly version: number }
  /** Filled in from a memory with all of its document, by an act that is kept like an import. */
  | {
      readonly kind: 'pretranslated';
      readonly score: number;
      readonly memory: string;
      readonly import: string;
    }
  /** Its segment was split or joined with another. */
  | { readonly kind: 'resegmented'; readonly change: 'split' | 'joined' };

/** One version of a target; 1 is the first. */
export interface Version {
  readonly version: number;
  readonly target: Content;
  readonly state: State;
  readonly subState: string | null;
  readonly author: string;
  readonly at: number;
  readonly origin: Origin;
}

export interface StoredSegment {
  readonly key: SegmentKey;
  readonly document: DocumentId;
  readonly unit: UnitId;
  readonly segment: SegmentId;
  /** 1-based position among all segments of the document, also those that are not listed. */
  readonly position: number;
  /** 0-based position of its unit in the document. */
  readonly unitIndex: number;
  readonly source: Content;
  readonly words: number;
  readonly locked: boolean;
  /** Where its unit says so (XLIFF 2's srcDir and trgDir); absent: they follow from the languages. */
  readonly sourceDirection?: UnitDirection;
  readonly targetDirection?: UnitDirection;
  /** The newest version in the language asked for, or null where nobody has written anything. */
  readonly current: Version | null;
  readonly notes: number;
}

export interface SegmentNote {
  readonly id: number;
  readonly author: string;
  readonly at: number;
  readonly text: string;
  /** null: about the source, for all languages. */
  readonly language: LanguageTag | null;
}

export interface SegmentFilter {
  /** `initial` also means: no version yet. Absent: all. */
  readonly states?: readonly State[];
  /** Of their best matches, as they were found last; `new` also means: never looked for. Absent: all. */
  readonly bands?: readonly Band[];
  /** Substring, case-folded, in source or target. */
  readonly text?: string;
}

export interface SegmentPage {
  readonly segments: readonly StoredSegment[];
  /** Give it as `after` for the next page; null at the end. */
  readonly next: number | null;
}

export interface Save {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  /** The version it was made from; 0 where there was none. */
  readonly base: number;
  readonly target: Content;
  readonly state: State;
  readonly subState: string | null;
  readonly author: string;
  readonly at: number;
  readonly origin: Origin;
}

export type SaveResult =
  | { readonly kind: 'saved'; readonly version: Version }
  /** Same target, state and subState as the newest version, whatever the base: nothing was written. */
  | { readonly kind: 'unchanged'; readonly version: Version }
  /** Somebody saved meanwhile: nothing was written; `current` is theirs. */
  | { readonly kind: 'conflict'; readonly current: Version | null }
  | { readonly kind: 'not-found' };

/** A split or a join, by positions as in core/text/edit-content.ts. */
export interface Resegment {
  readonly segment: SegmentKey;
  /** The language that the person works in. */
  readonly language: LanguageTag;
  /** The version of the target that they saw; 0 where there was none. */
  readonly base: number;
  readonly change:
    | { readonly kind: 'split'; readonly source: number; readonly target: number | null }
    /** With the one after it in its unit, whose version they saw too. */
    | { readonly kind: 'join'; readonly next: SegmentKey; readonly nextBase: number };
  readonly author: string;
  readonly at: number;
}

/** What was done; `second` is the new segment of a split, or the one that is no more after a join. */
export interface Resegmented {
  readonly id: ResegmentationId;
  readonly kind: 'split' | 'join';
  readonly document: DocumentId;
  readonly unitIndex: number;
  readonly first: SegmentKey;
  readonly second: SegmentKey;
  readonly author: string;
  readonly at: number;
}

export interface UndoneBy {
  /** The language that the person works in. */
  readonly language: LanguageTag;
  readonly author: string;
  readonly at: number;
}

export type ResegmentResult =
  | { readonly kind: 'resegmented'; readonly done: Resegmented }
  /** Somebody changed one of the targets, or the segmentation, meanwhile: nothing was written. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly reason: ResegmentRefusal }
  | { readonly kind: 'not-found' };

/** A file that went out for translation: what comes back is compared with it. */
export interface SentFile {
  readonly id: SentFileId;
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly fileName: string;
  readonly at: number;
}
export type NewSentFile = Omit<SentFile, 'id'> & {
  readonly bytes: Uint8Array;
  /** Tells repeated ones. */
  readonly hash: string;
};

/** `pending`: its receipt was made, nobody has decided. `running`: it is being applied, in the background. */
export type ImportStatus = 'pending' | 'running' | 'applied' | 'undone';

export interface ImportDetails {
  /** The file that it was compared with; null where nobody knows what was sent. */
  readonly sent: SentFileId | null;
  /** Version of each listed segment when the receipt was made, in document order; 0 where there was none. */
  readonly bases: readonly number[];
  /** What a person decided otherwise than suggested; `version` is the one that they saw here. */
  readonly choices: readonly ImportChoice[];
  /** Tools that had the file. */
  readonly tools: readonly string[];
  /** What applying and undoing came to, by name. */
  readonly counts: readonly (readonly [name: string, count: number])[];
  /** Notes that it brought. */
  readonly notes: readonly (readonly [segment: SegmentKey, note: number])[];
}

export interface ImportChoice {
  /** Of the segment, as in StoredSegment. */
  readonly position: number;
  readonly take: boolean;
  readonly version: number;
}

/** A returned file and what was made of it. */
export interface Import {
  readonly id: string;
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly fileName: string;
  /** Who brought it; once it is applied or undone, who did that. */
  readonly author: string;
  readonly at: number;
  readonly status: ImportStatus;
  readonly details: ImportDetails;
}
export type NewImport = Omit<Import, 'status'> & { readonly bytes: Uint8Array };

export interface ImportedVersion {
  readonly segment: SegmentKey;
  readonly version: number;
}

/** Who decided it, when and why. */
export interface Decision {
  readonly author: string;
  readonly at: number;
  readonly reason: string;
}

export interface IgnoredFinding extends Decision {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  /** Its key, as the checks give it. */
  readonly finding: string;
}

/** What a project decides about checks. */
export interface CheckRules {
  readonly settings: CheckSettings;
  readonly off: readonly (Decision & { readonly check: string })[];
}

export interface StateCount {
  readonly segments: number;
  readonly words: number;
}

/** Counts by state for one document and language; kept, not counted anew. */
export interface Progress {
  readonly document: DocumentId;
  readonly language: LanguageTag;
  readonly byState: Readonly<Record<State, StateCount>>;
}

/** Something changed that an open page may want to know. `id` grows. */
export interface ChangeEvent {
  readonly id: number;
  readonly document: DocumentId;
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  readonly version: number;
  readonly author: string;
  readonly at: number;
}

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** Opening it made it: nothing was ever kept in it before. */
  readonly isNew: boolean;
  readonly analysis: AnalysisStore;
  readonly memories: MemoryStore;
  readonly living: LivingStore;
  readonly terms: TermStore;
  readonly alignments: AlignmentStore;

  createProject(project: NewProject): Promise<ProjectId>;
  listProjects(): Promise<readonly Project[]>;
  findProject(id: ProjectId): Promise<Project | null>;
  updateProject(project: Project): Promise<void>;
  /** Removes it with everything in it; false where it was not there. */
  deleteProject(id: ProjectId): Promise<boolean>;

  findProjectSrx(id: ProjectId): Promise<ProjectSrx | null>;
  /** Replaces it; null takes it away. */
  setProjectSrx(id: ProjectId, file: ProjectSrx | null): Promise<void>;

  addDocument(project: ProjectId, document: NewDocument): Promise<DocumentId>;
  listDocuments(project: ProjectId): Promise<readonly StoredDocument[]>;
  findDocument(id: DocumentId): Promise<StoredDocument | null>;
  /** The file as it came. */
  readOriginal(id: DocumentId): Promise<Uint8Array | null>;
  /** The whole document with the newest targets and states in the language, or with none. */
  readDocument(id: DocumentId, language: LanguageTag | null): Promise<Document | null>;
  /** A short text that is another one after every saved target in the language and every note added or deleted. */
  stampOf(id: DocumentId, language: LanguageTag): Promise<string>;

  /** A page of segments in document order, those after position `after`; `limit` at most 500. */
  listSegments(
    document: DocumentId,
    language: LanguageTag,
    filter: SegmentFilter,
    after: number,
    limit: number,
  ): Promise<SegmentPage>;
  findSegment(key: SegmentKey, language: LanguageTag): Promise<StoredSegment | null>;
  /** What the file asks of the targets of the unit at `unitIndex`; nothing where there is no such unit. */
  findConstraints(document: DocumentId, unitIndex: number): Promise<Pick<Unit, 'limits' | 'rules'>>;
  /** All segments of the unit at `unitIndex`, for context. */
  listUnitSegments(
    document: DocumentId,
    unitIndex: number,
    language: LanguageTag,
  ): Promise<readonly StoredSegment[]>;
  /** The first segment after `after` whose state is one of `states`; from the start again where none follows. */
  nextSegment(
    document: DocumentId,
    language: LanguageTag,
    after: number,
    states: readonly State[],
  ): Promise<StoredSegment | null>;

  saveTarget(save: Save): Promise<SaveResult>;
  /** Many at once (imports): all results in order; done in paced batches, so that single saves stay quick. */
  saveTargets(saves: readonly Save[]): Promise<readonly SaveResult[]>;
  /** Newest first. */
  listVersions(key: SegmentKey, language: LanguageTag): Promise<readonly Version[]>;

  /**
   * Splits a segment or joins two, in every language: in the one that is named the target is cut where it says; in
   * others the whole target stays with the first half, as a draft. Targets that change are new versions; a segment
   * that is no more keeps its own unseen. `words` counts a source as when the document was added.
   */
  resegment(change: Resegment, words: (source: Content) => number): Promise<ResegmentResult>;
  /**
   * Sources and segments as they were before, targets again as new versions. `conflict` where a target or the
   * segmentation of the unit changed since, `not-found` where there is nothing to undo.
   */
  undoResegmentation(id: ResegmentationId, by: UndoneBy): Promise<ResegmentResult>;
  /** Whether anything in it was split or joined, and not undone. */
  isResegmented(document: DocumentId): Promise<boolean>;
  /** The last one of a unit that is not undone, or null. */
  lastResegmentation(document: DocumentId, unitIndex: number): Promise<Resegmented | null>;

  /** Keeps what went out; the newest twenty of a document and language are kept, equal ones once. */
  addSentFile(file: NewSentFile): Promise<SentFileId>;
  /** Newest first. */
  listSentFiles(document: DocumentId, language: LanguageTag): Promise<readonly SentFile[]>;
  readSentFile(id: SentFileId): Promise<Uint8Array | null>;

  /** A pending one; it is forgotten when nobody decides for a week. */
  addImport(added: NewImport): Promise<void>;
  findImport(id: string): Promise<Import | null>;
  readImportFile(id: string): Promise<Uint8Array | null>;
  /** Those that were applied, undone ones too, newest first. */
  listImports(document: DocumentId, language: LanguageTag): Promise<readonly Import[]>;
  /** False, and nothing is written, where its status is no longer the one that the caller saw. */
  updateImport(
    id: string,
    seen: ImportStatus,
    change: { readonly status: ImportStatus; readonly author: string; readonly details: ImportDetails },
  ): Promise<boolean>;
  /** The versions whose origin is this import, in document order. */
  listImportedVersions(id: string): Promise<readonly ImportedVersion[]>;

  addNote(key: SegmentKey, note: Omit<SegmentNote, 'id'>): Promise<SegmentNote | null>;
  listNotes(key: SegmentKey): Promise<readonly SegmentNote[]>;
  /** False where it was not there. */
  deleteNote(key: SegmentKey, id: number): Promise<boolean>;

  /** False where the segment is not there. */
  ignoreFinding(ignored: IgnoredFinding): Promise<boolean>;
  /** False where it was not ignored. */
  restoreFinding(segment: SegmentKey, language: LanguageTag, finding: string): Promise<boolean>;
  listIgnoredFindings(
    where: { readonly document: DocumentId } | { readonly segment: SegmentKey },
    language: LanguageTag,
  ): Promise<readonly IgnoredFinding[]>;
  findCheckRules(project: ProjectId): Promise<CheckRules>;
  /** Switches a check off for the project; with null on again. */
  switchCheck(project: ProjectId, check: string, decision: Decision | null): Promise<void>;
  saveCheckSettings(project: ProjectId, settings: CheckSettings): Promise<void>;

  /** null: no machine translation. */
  findMachineSettings(project: ProjectId): Promise<MachineSettings | null>;
  saveMachineSettings(project: ProjectId, settings: MachineSettings | null): Promise<void>;

  /** Of each document of the project in each of its target languages. */
  projectProgress(project: ProjectId): Promise<readonly Progress[]>;
  documentProgress(document: DocumentId): Promise<readonly Progress[]>;
  /**
   * Code points of a document's targets as they stand, drafts among them and codes left out, by language; added up
   * when asked for. Languages without any target are not there.
   */
  targetCharacters(document: DocumentId): Promise<ReadonlyMap<LanguageTag, number>>;

  /** People who wrote the newest version of at least one segment, most segments first. */
  listAuthors(document: DocumentId, language: LanguageTag): Promise<readonly string[]>;

  /**
   * Calls back once for each change after the call, in order, as a rule within 100 ms, also for changes by other
   * processes on the same data; returns how to stop. A second listener may also get those of the last moment
   * before the call.
   */
  onChange(listener: (event: ChangeEvent) => void): () => void;

  /** Finishes what was accepted and closes. */
  close(): Promise<void>;
}
