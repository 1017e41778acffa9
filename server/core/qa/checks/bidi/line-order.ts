/**
 * What a reader will see of parts of a right-to-left line: whether each is drawn as it would be drawn alone. The
 * line is laid out once for all of them.
 */
import { visualOrder } from '../../../text/bidi.ts';
import type { Finding, Span } from '../../check.ts';

/** Marks, embeddings and isolates have a place in the order, but nothing is drawn there. */
const NOT_DRAWN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

/** Of parts that run from left to right those that the line shows in another order, or in pieces. */
function brokenParts(text: string, parts: readonly Span[]): readonly Span[] {
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

/** Of so many findings in one text it is tried out whether isolating helps; mending those shows the next ones. */
const TRIED = 16;

/**
 * The broken parts of a text, each with the fix of putting it between an opening isolate and PDI. An isolate can
 * disturb a part beside it that leaned on it: where no fewer parts would be broken, nothing is offered.
 */
export function brokenFindings(
  text: string,
  partsOf: (text: string) => readonly Span[],
  opening: '\u2066' | '\u2068',
): readonly Pick<Finding, 'target' | 'fix'>[] {
  const broken = brokenParts(text, partsOf(text));
  return broken.map((span, index) => {
    if (index >= TRIED) return { target: span };
    const { start, end } = span;
    const mended = `${text.slice(0, start)}${opening}${text.slice(start, end)}\u2069${text.slice(end)}`;
    if (brokenParts(mended, partsOf(mended)).length >= broken.length) return { target: span };
    return {
      target: span,
      fix: [
        { start, end: start, text: opening },
        { start: end, end, text: '\u2069' },
      ],
    };
  });
}
