/**
 * A document: the units found in a file, where each one's text stands in the original bytes, and its outline.
 * Together with the original bytes (kept beside it, never in it) it is everything: reading makes it, writing
 * splices new text into the original by it.
 */
import type { LanguageTag } from '../text/language.ts';
import type { Block } from './block.ts';
import type { UnitShapes } from './flat-units.ts';
import type { UnitId } from './ids.ts';
import type { Unit } from './unit.ts';
import type { InlineCode } from '../text/content.ts';

export interface Document {
  /** Id of the format that read it (`markdown`, `xliff2` …). */
  readonly format: string;
  /** The finer variant, for people (`XLIFF 2.1`), or ''. */
  readonly variant: string;
  readonly sourceLanguage: LanguageTag | null;
  /** null in a monolingual document, and in a bilingual one that names none. */
  readonly targetLanguage: LanguageTag | null;
  readonly units: readonly Unit[];
  /** Empty where the format has no outline: then each unit is a paragraph. */
  readonly outline: readonly Block[];
  /** Of an XLIFF that we made: the document that it was made of. */
  readonly skeleton: Skeleton | null;
}

/**
 * What merging needs besides the targets: the original file and the places in it. Carried inside the XLIFF
 * that we write, so that it needs nothing else.
 */
export interface Skeleton {
  readonly format: string;
  readonly fileName: string;
  readonly original: Uint8Array;
  /** Ranges of each unit's parts in the original, in order, as [start, end, start, end …] byte offsets. */
  readonly ranges: ReadonlyMap<UnitId, readonly number[]>;
  readonly outline: readonly Block[];
  /** Where links and pictures lead, by hrefKey: XLIFF has no place for it. */
  readonly hrefs: ReadonlyMap<string, string>;
  /** Of a file with one unit a segment: how its units are to be joined. */
  readonly shapes?: UnitShapes;
}

/** Names a code of a unit in `hrefs`. */
export function hrefKey(unit: UnitId, code: InlineCode): string {
  return `${unit} ${code.id}`;
}
