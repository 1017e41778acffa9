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
import type { State } from '../core/document/state.ts';
import type { Unit } from '../core/document/unit.ts';
import type { MachineSettings } from '../core/memory/machine-settings.ts';
import type { CheckSettings } from '../core/qa/check.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { LivingStore } from './living-store.ts';
import type { AlignmentStore } from './alignment-store.ts';
import type { AnalysisStore } from './analysis-store.ts';
import type { MemoryStore } from './memory-store.ts';
import type { SurveyStore } from './survey-store.ts';
import type { TermStore } from './term-store.ts';
import type {
  Import,
  ImportDetails,
  ImportStatus,
  ImportedVersion,
  NewImport,
  NewSentFile,
  SentFile,
} from './exchange.ts';
import type { DocumentId, ProjectId, ResegmentationId, SegmentKey, SentFileId } from './ids.ts';
import type { CheckRules, Decision, IgnoredFinding, NewProject, Project, ProjectSrx } from './project.ts';
import type { Resegment, ResegmentResult, Resegmented, UndoneBy } from './resegmentation.ts';
import type {
  ChangeEvent,
  NewDocument,
  Progress,
  Save,
  SaveResult,
  SegmentFilter,
  SegmentNote,
  SegmentPage,
  StoredDocument,
  StoredSegment,
  Version,
} from './segment.ts';

export interface Store {
  readonly engine: 'sqlite' | 'postgres';
  /** Opening it made it: nothing was ever kept in it before. */
  readonly isNew: boolean;
  readonly analysis: AnalysisStore;
  readonly memories: MemoryStore;
  readonly surveys: SurveyStore;
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
