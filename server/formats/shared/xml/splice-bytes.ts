/** Changes to bytes as splices. Invariant: what no splice covers is copied as it was. */
import { inOrder, type Patch } from './patch.ts';

/** A patch whose offsets count in bytes. */
export type ByteSplice = Patch;

/** The bytes with all splices applied; those at one place in the order given. They must not overlap. */
export function spliceBytes(bytes: Buffer, splices: readonly ByteSplice[]): Buffer {
  const sorted = inOrder(splices);
  let growth = 0;
  for (const { start, end, text } of sorted) growth += Buffer.byteLength(text, 'utf8') - (end - start);
  const result = Buffer.allocUnsafeSlow(bytes.length + growth);
  let from = 0;
  let to = 0;
  for (const { start, end, text } of sorted) {
    if (start < from) throw new Error(`splices overlap at ${start}`);
    to += bytes.copy(result, to, from, start);
    to += result.write(text, to, 'utf8');
    from = end;
  }
  bytes.copy(result, to, from);
  return result;
}

/** Patches of a text as splices of the bytes that it was decoded from, which begin at `from` among all. */
export function splicesOf(text: string, from: number, patches: readonly Patch[]): readonly ByteSplice[] {
  let [at, byte] = [0, from];
  const byteOf = (offset: number): number => {
    byte += Buffer.byteLength(text.slice(at, offset), 'utf8');
    at = offset;
    return byte;
  };
  return inOrder(patches).map((patch) => {
    if (patch.start < at) throw new Error(`patches overlap at ${patch.start}`);
    return { start: byteOf(patch.start), end: byteOf(patch.end), text: patch.text };
  });
}
