/** One `unit` of XLIFF 2 as a unit of the model (§4.2.2.5-7), with what writing needs to know of its places. */
import type { UnitId } from '../../core/document/ids.ts';
import { segmentId } from '../../core/document/ids.ts';
import { isState } from '../../core/document/state.ts';
import type { Note, Segment, Unit, UnitPart } from '../../core/document/unit.ts';
import { normalizeContent, type Content } from '../../core/text/content.ts';
import {
  attribute,
  characterData,
  childrenNamed,
  inherited,
  textIn,
  type FoundUnit,
} from '../shared/xliff/walk.ts';
import type { XmlElement } from '../shared/xml/scanner.ts';
import type { XmlSource } from '../shared/xml/source.ts';
import { ContentReader } from './read-content.ts';

export interface ReadUnit {
  readonly unit: Unit;
  /** The `segment` elements, in the order of the unit's segments. */
  readonly segmentElements: readonly XmlElement[];
  readonly reader: ContentReader;
}

/** Never fails: what is missing is taken as its default. */
export function readUnit(source: XmlSource, found: FoundUnit, id: UnitId): ReadUnit {
  const { element } = found;
  const reader = new ContentReader(source, originalData(source, element));
  const segmentElements: XmlElement[] = [];
  const parts: UnitPart[] = [];
  const elements = element.children.filter(
    (child): child is XmlElement =>
      child.kind === 'element' && (isPart(child, element, 'segment') || isPart(child, element, 'ignorable')),
  );
  // Sources first: their spelling of a code goes before a target's.
  const sources = elements.map((part) => contentOf(reader, part, 'source') ?? []);
  elements.forEach((part, index) => {
    const contents = { source: sources[index] ?? [], target: contentOf(reader, part, 'target') };
    if (part.local === 'ignorable') {
      parts.push({ kind: 'ignorable', ...contents });
    } else {
      segmentElements.push(part);
      parts.push(readSegment(source, part, segmentElements.length, contents));
    }
  });
  return { unit: unitOf(source, found, id, parts), segmentElements, reader };
}

function isPart(child: XmlElement, unit: XmlElement, local: string): boolean {
  return child.local === local && child.namespace === unit.namespace;
}

function unitOf(
  source: XmlSource,
  { element, file }: FoundUnit,
  id: UnitId,
  parts: readonly UnitPart[],
): Unit {
  return {
    id,
    file,
    name: attribute(source, element, 'name') ?? '',
    translate: inherited(source, element, 'translate') !== 'no',
    canResegment: inherited(source, element, 'canResegment') !== 'no',
    notes: childrenNamed(element, 'notes').flatMap((notes) =>
      childrenNamed(notes, 'note').map((note) => readNote(source, note, parts)),
    ),
    parts,
  };
}

function originalData(source: XmlSource, unit: XmlElement): ReadonlyMap<string, string> {
  const entries = childrenNamed(unit, 'originalData').flatMap((data) =>
    childrenNamed(data, 'data').map(
      (each) => [attribute(source, each, 'id') ?? '', dataText(source, each)] as const,
    ),
  );
  return new Map(entries);
}

/** `data` holds text and `cp`. */
function dataText(source: XmlSource, data: XmlElement): string {
  return data.children
    .map((child) => {
      if (child.kind === 'text') return characterData(source, child);
      if (child.kind === 'aside' || child.local !== 'cp') return '';
      const point = Number.parseInt(attribute(source, child, 'hex') ?? '', 16);
      return point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
    })
    .join('');
}

function contentOf(reader: ContentReader, part: XmlElement, local: 'source' | 'target'): Content | null {
  const element = childrenNamed(part, local)[0];
  return element ? normalizeContent(reader.read(element)) : null;
}

function readSegment(
  source: XmlSource,
  element: XmlElement,
  number: number,
  contents: { readonly source: Content; readonly target: Content | null },
): Segment {
  const state = attribute(source, element, 'state') ?? '';
  const subState = attribute(source, element, 'subState');
  return {
    kind: 'segment',
    // §4.3.1.22: a segment need not have an id; its place is its name then.
    id: segmentId(attribute(source, element, 'id') ?? String(number)),
    state: isState(state) ? state : 'initial',
    ...(subState === null ? {} : { subState }),
    ...contents,
  };
}

function readNote(source: XmlSource, note: XmlElement, parts: readonly UnitPart[]): Note {
  const get = (name: string): string | null => attribute(source, note, name);
  const category = get('category');
  const appliesTo = get('appliesTo');
  const priority = Number(get('priority') ?? Number.NaN);
  const id = get('id');
  const segment = parts.find(
    (part): part is Segment => part.kind === 'segment' && noteIdOf(part.id) === id?.split('.')[0],
  );
  return {
    text: textIn(source, note),
    ...(category === null ? {} : { category }),
    ...(appliesTo === 'source' || appliesTo === 'target' ? { appliesTo } : {}),
    ...(Number.isInteger(priority) ? { priority } : {}),
    ...(segment ? { segment: segment.id } : {}),
  };
}

/** XLIFF 2 has no notes on segments; ours are told by their id, `n-<segment>.<number>`. */
export function noteIdOf(segment: string): string {
  return `n-${segment}`;
}
