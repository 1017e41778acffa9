/** One unit of XLIFF 2.x (2.1 §4.2.2.5): its segments and ignorables, original data and notes. */
import { isState } from '../../core/document/state.ts';
import { segmentId } from '../../core/document/ids.ts';
import type { Note } from '../../core/document/unit.ts';
import type { ProblemCode } from '../../core/problem.ts';
import { attributeIn, attributeOf, elementsOf, innerText, type XmlElement } from '../shared/xml/element.ts';
import { distinguish } from '../shared/xliff/codes.ts';
import { hasLock, saysNo } from '../shared/xliff/locks.ts';
import { RECTO_NAMESPACE } from '../shared/xliff/places.ts';
import { partIds, readDirections, type FoundPart, type FoundUnit } from '../shared/xliff/unit.ts';
import { readContent, readData, type CodeContext } from './codes.ts';
import { readComments, segmentOf } from './comments.ts';
import { readNames } from './names.ts';

export interface FoundXliffUnit extends FoundUnit {
  readonly element: XmlElement;
  readonly notesElement: XmlElement | null;
  /** Before which `notes` would stand. */
  readonly firstBehindNotes: XmlElement | null;
  /** Of each part, in order. */
  readonly places: readonly PartPlace[];
}

export interface PartPlace {
  readonly element: XmlElement;
  readonly source: XmlElement | null;
  readonly target: XmlElement | null;
}

export function findXliffUnit(
  text: string,
  element: XmlElement,
  isOwn: (namespace: string | null) => boolean,
): FoundXliffUnit {
  const own = (parent: XmlElement): readonly XmlElement[] =>
    elementsOf(parent).filter((child) => isOwn(child.namespace));
  const children = own(element);
  const child = (name: string): XmlElement | null => children.find((each) => each.local === name) ?? null;
  const [originalData, notesElement] = [child('originalData'), child('notes')];
  const dataElements = originalData === null ? [] : own(originalData);
  const context: CodeContext = {
    text,
    isOwn,
    data: new Map(dataElements.map((data) => [attributeOf(data, 'id') ?? '', readData(data)])),
    names: readNames(attributeIn(element, RECTO_NAMESPACE, 'names')),
  };
  const places = children
    .filter((each) => each.local === 'segment' || each.local === 'ignorable')
    .map((part): PartPlace => {
      const inner = own(part);
      const find = (name: string): XmlElement | null => inner.find((each) => each.local === name) ?? null;
      return { element: part, source: find('source'), target: find('target') };
    });
  const problems: ProblemCode[] = [];
  const fixed = new Set(
    places.map((each) => each.element).filter((part) => saysNo(attributeOf(part, 'canResegment'))),
  );
  const parts = readParts(context, element, places, problems);
  const comments = readComments(
    places.flatMap(({ source, target }, index) => {
      const segment = segmentOf(parts[index]);
      return [
        { container: source, appliesTo: 'source' as const, segment },
        { container: target, appliesTo: 'target' as const, segment },
      ];
    }),
    isOwn,
  );
  const notes = notesElement === null ? [] : own(notesElement);
  return {
    name: attributeOf(element, 'name') ?? '',
    notes: [
      ...notes.map((note) => ({
        ...comments.references.get(attributeOf(note, 'id') ?? ''),
        ...readNote(note),
      })),
      ...comments.notes,
    ],
    parts,
    canResegment: fixed.size === 0,
    directions: readDirections(element),
    problems,
    element,
    notesElement,
    firstBehindNotes: originalData ?? places[0]?.element ?? null,
    places,
  };
}

function readParts(
  context: CodeContext,
  unit: XmlElement,
  places: readonly PartPlace[],
  problems: ProblemCode[],
): readonly FoundPart[] {
  const read = (element: XmlElement | null) => (element === null ? [] : readContent(context, element));
  const contents = distinguish(
    places.map((place) => read(place.source)),
    places.map((place) => (place.target === null ? null : read(place.target))),
  );
  const segments = places.filter((place) => place.element.local === 'segment');
  const given = segments.map((place) => attributeOf(place.element, 'id'));
  const { ids, clash } = partIds(given.map((id) => (id === undefined ? id : (context.names.get(id) ?? id))));
  if (clash) problems.push('xliff-id-duplicate');
  const lockedUnit = hasLock(unit);
  let at = 0;
  return places.map((place, index): FoundPart => {
    const [source, target] = [contents.sources[index] ?? [], contents.targets[index] ?? null];
    const locked = lockedUnit || hasLock(place.element);
    if (place.element.local === 'ignorable') {
      return { source, target, locked, kind: 'ignorable', id: '', state: 'initial', subState: undefined };
    }
    const written = attributeOf(place.element, 'state')?.trim().toLowerCase() ?? 'initial';
    const state = isState(written) ? written : 'initial';
    const subState = attributeOf(place.element, 'subState');
    return { source, target, locked, kind: 'segment', id: ids[at++] ?? '', state, subState };
  });
}

function readNote(element: XmlElement): Note {
  const category = attributeOf(element, 'category');
  const appliesTo = attributeOf(element, 'appliesTo');
  const priority = Number(attributeOf(element, 'priority') ?? '');
  const author = attributeIn(element, RECTO_NAMESPACE, 'author');
  const segment = attributeIn(element, RECTO_NAMESPACE, 'segment');
  return {
    text: innerText(element),
    ...(category === undefined ? {} : { category }),
    ...(appliesTo === 'source' || appliesTo === 'target' ? { appliesTo } : {}),
    ...(Number.isInteger(priority) && priority >= 1 && priority <= 10 ? { priority } : {}),
    ...(author === undefined ? {} : { author }),
    ...(segment === undefined ? {} : { segment: segmentId(segment) }),
  };
}
