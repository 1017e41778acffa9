/** Changes to bytes as splices. Invariant: what no splice covers is copied as it was. */
import { inOrder, type Patch } from './patch.ts';

/** A patch whose offsets count in bytes. */
export type ByteSplice = Patch;

/** The bytes with all splices applied; those at one place in the order given. They must not overlap. */
export function spliceBytes(bytes: Buffer, splices: readonly ByteSplice[]): Buffer {
  const sorted = inOrder(splices);
  let growth = 0;
  for (const { start, end, text } of sorted) growth += Buffer.byteLength(text) - (end - start);
  const result = Buffer.allocUnsafeSlow(bytes.length + growth);
  // As plain arrays, because a Buffer looks at each argument of each call.
  const source = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const output = new Uint8Array(result.buffer, result.byteOffset, result.length);
  let from = 0;
  let to = 0;
  for (const { start, end, text } of sorted) {
    if (start < from) throw new Error(`splices overlap at ${start}`);
    output.set(source.subarray(from, start), to);
    to += start - from;
    to += result.write(text, to);
    from = end;
  }
  output.set(source.subarray(from), to);
  return result;
}

/** Adds the patches of a text as splices of the bytes that it was decoded from, which begin at `from` among all. */
export function addSplices(
  splices: ByteSplice[],
  text: string,
  from: number,
  patches: readonly Patch[],
): void {
  let at = 0;
  let byte = from;
  for (const patch of inOrder(patches)) {
    if (patch.start < at) throw new Error(`patches overlap at ${patch.start}`);
    const start = byte + Buffer.byteLength(text.slice(at, patch.start));
    byte = start + Buffer.byteLength(text.slice(patch.start, patch.end));
    at = patch.end;
    splices.push({ start, end: byte, text: patch.text });
  }
}
