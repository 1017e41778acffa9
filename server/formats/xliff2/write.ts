/**
 * Splices targets, states and notes into an XLIFF 2 file. A unit in which anything is wrong is left as it is and
 * reported; the others are written. Everything that is not asked for keeps its bytes.
 */
import type { UnitId } from '../../core/document/ids.ts';
import type { SegmentUpdate, UnitUpdate } from '../../core/document/update.ts';
import { segmentsOf, type Segment } from '../../core/document/unit.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { normalizeContent, sameContent, type Content } from '../../core/text/content.ts';
import type { WriteOptions, WriteResult } from '../format.ts';
import type { Splice } from '../shared/splice.ts';
import { setAttribute } from '../shared/xliff/attributes.ts';
import { insertAfter } from '../shared/xliff/insertions.ts';
import { childrenNamed } from '../shared/xliff/walk.ts';
import { writeContent } from '../shared/xliff/write-content.ts';
import { writeUnits, type UnitWriter } from '../shared/xliff/write-units.ts';
import type { XmlElement } from '../shared/xml/scanner.ts';
import type { XmlSource } from '../shared/xml/source.ts';
import { FAMILY } from './family.ts';
import { characterMarkup } from './read-content.ts';
import { readUnit, type ReadUnit } from './read-unit.ts';
import { addNotes } from './write-notes.ts';

export function write(bytes: Uint8Array, updates: readonly UnitUpdate[], options: WriteOptions): WriteResult {
  return writeUnits(bytes, FAMILY, updates, options, writeUnit);
}

const writeUnit: UnitWriter = (source, found, id, update) => {
  const read = readUnit(source, found, id);
  const problems = checkUpdate(read, id, update);
  if (problems.length > 0) return { splices: [], problems };
  const splices: Splice[] = [];
  const segments = segmentsOf(read.unit);
  for (const [index, wanted] of update.segments.entries()) {
    const segment = segments[index];
    const element = read.segmentElements[index];
    if (segment === undefined || element === undefined) continue;
    const written = writeSegment(source, read, segment, element, wanted);
    if ('code' in written)
      return { splices: [], problems: [{ ...written, place: { path: `${id} > ${segment.id}` } }] };
    splices.push(...written);
  }
  splices.push(...addNotes(source, found.element, update.notes ?? []));
  return { splices, problems: [] };
};

function checkUpdate(read: ReadUnit, id: UnitId, update: UnitUpdate): readonly Problem[] {
  const expected = read.segmentElements.length;
  const found = update.segments.length;
  if (expected !== found) {
    return [problem('update-segment-unknown', { path: id }, { unit: id, expected, found })];
  }
  const changes = update.segments.some(
    (segment) => segment.target !== undefined || segment.state !== undefined,
  );
  return changes && !read.unit.translate ? [problem('update-locked', { path: id }, { unit: id })] : [];
}

function writeSegment(
  source: XmlSource,
  read: ReadUnit,
  segment: Segment,
  element: XmlElement,
  wanted: SegmentUpdate,
): readonly Splice[] | Problem {
  const target = wanted.target === undefined ? segment.target : normalizeContent(wanted.target);
  const state = wanted.state ?? (wanted.target === undefined ? segment.state : 'translated');
  // §4.3.1.28: without a target there is nothing but the beginning.
  if (target === null && state !== 'initial') return problem('update-state-invalid', null, { state });
  const targetSplices = changeTarget(
    source,
    read,
    segment,
    element,
    wanted.target === undefined ? null : target,
  );
  if ('code' in targetSplices) return targetSplices;
  // §4.3.1.30: a changed state takes its subState with it, unless a new one is given.
  const subState = wanted.subState ?? (state === segment.state ? segment.subState : undefined);
  const splices = [...targetSplices];
  if (state !== segment.state) splices.push(...setAttribute(source, element, 'state', state));
  if (subState !== segment.subState)
    splices.push(...setAttribute(source, element, 'subState', subState ?? null));
  return splices;
}

function changeTarget(
  source: XmlSource,
  read: ReadUnit,
  segment: Segment,
  element: XmlElement,
  target: Content | null,
): readonly Splice[] | Problem {
  if (target === null || (segment.target !== null && sameContent(segment.target, target))) return [];
  const prefix = element.name.slice(0, element.name.length - element.local.length);
  const content = writeContent(source, target, read.reader.spelling.markups, (character) =>
    characterMarkup(prefix, character),
  );
  if (typeof content !== 'string') return content;
  const existing = childrenNamed(element, 'target')[0];
  if (existing?.selfClosing) {
    const tag = source.raw.slice(existing.start, existing.openEnd).replace(/\s*\/>$/u, '>');
    return [{ start: existing.start, end: existing.end, text: `${tag}${content}</${existing.name}>` }];
  }
  if (existing) return [{ start: existing.openEnd, end: existing.closeStart, text: content }];
  const before = childrenNamed(element, 'source')[0];
  return before ? [insertAfter(source, before, `<${prefix}target>${content}</${prefix}target>`)] : [];
}
