/** One unit of XLIFF 2.x (2.1 §4.2.2.5): its segments and ignorables, original data and notes. */
import { isState, type State } from '../../core/document/state.ts';
import { segmentId } from '../../core/document/ids.ts';
import type { Note } from '../../core/document/unit.ts';
import type { ProblemCode } from '../../core/problem.ts';
import { attributeIn, attributeOf, innerText, type XmlElement } from '../shared/xml/element.ts';
import { distinguish, type FoundContent } from '../shared/xliff/codes.ts';
import { hasLock, saysNo } from '../shared/xliff/locks.ts';
import { RECTO_NAMESPACE } from '../shared/xliff/places.ts';
import { partIds, readDirections, type FoundPart, type FoundUnit } from '../shared/xliff/unit.ts';
import { CodeReader } from './codes.ts';
import { readComments, segmentOf, type Commented, type Comments } from './comments.ts';
import { readNames } from './names.ts';

export interface FoundXliffUnit extends FoundUnit {
  readonly element: XmlElement;
  readonly notesElement: XmlElement | null;
  /** Before which `notes` would stand. */
  readonly firstBehindNotes: XmlElement | null;
  /** Of each part, in order. */
  readonly places: readonly PartPlace[];
}

type IsOwn = (namespace: string | null) => boolean;

export interface PartPlace {
  readonly element: XmlElement;
  readonly source: XmlElement | null;
  readonly target: XmlElement | null;
}

export function findXliffUnit(text: string, element: XmlElement, isOwn: IsOwn): FoundXliffUnit {
  const { originalData, notesElement, places } = childrenOf(element, isOwn);
  const names = readNames(attributeIn(element, RECTO_NAMESPACE, 'names'));
  const problems: ProblemCode[] = [];
  const codes = new CodeReader(text, isOwn, originalData, names);
  const { parts, alike } = readParts(codes, element, places, problems);
  return {
    parts,
    alike,
    problems,
    about: () => ({
      name: attributeOf(element, 'name') ?? '',
      notes: readNotes(notesElement, readComments(commentedIn(places, parts), isOwn), isOwn),
      canResegment: !places.some((place) => saysNo(attributeOf(place.element, 'canResegment'))),
      directions: readDirections(element),
    }),
    element,
    notesElement,
    firstBehindNotes: originalData ?? places[0]?.element ?? null,
    places,
  };
}

interface UnitChildren {
  originalData: XmlElement | null;
  notesElement: XmlElement | null;
  readonly places: PartPlace[];
}

/** The first of each, and all parts. */
function childrenOf(element: XmlElement, isOwn: IsOwn): Readonly<UnitChildren> {
  const found: UnitChildren = { originalData: null, notesElement: null, places: [] };
  for (const child of element.children) {
    if (child.kind === 'text' || !isOwn(child.namespace)) continue;
    if (child.local === 'segment' || child.local === 'ignorable') found.places.push(placeOf(child, isOwn));
    else if (child.local === 'originalData') found.originalData ??= child;
    else if (child.local === 'notes') found.notesElement ??= child;
  }
  return found;
}

function placeOf(element: XmlElement, isOwn: IsOwn): PartPlace {
  let source: XmlElement | null = null;
  let target: XmlElement | null = null;
  for (const child of element.children) {
    if (child.kind === 'text' || !isOwn(child.namespace)) continue;
    if (child.local === 'source') source ??= child;
    else if (child.local === 'target') target ??= child;
  }
  return { element, source, target };
}

/** Where comments may stand: each part's source and target. */
function commentedIn(places: readonly PartPlace[], parts: readonly FoundPart[]): readonly Commented[] {
  const all: Commented[] = [];
  let at = 0;
  for (const { source, target } of places) {
    const segment = segmentOf(parts[at++]);
    if (source !== null) all.push({ container: source, appliesTo: 'source', segment });
    if (target !== null) all.push({ container: target, appliesTo: 'target', segment });
  }
  return all;
}

/** Those in `notes`, then the comments that have a text of their own. */
function readNotes(element: XmlElement | null, comments: Comments, isOwn: IsOwn): readonly Note[] {
  if (element === null) return comments.notes;
  const notes: Note[] = [];
  for (const child of element.children) {
    if (child.kind === 'text' || !isOwn(child.namespace)) continue;
    const about = comments.references.get(attributeOf(child, 'id') ?? '');
    const note = readNote(child);
    notes.push(about === undefined ? note : { ...about, ...note });
  }
  return comments.notes.length === 0 ? notes : [...notes, ...comments.notes];
}

function readParts(
  codes: CodeReader,
  unit: XmlElement,
  places: readonly PartPlace[],
  problems: ProblemCode[],
): Pick<FoundUnit, 'parts' | 'alike'> {
  const sources: FoundContent[] = [];
  const targets: (FoundContent | null)[] = [];
  const given: (string | undefined)[] = [];
  for (const { element, source, target } of places) {
    sources.push(source === null ? [] : codes.read(source));
    targets.push(target === null ? null : codes.read(target));
    if (element.local === 'ignorable') continue;
    const id = attributeOf(element, 'id');
    given.push(id === undefined ? id : codes.nameOf(id));
  }
  const alike = distinguish(sources, targets);
  const { ids, clash } = partIds(given);
  if (clash) problems.push('xliff-id-duplicate');
  const lockedUnit = hasLock(unit);
  const parts: FoundPart[] = [];
  let at = 0;
  for (const { element } of places) {
    const source = sources[parts.length] ?? [];
    const target = targets[parts.length] ?? null;
    const locked = lockedUnit || hasLock(element);
    if (element.local === 'ignorable') {
      parts.push({
        source,
        target,
        locked,
        kind: 'ignorable',
        id: '',
        state: 'initial',
        subState: undefined,
      });
      continue;
    }
    const state = readState(attributeOf(element, 'state') ?? 'initial');
    const subState = attributeOf(element, 'subState');
    parts.push({ source, target, locked, kind: 'segment', id: ids[at++] ?? '', state, subState });
  }
  return { parts, alike };
}

/** A note that is being made. */
type GrowingNote = { -readonly [Key in keyof Note]: Note[Key] };

/** A word in other letters than the specification's is taken for the state that it says. */
function readState(written: string): State {
  const state = isState(written) ? written : written.trim().toLowerCase();
  return isState(state) ? state : 'initial';
}

function readNote(element: XmlElement): Note {
  const category = attributeOf(element, 'category');
  const appliesTo = attributeOf(element, 'appliesTo');
  const priority = Number(attributeOf(element, 'priority') ?? '');
  const author = attributeIn(element, RECTO_NAMESPACE, 'author');
  const segment = attributeIn(element, RECTO_NAMESPACE, 'segment');
  const note: GrowingNote = { text: innerText(element) };
  if (category !== undefined) note.category = category;
  if (appliesTo === 'source' || appliesTo === 'target') note.appliesTo = appliesTo;
  if (Number.isInteger(priority) && priority >= 1 && priority <= 10) note.priority = priority;
  if (author !== undefined) note.author = author;
  if (segment !== undefined) note.segment = segmentId(segment);
  return note;
}
