/** Documents and their segments as they are kept, the versions of a target, and what is counted. */
import type { Document } from '../core/document/document.ts';
import type { SegmentId, UnitId } from '../core/document/ids.ts';
import type { State } from '../core/document/state.ts';
import type { UnitDirection } from '../core/document/unit.ts';
import type { Band } from '../core/memory/bands.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { DocumentId, ProjectId, SegmentKey } from './ids.ts';

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
  /** Mended by the fix of the check of that id, with all that the act mended. */
  | { readonly kind: 'fixed'; readonly check: string; readonly import: string }
  /** From an encoding that is not Unicode. */
  | { readonly kind: 'converted'; readonly from: 'zawgyi' }
  /** A machine's; nobody has looked at it. `import`: the act that filled its document, where one did. */
  | {
      readonly kind: 'machine';
      readonly provider: string;
      readonly model: string;
      readonly import?: string;
    }
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

/** The version that it would make, and of what. */
export interface Save extends Omit<Version, 'version'> {
  readonly segment: SegmentKey;
  readonly language: LanguageTag;
  /** The version it was made from; 0 where there was none. */
  readonly base: number;
}

export type SaveResult =
  | { readonly kind: 'saved'; readonly version: Version }
  /** Same target, state and subState as the newest version, whatever the base: nothing was written. */
  | { readonly kind: 'unchanged'; readonly version: Version }
  /** Somebody saved meanwhile: nothing was written; `current` is theirs. */
  | { readonly kind: 'conflict'; readonly current: Version | null }
  | { readonly kind: 'not-found' };

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
