/**
 * The shape of a format: one plain object a folder, listed in registry.ts. A format turns bytes into a document
 * and splices new text into the same bytes. It never throws on what is in a file, never re-serialises one, and
 * reads again what it wrote. Nothing outside the folder knows the format by name.
 */
import type { Document, Skeleton } from '../core/document/document.ts';
import type { Enrichments } from '../core/document/enrichment.ts';
import type { UnitId } from '../core/document/ids.ts';
import type { Unit } from '../core/document/unit.ts';
import type { StructureReport } from '../core/document/structure.ts';
import type { UnitUpdate } from '../core/document/update.ts';
import type { Place, Problem } from '../core/problem.ts';
import type { Concept } from '../core/terminology/concept.ts';
import type { Content } from '../core/text/content.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { Segmenter } from '../core/text/segmentation.ts';

export interface ReadOptions {
  /** Language of a monolingual document. A bilingual one says it itself. */
  readonly sourceLanguage: LanguageTag;
  readonly segmenter: Segmenter;
  /** `paragraph`: each unit is one segment. */
  readonly granularity: 'sentence' | 'paragraph';
  /** Named options of the format (its `options`), by name; absent ones have their default. */
  readonly switches: Readonly<Record<string, boolean>>;
  /** Of a file that holds translations into several languages: the one that is wanted is among these. */
  readonly targetLanguages?: readonly LanguageTag[];
}

export interface ReadResult {
  /** null where nothing could be made of the file; then problems hold an error. */
  readonly document: Document | null;
  readonly problems: readonly Problem[];
}

export interface WriteOptions {
  /** UNDETERMINED where nobody said it. */
  readonly targetLanguage: LanguageTag;
}

export interface WriteResult {
  /** null where writing was refused as a whole; then problems hold an error. */
  readonly bytes: Uint8Array | null;
  readonly problems: readonly Problem[];
}

export interface OpenedUnit {
  readonly unit: Unit;
  readonly problems: readonly Problem[];
}

/** A bilingual file of which nothing is made before it is asked for. */
export interface OpenedFile {
  /** Id of the format that opened it. */
  readonly format: string;
  /** The finer variant, for people. */
  readonly variant: string;
  readonly sourceLanguage: LanguageTag | null;
  readonly targetLanguage: LanguageTag | null;
  readonly unitCount: number;
  /** Of the unit at an index from 0 to `unitCount` - 1. */
  idOf(index: number): UnitId;
  /** null where no unit has the id. */
  indexOf(id: UnitId): number | null;
  /** Made anew each time; null where there is none. */
  unit(index: number): OpenedUnit | null;
  /** Line and column of each of its segments' targets; of the unit where one has none. */
  placesOfTargets(index: number, segments: number): readonly Place[];
  /** What the file was made of, where it carries that. */
  skeleton(): { readonly skeleton: Skeleton | null; readonly problems: readonly Problem[] };
  /** As the format's `write` does with the file's bytes. */
  write(updates: readonly UnitUpdate[], options: WriteOptions): WriteResult;
}

export interface OpenResult {
  /** null where nothing could be made of the file; then problems hold an error. */
  readonly file: OpenedFile | null;
  /** Of the file as a whole; those of a unit come with it. */
  readonly problems: readonly Problem[];
}

/** How an exchange file is laid out. */
export interface ExchangeLayout {
  /**
   * What stands as the target of a segment that has none: nothing, or its source over again, for tools that fill
   * only a target that is there.
   */
  readonly untranslated: 'nothing' | 'source';
  /** Segments within their units, or one unit a segment, for tools that know no segments. */
  readonly segments: 'in-units' | 'as-units';
}

/** Stable: named on the command line and in links. Its name and use for people stand in locales, `profile-<id>`. */
export type ProfileId = 'omegat' | 'cat' | 'poedit' | 'flat-2.0' | 'xliff-2.0' | 'xliff-2.1' | 'xliff-2.2';

/** An exchange file as some tools want it. */
export interface ExchangeProfile {
  readonly id: ProfileId;
  readonly version: string;
  readonly layout: ExchangeLayout;
  /** Lower-case names of the tools that it is for, by which it is found too. */
  readonly tools: readonly string[];
  /** Whether it can say what is wrong with a target as ITS does; others say it in notes. */
  readonly qualityIssues?: true;
}

/** Options for making a new exchange file of a document (`extract`). */
export interface MakeOptions {
  readonly version: string;
  /** Absent: that of the first profile of the version. */
  readonly layout?: ExchangeLayout;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  /** Name of the original file, without folders. */
  readonly fileName: string;
  readonly skeleton: Skeleton | null;
  /** Matches, terms and history to go with it. */
  readonly enrichments?: Enrichments;
  /** ISO 8601 time for headers; given, so that making is repeatable. */
  readonly date: string;
}

