/**
 * A note and who it is from (XLIFF 1.2 §2.2.1, `from`). 1.2 has no place for a note's category and segment; in ours
 * they stand before the author.
 */
import { segmentId } from '../../core/document/ids.ts';
import type { Note } from '../../core/document/unit.ts';
import { attributeOf, innerText, type XmlElement } from '../shared/xml/element.ts';

/** A note that is being made. */
type Growing = { -readonly [Key in keyof Note]: Note[Key] };
type From = Pick<Note, 'author' | 'category' | 'segment'>;

export function readNote(element: XmlElement): Note {
  const priority = Number(attributeOf(element, 'priority') ?? '');
  const annotates = attributeOf(element, 'annotates');
  const author = attributeOf(element, 'from');
  const note: Growing = { text: innerText(element) };
  if (annotates === 'source' || annotates === 'target') note.appliesTo = annotates;
  if (Number.isInteger(priority) && priority >= 1 && priority <= 10) note.priority = priority;
  return author === undefined ? note : Object.assign(note, readFrom(author));
}

function readFrom(from: string): From {
  const own = /^recto:([^/]*)\/([^/]*)\/(.*)$/su.exec(from);
  if (own === null) return { author: from };
  const [, category = '', segment = '', author = ''] = own;
  return {
    ...(category === '' ? {} : { category }),
    ...(segment === '' ? {} : { segment: segmentId(segment) }),
    ...(author === '' ? {} : { author }),
  };
}

/** undefined where there is nothing to say. */
export function writeFrom({ author, category, segment }: From): string | undefined {
  const plain = category === undefined && segment === undefined;
  const held = [category, segment].every((value) => value?.includes('/') !== true);
  return plain || !held ? author : `recto:${category ?? ''}/${segment ?? ''}/${author ?? ''}`;
}
