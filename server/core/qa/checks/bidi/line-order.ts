/**
 * What a reader will see of parts of a right-to-left line: whether each is drawn as it would be drawn alone. The
 * line is laid out once for all of them.
 */
import { visualOrder } from '../../../text/bidi.ts';
import type { Finding, Span } from '../../check.ts';

/** Marks, embeddings and isolates have a place in the order, but nothing is drawn there. */
const NOT_DRAWN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Of parts that run from left to right those that the line shows in another order, or in pieces. */
export function brokenParts(text: string, parts: readonly Span[]): readonly Span[] {
  if (parts.length === 0) return [];
  const isDrawn = (index: number): boolean => !NOT_DRAWN.test(text.charAt(index));
  const place = new Int32Array(text.length);
  visualOrder(text, 'rtl')
    .filter(isDrawn)
    .forEach((index, at) => {
      place[index] = at;
    });
  return parts.filter(({ start, end }) => {
    const alone = visualOrder(text.slice(start, end), 'ltr')
      .map((index) => index + start)
      .filter(isDrawn);
    const first = place[alone[0] ?? start] ?? 0;
    return alone.some((index, at) => place[index] !== first + at);
  });
}

/** The fix of all of these: the part between an opening isolate and PDI. */
export function isolated({ start, end }: Span, opening: '\u2066' | '\u2068'): NonNullable<Finding['fix']> {
  return [
    { start, end: start, text: opening },
    { start: end, end, text: '\u2069' },
  ];
}
