/**
 * What every segmenter has in common: line breaks part a text into pieces, boundaries inside protected spans are not
 * made, and spans begin and end with something other than white space.
 */
import type { SegmentOptions, Span } from '../segmentation.ts';
import { skipSpace, trimEnd } from './characters.ts';

const BLANK_LINE = /(?:\r\n|[\n\r\u2028])[^\S\n\r\u2028\u2029]*(?=[\n\r\u2028])(?!(?<=\r)\n)|\u2029/g;
/** But the one before a mark that stands alone on its line. */
const LINE_BREAK = /[\n\r\u2028\u2029](?![^\S\n\r\u2028\u2029]*[.,;!?။؟](?:\s|$))/g;

/**
 * The segments of a text. A blank line always ends one, a line break does where `lineBreaks` says so; `boundariesIn`
 * gives the offsets of the other boundaries of a piece, rising.
 */
export function cutPieces(
  text: string,
  options: SegmentOptions,
  boundariesIn: (piece: string) => readonly number[],
): readonly Span[] {
  const isProtected = protector(options.protected ?? []);
  const spans: Span[] = [];
  let from = 0;
  const breaks = options.lineBreaks === 'boundary' ? LINE_BREAK : BLANK_LINE;
  for (const match of text.matchAll(breaks)) {
    if (isProtected(match.index)) continue;
    cutPiece(from, match.index);
    from = match.index;
  }
  cutPiece(from, text.length);
  return spans;

  function cutPiece(start: number, end: number): void {
    const piece = start === 0 && end === text.length ? text : text.slice(start, end);
    let segmentStart = 0;
    for (const boundary of [...boundariesIn(piece), piece.length]) {
      if (boundary < piece.length && isProtected(start + boundary)) continue;
      const first = skipSpace(piece, segmentStart);
      const last = trimEnd(piece, boundary, first);
      if (last > first) spans.push({ start: start + first, end: start + last });
      segmentStart = boundary;
    }
  }
}

function protector(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return (offset) => {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merged[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const span = merged[low];
    return span !== undefined && span.start < offset && offset < span.end;
  };
}
