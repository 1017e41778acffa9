/** What a generation of XLIFF adds to what all share: how its units are read, and how they are changed. */
import type { Resegmentation } from '../../../core/document/segmentation-edit.ts';
import type { Unit } from '../../../core/document/unit.ts';
import type { LanguageTag } from '../../../core/text/language.ts';
import type { XmlElement } from '../xml/element.ts';
import type { XmlAttribute } from '../xml/scanner.ts';
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
  /**
   * What the file asks of the targets of its units: for each unit, by its position among them. Looks through the
   * bytes once, and only where the file uses what can say such things.
   */
  constraints(
    utf8: Buffer,
    isOwn: (namespace: string | null) => boolean,
  ): (index: number, element: XmlElement, found: FoundUnit) => Constraints;
  patchUnit(context: PatchContext, found: Found, plan: UnitPlan): readonly Patch[];
  /** Patches that split a segment or join two; the unit allows it. null where this file cannot say it. */
  resegment(context: PatchContext, found: Found, change: Resegmentation): readonly Patch[] | null;
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

export type Constraints = Pick<Unit, 'limits' | 'rules'>;

export interface PatchContext {
  /** The unit's own text, in which all offsets count. */
  readonly text: string;
  /** The file's line end. */
  readonly newline: string;
  readonly element: XmlElement;
  /** The document's root. */
  readonly root: { readonly attributes: readonly XmlAttribute[] };
}
