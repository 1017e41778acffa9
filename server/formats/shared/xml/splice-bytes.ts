/** Changes to bytes as splices. Invariant: what no splice covers is copied as it was. */

export interface ByteSplice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The bytes with all splices applied. They must not overlap. */
export function spliceBytes(bytes: Buffer, splices: readonly ByteSplice[]): Buffer {
  const sorted = splices.toSorted((a, b) => a.start - b.start);
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
