/** Where the targets of a unit stand in the file, for who points at them (an editor, a code review). */
import type { Place } from '../../../core/problem.ts';
import { LineCounter } from '../xml/byte-text.ts';
import type { XmlElement } from '../xml/element.ts';
import { attributeOf } from '../xml/element.ts';
import { decodeUnit, type OpenXliff } from './unit-text.ts';
import type { FoundUnit } from './unit.ts';

/**
 * Gives, for the unit at an index, the place of each of its segments' targets (behind the start tag), or of the
 * unit where a segment has none. Asked in ascending order it reads the bytes once.
 */
export function targetPlaces<Found extends FoundUnit>(
  open: OpenXliff<Found>,
): (index: number, segments: number) => readonly Place[] {
  const { utf8 } = open.working;
  const lines = new LineCounter(utf8);
  return (index, segments) => {
    const unit = open.places.units.at(index);
    const decoded = unit === undefined ? null : decodeUnit(open, unit);
    if (unit === undefined || decoded === null) return [];
    const { text, element } = decoded;
    const targets = targetsOf(element, segments, open.isOwn);
    const byteOf = (offset: number): number =>
      unit.start + Buffer.byteLength(text.slice(element.start, offset));
    const first = lines.placeOf(unit.start);
    return targets.map((target) => (target === null ? first : lines.placeOf(byteOf(target.openEnd))));
  };
}

function targetsOf(
  unit: XmlElement,
  segments: number,
  isOwn: (namespace: string | null) => boolean,
): readonly (XmlElement | null)[] {
  const own = (parent: XmlElement, name: string): readonly XmlElement[] =>
    parent.children
      .filter((child) => child.kind === 'element')
      .filter((child) => child.local === name && isOwn(child.namespace));
  const inSegments = own(unit, 'segment').map((segment) => own(segment, 'target')[0] ?? null);
  if (inSegments.length > 0) return inSegments;
  const target = own(unit, 'target')[0] ?? null;
  if (target === null || segments < 2) return Array.from({ length: segments }, () => target);
  const marks = own(target, 'mrk').filter((mark) => attributeOf(mark, 'mtype') === 'seg');
  return Array.from({ length: segments }, (_none, index) => marks[index] ?? target);
}
