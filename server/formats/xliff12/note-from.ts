/**
 * Who a note is from (XLIFF 1.2 §2.2.1, `from`). 1.2 has no place for a note's category and segment; in ours they
 * stand before the author.
 */
import { segmentId } from '../../core/document/ids.ts';
import type { Note } from '../../core/document/unit.ts';

type From = Pick<Note, 'author' | 'category' | 'segment'>;

export function readFrom(from: string): From {
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
