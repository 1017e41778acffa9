/** What CAT tools add to XLIFF 1.2 that Recto heeds: locks. Everything else of theirs is kept and left alone. */
import { attributeIn, attributeOf, elementsOf, type XmlElement } from '../shared/xml/element.ts';

const PHRASE = 'http://www.memsource.com/mxlf/2.0';
const TRADOS = 'http://sdl.com/FileTypes/SdlXliff/1.0';
const MEMOQ = 'MQXliff';

/** Phrase and memoQ lock a unit. */
export function unitIsLocked(unit: XmlElement): boolean {
  return attributeIn(unit, PHRASE, 'locked') === 'true' || attributeIn(unit, MEMOQ, 'locked') !== undefined;
}

/** Trados locks segments, by their mid. */
export function lockedSegments(unit: XmlElement): ReadonlySet<string> {
  const definitions = elementsOf(unit).filter(
    (child) => child.namespace === TRADOS && child.local === 'seg-defs',
  );
  const locked = definitions
    .flatMap(elementsOf)
    .filter((segment) => attributeOf(segment, 'locked') === 'true')
    .map((segment) => attributeOf(segment, 'id') ?? '');
  return new Set(locked);
}
