/** What a generation of XLIFF adds to what all share: how its units are read, and how they are changed. */
import type { LanguageTag } from '../../../core/text/language.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Patch } from '../xml/patch.ts';
import type { FoundCode } from './codes.ts';
import type { FilePlace, TagPlace, XliffDialect, XliffPlaces } from './places.ts';
import type { UnitPlan } from './plan.ts';
import type { FoundUnit } from './unit.ts';

export interface XliffFamily<Found extends FoundUnit> extends XliffDialect {
  /** Reads one unit; `isOwn` tells XLIFF's elements from others. */
  findUnit(text: string, element: XmlElement, isOwn: (namespace: string | null) => boolean): Found;
  variant(places: XliffPlaces): string;
  languages(places: XliffPlaces): {
    readonly source: string | undefined;
    readonly target: string | undefined;
  };
  /**
   * The base64 text that an embedded original stands in, or null; `ours` where the file says that we wrote it.
   * `head` is the file's header or skeleton.
   */
  payload(head: XmlElement, file: FilePlace): { readonly base64: string; readonly ours: boolean } | null;
  patchUnit(context: PatchContext, found: Found, plan: UnitPlan): readonly Patch[];
  /** What start tags outside the units need once targets were added. */
  patchTags(places: XliffPlaces, targetLanguage: LanguageTag): readonly TagPatches[];
  /** Whether a character that XML cannot hold can be written in content. */
  readonly writesIllegalCharacters: boolean;
  /** Whether a pair that is one element can be written as two that stand apart. */
  splits(found: FoundCode): boolean;
}

/** Changes to one start tag; their offsets count in its own text. */
export interface TagPatches {
  readonly tag: TagPlace;
  readonly patches: readonly Patch[];
}

export interface PatchContext {
  /** The unit's own text, in which all offsets count. */
  readonly text: string;
  /** The file's line end. */
  readonly newline: string;
  readonly element: XmlElement;
}
