/** Files that went out for translation, and what was made of those that came back. */
import type { Problem, ProblemCode } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId, SegmentKey, SentFileId } from './ids.ts';

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
  /** What could not be done, in order. */
  readonly failures?: readonly ActFailure[];
  /** Absent: a file was brought, or `fileName` says what was done, as it did once in the language of whoever did it. */
  readonly act?: DocumentAct;
}

/** What was done to a whole document without a file. */
export type DocumentAct =
  /** Filled from the memories with matches of that score and above. */
  | { readonly kind: 'pretranslated'; readonly minimum: number }
  /** Filled by a machine. */
  | { readonly kind: 'machine' }
  /** Mended what the check of that id had found. */
  | { readonly kind: 'fixed'; readonly check: string };

/** Why nothing was made of a segment, or why an act ended before its end. */
export interface ActFailure {
  /** Of the segment, as in StoredSegment; 0: it is about the whole. */
  readonly position: number;
  readonly code: ProblemCode;
  readonly values: Problem['values'];
}

export interface ImportChoice {
  /** Of the segment, as in StoredSegment. */
  readonly position: number;
  readonly take: boolean;
  readonly version: number;
}

/** A returned file and what was made of it; or an act without a file, which is undone like one. */
export interface Import {
  readonly id: string;
  readonly document: DocumentId;
  readonly language: LanguageTag;
  /** '' where there was none. */
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
