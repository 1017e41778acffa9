/** Puts new text in place of some of the old. Everything else of the original stays what it was. */

export interface Splice {
  /** Half-open range of UTF-16 offsets in the original. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The splices are in order and do not overlap. */
export function spliceText(original: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end, text } of splices) {
    pieces.push(original.slice(from, start), text);
    from = end;
  }
  return [...pieces, original.slice(from)].join('');
}

/** UTF-8 of the text, behind as many bytes of `original` as its byte order mark takes. */
export function encodeText(text: string, original: Uint8Array, markLength: number): Uint8Array {
  const body = new TextEncoder().encode(text);
  if (markLength === 0) return body;
  const bytes = new Uint8Array(markLength + body.length);
  bytes.set(original.subarray(0, markLength));
  bytes.set(body, markLength);
  return bytes;
}
