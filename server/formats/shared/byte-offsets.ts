/**
 * From places in a text (UTF-16 offsets) to places in its UTF-8 bytes, and back. Made once a text, in linear
 * time; each question is then answered at once (back: by halving).
 */

export interface ByteOffsets {
  /** Byte offset of a UTF-16 offset, which is not inside a surrogate pair. */
  readonly toByte: (offset: number) => number;
  /** UTF-16 offset of a byte offset, or -1 where none begins there. */
  readonly toOffset: (byte: number) => number;
}

/** `before`: how many bytes stand before the text (a byte order mark). */
export function byteOffsets(text: string, before = 0): ByteOffsets {
  const bytes = new Uint32Array(text.length + 1);
  let at = before;
  for (let index = 0; index < text.length; index += 1) {
    bytes[index] = at;
    at += utf8Length(text.charCodeAt(index));
  }
  bytes[text.length] = at;
  return {
    toByte: (offset) => bytes[Math.min(Math.max(offset, 0), text.length)] ?? before,
    toOffset: (byte) => search(bytes, byte),
  };
}

/** A surrogate is counted as half of the four bytes of its pair. */
function utf8Length(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
}

function search(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : -1;
}
