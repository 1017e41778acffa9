/** Segments of a document in order, each with what stands before and after it, as a memory is asked for them. */
import type { TuContext } from '../core/memory/tu.ts';
import { textOf, type Content } from '../core/text/content.ts';

/** `withIds`: the ids of units are the file's own (`hasOwnIds`), so that they say something of the place. */
export async function* inContext<T extends { readonly source: Content; readonly unit: string }>(
  segments: AsyncIterable<T> | Iterable<T>,
  withIds: boolean,
): AsyncGenerator<{ readonly segment: T; readonly context: TuContext }> {
  const idOf = ({ unit }: T): string | null => (withIds ? unit : null);
  let before: string | null = null;
  let segment: T | null = null;
  for await (const next of segments) {
    if (segment !== null) {
      yield { segment, context: { previous: before, next: textOf(next.source), id: idOf(segment) } };
      before = textOf(segment.source);
    }
    segment = next;
  }
  if (segment !== null) yield { segment, context: { previous: before, next: null, id: idOf(segment) } };
}
