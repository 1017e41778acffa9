/**
 * Comment annotations (XLIFF 2.1 §4.7.3.1.3): a `mrk` or `sm` of type `comment` holds its text as `value`, or refers
 * to a note of the unit, which is then about that segment. They are shown as notes and stay where they are.
 */
import { segmentId, type SegmentId } from '../../core/document/ids.ts';
import type { Note } from '../../core/document/unit.ts';
import { attributeOf, type XmlElement } from '../shared/xml/element.ts';

/** Where comments may stand: one segment's or ignorable's source or target. */
export interface Commented {
  readonly container: XmlElement;
  readonly appliesTo: 'source' | 'target';
  /** null of an ignorable. */
  readonly segment: SegmentId | null;
}

export interface Comments {
  /** Those with a text of their own. */
  readonly notes: readonly Note[];
  /** What the notes that are referred to are about, by their ids. */
  readonly references: ReadonlyMap<string, Pick<Note, 'appliesTo' | 'segment'>>;
}

export function readComments(
  all: readonly Commented[],
  isOwn: (namespace: string | null) => boolean,
): Comments {
  const notes: Note[] = [];
  const references = new Map<string, Pick<Note, 'appliesTo' | 'segment'>>();
  for (const { container, appliesTo, segment } of all) {
    const about = segment === null ? { appliesTo } : { appliesTo, segment };
    const visit = (element: XmlElement): void => {
      for (const child of element.children) {
        if (child.kind === 'text' || !isOwn(child.namespace)) continue;
        if (isComment(child)) {
          const value = attributeOf(child, 'value') ?? '';
          // `#n=id`, or the id alone as older tools write it.
          const reference = /^#(?:n=)?([^=/]+)$/.exec(attributeOf(child, 'ref') ?? '')?.[1];
          if (value !== '') notes.push({ text: value, ...about });
          else if (reference !== undefined && !references.has(reference)) references.set(reference, about);
        }
        visit(child);
      }
    };
    visit(container);
  }
  return { notes, references };
}

function isComment(element: XmlElement): boolean {
  return (element.local === 'mrk' || element.local === 'sm') && attributeOf(element, 'type') === 'comment';
}

/** The segment of a part, for what stands in it. */
export function segmentOf(
  part: { readonly kind: string; readonly id: string } | undefined,
): SegmentId | null {
  return part?.kind === 'segment' ? segmentId(part.id) : null;
}
