/**
 * An edition: one document published in one language or two. This is what a publisher is given: texts resolved
 * (target, or source where there is none), in the order of the outline, with everything that a reader should
 * know about them. Pure data; building it decides nothing about HTML or EPUB.
 */
import type { Block } from '../document/block.ts';
import type { UnitId } from '../document/ids.ts';
import type { State } from '../document/state.ts';
import type { Content } from '../text/content.ts';
import type { Direction, LanguageTag } from '../text/language.ts';

/** One side of a segment as it is to be set. */
export interface EditionText {
  readonly content: Content;
  readonly language: LanguageTag;
}

export interface EditionSegment {
  readonly kind: 'segment' | 'ignorable';
  /** Stable anchor in the edition (`u12-s1`), '' for an ignorable. */
  readonly anchor: string;
  readonly source: Content;
  /** What the reader gets: the target, or the source where it is not translated. */
  readonly text: EditionText;
  readonly translated: boolean;
  readonly state: State;
}

export interface EditionUnit {
  readonly id: UnitId;
  readonly segments: readonly EditionSegment[];
}

export interface Person {
  readonly name: string;
  /** `author`, `translator`, `editor`. */
  readonly role: 'author' | 'translator' | 'editor';
}

/** Another edition of the same work, for the language switcher and hreflang. */
export interface SiblingEdition {
  readonly language: LanguageTag;
  readonly title: string;
  /** Relative address. */
  readonly href: string;
}

export interface EditionDetails {
  /** Title in the edition's language; taken from the first heading where nobody gave one. */
  readonly title: string;
  readonly people: readonly Person[];
  /** Licence or rights statement, as text; '' where unknown. */
  readonly licence: string;
  /** Where the text comes from, as text; '' where unknown. */
  readonly origin: string;
  /** Stable identifier of the work (`urn:uuid:…`), the same for all its editions. */
  readonly workId: string;
  /** ISO 8601 date and time of this edition; given, so that publishing is repeatable. */
  readonly date: string;
  readonly siblings: readonly SiblingEdition[];
}

/** Share of segments by state, for the completeness statement. */
export interface Completeness {
  readonly segments: number;
  readonly translated: number;
  readonly reviewed: number;
}

export interface Edition extends EditionDetails {
  readonly language: LanguageTag;
  readonly direction: Direction;
  readonly sourceLanguage: LanguageTag;
  /** Source and target facing, paragraph by paragraph. */
  readonly bilingual: boolean;
  readonly completeness: Completeness;
  readonly outline: readonly Block[];
  readonly units: ReadonlyMap<UnitId, EditionUnit>;
}
