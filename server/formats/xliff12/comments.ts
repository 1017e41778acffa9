/**
 * What people said about a text elsewhere than in a `note`: the comment of a `mrk` (XLIFF 1.2 §2.3, mrk), and the
 * comments that CAT tools keep in elements of their own beside the target. They are shown as notes and stay where
 * they are.
 */
import { segmentId } from '../../core/document/ids.ts';
import type { Note } from '../../core/document/unit.ts';
import { attributeOf, elementsOf, innerText, type XmlElement } from '../shared/xml/element.ts';
import { saysYes } from '../shared/xliff/locks.ts';
import { readStateComment } from './states.ts';

type IsOwn = (namespace: string | null) => boolean;

/** Comments of the annotations in source or target; `ids` are the segments' by their mids. */
export function markComments(
  container: XmlElement | null,
  appliesTo: 'source' | 'target',
  isOwn: IsOwn,
  ids: ReadonlyMap<string, string>,
): readonly Note[] {
  const notes: Note[] = [];
  const visit = (element: XmlElement, segment: string | undefined): void => {
    for (const child of elementsOf(element)) {
      if (!isOwn(child.namespace)) continue;
      const mark = child.local === 'mrk';
      const isSegment = mark && attributeOf(child, 'mtype') === 'seg';
      const within = isSegment ? (ids.get(attributeOf(child, 'mid') ?? '') ?? segment) : segment;
      const text = mark ? (attributeOf(child, 'comment') ?? '') : '';
      if (text !== '' && readStateComment(text) === null) {
        notes.push({ text, appliesTo, ...(within === undefined ? {} : { segment: segmentId(within) }) });
      }
      visit(child, within);
    }
  };
  if (container !== null) visit(container, undefined);
  return notes;
}

/** Attributes that tools name a comment's author by. */
const AUTHORS = /^(?:author|user|user-?name|creator|creator-?user|created-?by)$/i;

/** Elements of other namespaces in the unit, called comment or note, that are not marked as deleted. */
export function toolComments(unit: XmlElement, isOwn: IsOwn): readonly Note[] {
  const notes: Note[] = [];
  for (const child of unit.children) {
    if (child.kind === 'element' && !isOwn(child.namespace)) addComments(child, notes);
  }
  return notes;
}

function addComments(element: XmlElement, notes: Note[]): void {
  if (/^(?:comment|note)$/i.test(element.local)) {
    const text = innerText(element).trim();
    const deleted = element.attributes.some((each) => each.local === 'deleted' && saysYes(each.value));
    if (text !== '' && !deleted) notes.push({ text, ...about(element) });
  } else for (const child of elementsOf(element)) addComments(child, notes);
}

function about(element: XmlElement): Pick<Note, 'author' | 'appliesTo'> {
  const find = (name: RegExp): string =>
    element.attributes.find((each) => name.test(each.local))?.value ?? '';
  const author = find(AUTHORS);
  const side = find(/^applies-?to$/i).toLowerCase();
  return {
    ...(author === '' ? {} : { author }),
    ...(side === 'source' || side === 'target' ? { appliesTo: side } : {}),
  };
}
