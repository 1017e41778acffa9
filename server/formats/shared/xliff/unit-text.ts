/** One unit of an opened XLIFF as text and elements, whatever the size of the file around it. */
import { readElement, type XmlElement } from '../xml/element.ts';
import type { WorkingBytes } from '../xml/working-bytes.ts';
import type { XliffFamily } from './format.ts';
import type { UnitPlace, XliffPlaces } from './places.ts';
import type { FoundUnit } from './unit.ts';

/** More white space than any honest file has between two tags. */
const LONGEST_INDENT = 1000;

/** What a unit's texts stand in. The rest of it (notes, other translations, modules) is read where it is asked for. */
const TEXTS: ReadonlySet<string> = new Set(['source', 'seg-source', 'target', 'segment', 'ignorable']);

/** A file as read and write see it. */
export interface OpenXliff<Found extends FoundUnit> {
  readonly family: XliffFamily<Found>;
  readonly working: WorkingBytes;
  readonly places: XliffPlaces;
  /** Tells XLIFF's elements from others. */
  readonly isOwn: (namespace: string | null) => boolean;
  /** What is asked of the targets of a unit. */
  readonly constraints: ReturnType<XliffFamily<Found>['constraints']>;
}

/** A unit decoded: offsets of the element count in the text, which may begin a little before it. */
export interface UnitText {
  readonly text: string;
  /** Which byte of the file the text begins with. */
  readonly textStart: number;
  readonly element: XmlElement;
}

/**
 * The unit's own text. The end of the tag before it and the white space between the two come along, for who puts
 * something new on a line of its own.
 */
export function decodeUnit<Found extends FoundUnit>(
  { working: { utf8 } }: OpenXliff<Found>,
  place: UnitPlace,
): UnitText | null {
  const lowest = Math.max(0, place.start - LONGEST_INDENT);
  let textStart = place.start;
  while (textStart > lowest && (utf8[textStart - 1] ?? 0) <= 0x20) textStart -= 1;
  if (textStart > 0 && utf8[textStart - 1] === 0x3e) textStart -= 1;
  else textStart = place.start;
  const text = utf8.toString('utf8', textStart, place.end);
  const element = readElement(text, { start: place.start - textStart, scope: place.scope }, TEXTS);
  return element === null ? null : { text, textStart, element };
}