export interface ValidateOptions {
  /** By the strict flavour, where the specification has one. */
  readonly strict: boolean;
}

/** A reading option that a person can switch. */
export interface FormatSwitch {
  /** Its name on the command line (`--no-…` switches it off) and its message key. */
  readonly name: string;
  readonly byDefault: boolean;
}

interface FormatBase {
  /** Stable name: kept in data and files. */
  readonly id: string;
  /** For people; not translated (`Markdown`, `XLIFF 1.2`). */
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  readonly switches: readonly FormatSwitch[];
  /** How sure it is, 0 to 1, that the file is of this format; looks at no more than the first bytes given. */
  probe(head: Uint8Array, fileName: string): number;
  read(bytes: Uint8Array, options: ReadOptions): ReadResult;
  /** Everything that is wrong with a file by the format's specification; absent where there is none to hold to. */
  validate?(bytes: Uint8Array, options?: ValidateOptions): readonly Problem[];
}

/** Writing replaces the source text by the target text. */
export interface MonolingualFormat extends FormatBase {
  readonly kind: 'monolingual';
  /** `document` is what read gave (or its skeleton's likeness): its ranges say where. */
  write(
    bytes: Uint8Array,
    document: Document,
    updates: readonly UnitUpdate[],
    options: WriteOptions,
  ): WriteResult;
}

/** Writing fills or replaces the target beside the source. */
export interface BilingualFormat extends FormatBase {
  readonly kind: 'bilingual';
  /** Where large files are met: the file without its units made. `read` gives the same, all at once. */
  open?(bytes: Uint8Array): OpenResult;
  /** Finds the places anew in `bytes`; unit ids are those that read gives. */
  write(bytes: Uint8Array, updates: readonly UnitUpdate[], options: WriteOptions): WriteResult;
  /**
   * What became of everything but the translations between sending a file and its return: null where one of them
   * cannot be read. A format without it has nothing but translations.
   */
  compareStructure?(sent: Uint8Array, back: Uint8Array): StructureReport | null;
  /** What it can make, oldest version first, the usual one of each version before others; none where it only reads. */
  readonly profiles: readonly ExchangeProfile[];
  /** A new file of this format with all units, targets, states and notes of the document. */
  make(document: Document, options: MakeOptions): WriteResult;
}

export type Format = MonolingualFormat | BilingualFormat;

export interface ListLanguages {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
}

export interface ListedPair {
  readonly source: Content;
  readonly target: Content;
}

export interface ListResult {
  /** null where nothing could be made of the file; then problems hold an error. */
  readonly list:
    | { readonly kind: 'pairs'; readonly pairs: readonly ListedPair[] }
    | { readonly kind: 'lines'; readonly lines: readonly string[] }
    | null;
  readonly problems: readonly Problem[];
}

/** Translations without their document, which may come back in place of the file that was sent. */
export interface TranslationList {
  readonly id: string;
  /** For people; not translated. */
  readonly name: string;
  readonly extensions: readonly string[];
  /** As that of a format. */
  probe(head: Uint8Array, fileName: string): number;
  read(bytes: Uint8Array, languages: ListLanguages): ListResult;
}

export interface TermReadOptions {
  /** Of files that do not say their languages; null where nobody said it. */
  readonly sourceLanguage: LanguageTag | null;
  readonly targetLanguage: LanguageTag | null;
}

export interface TermReadResult {
  /** Each id once, '' where the file has none; null where nothing could be made of it. Then problems hold an error. */
  readonly concepts: readonly Concept[] | null;
  /** Also what of the file has no place in a concept, each sort of it once. */
  readonly problems: readonly Problem[];
}

export interface TermWriteOptions {
  /** Of the termbase. */
  readonly title: string;
  /** Of formats for two languages: those to be written; null where nobody said it. */
  readonly sourceLanguage: LanguageTag | null;
  readonly targetLanguage: LanguageTag | null;
}

/** Termbases: concepts to bytes and back. */
export interface TermFormat {
  readonly id: string;
  /** For people; not translated. */
  readonly name: string;
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** As that of a format. */
  probe(head: Uint8Array, fileName: string): number;
  read(bytes: Uint8Array, options: TermReadOptions): TermReadResult;
  /** Reports what it cannot write. */
  write(concepts: readonly Concept[], options: TermWriteOptions): WriteResult;
}
