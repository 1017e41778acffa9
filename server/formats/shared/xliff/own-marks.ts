/**
 * Annotations of our own in the XLIFF 2.x that we make: around terms in sources, around targets that something was
 * found in. They are for the tool that the file goes to: reading looks through them, known by their ids, so that the
 * document that comes back has the texts that it had, whatever became of them; and none that is lost is a loss.
 */
import { attributeOf } from '../xml/element.ts';
import type { XmlAttribute } from '../xml/scanner.ts';

export const TERM_PREFIX = 'recto-term-';
/** Also of the ids of the standoff elements that these annotations refer to. */
export const ISSUE_PREFIX = 'recto-issue-';

/** By the beginning of their ids: the type that they are written with. */
const TYPES: readonly (readonly [string, string])[] = [
  [TERM_PREFIX, 'term'],
  [ISSUE_PREFIX, 'its:generic'],
];

/** undefined where the id is none of ours. */
export function ownMarkType(id: string): string | undefined {
  return TYPES.find(([prefix]) => id.startsWith(prefix))?.[1];
}

interface Tag {
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
}

/** Whether it is one of these annotations, as mrk, sm or em. */
export function isOwnMark(element: Tag): boolean {
  switch (element.local) {
    case 'mrk':
    case 'sm': {
      const type = ownMarkType(attributeOf(element, 'id') ?? '');
      return type !== undefined && type === attributeOf(element, 'type');
    }
    case 'em':
      return ownMarkType(attributeOf(element, 'startRef') ?? '') !== undefined;
    default:
      return false;
  }
}

/** Whether it is one of those around targets. */
export function isIssueMark(element: Tag): boolean {
  const id = attributeOf(element, element.local === 'em' ? 'startRef' : 'id');
  return id?.startsWith(ISSUE_PREFIX) === true && isOwnMark(element);
}
