/**
 * Where the halves of a split segment stand in the original file. Only text that stands there as it reads can be
 * cut to the byte; anything else stays one place, which the first half has, and is written as one piece.
 */
import { codesOf, textOf, type Content } from '../text/content.ts';
import type { ByteRange } from './unit.ts';

/** Ranges of the first half, the white space between and the second half, without gaps; null where there is none. */
export function splitRange(
  whole: Content,
  range: ByteRange | undefined,
  [first, gap]: readonly [Content, Content, Content],
): readonly [ByteRange, ByteRange, ByteRange] | null {
  if (range === undefined) return null;
  const { start, end } = range;
  const literal = codesOf(whole).length === 0 && bytesOf(whole) === end - start;
  const from = literal ? start + bytesOf(first) : end;
  const to = literal ? from + bytesOf(gap) : end;
  return [
    { start, end: from },
    { start: from, end: to },
    { start: to, end },
  ];
}

/** Length in UTF-8. */
function bytesOf(content: Content): number {
  let length = 0;
  for (const character of textOf(content)) {
    const point = character.codePointAt(0) ?? 0;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}
