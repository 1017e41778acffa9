/**
 * The port of alignments in work: two texts, the links between them, and what a person corrected. It belongs to no
 * project; what comes of it goes into a memory or a document.
 * Invariants: the texts never change; links change only from the version that somebody saw.
 */
import type { LinkPatch } from '../core/alignment/edit-links.ts';
import type { Link } from '../core/alignment/link.ts';
import type { Side } from '../core/alignment/side.ts';
import type { LanguageTag } from '../core/text/language.ts';

export interface AlignmentSummary {
  /** A UUID. */
  readonly id: string;
  /** Names of the files. */
  readonly sourceFile: string;
  readonly targetFile: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  /** Who changed it last, and when. */
  readonly author: string;
  readonly at: number;
  readonly createdAt: number;
  /** Grows with every change; 1 is the first. */
  readonly version: number;
}

export interface KeptAlignment extends AlignmentSummary {
  readonly links: readonly Link[];
  /** What undoes the last changes, the newest last. */
  readonly undo: readonly LinkPatch[];
}

export interface AlignmentSides {
  readonly source: Side;
  readonly target: Side;
}

export interface NewAlignment extends Omit<KeptAlignment, 'version' | 'undo'> {
  readonly sides: AlignmentSides;
  /** The source document as an XLIFF without targets. */
  readonly document: Uint8Array;
}

export interface AlignmentStore {
  addAlignment(alignment: NewAlignment): Promise<void>;
  /** The last changed first. */
  listAlignments(): Promise<readonly AlignmentSummary[]>;
  findAlignment(id: string): Promise<KeptAlignment | null>;
  readSides(id: string): Promise<AlignmentSides | null>;
  readAlignedDocument(id: string): Promise<Uint8Array | null>;
  /** False, and nothing is written, where it is no longer of the version that the caller saw. */
  updateAlignment(
    id: string,
    seen: number,
    change: Pick<KeptAlignment, 'links' | 'undo' | 'author' | 'at'>,
  ): Promise<boolean>;
  /** False where it was not there. */
  deleteAlignment(id: string): Promise<boolean>;
}
