/** Changes to bytes as splices. Invariant: what no splice covers is copied as it was. */

export interface ByteSplice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The bytes with all splices applied. They must not overlap. */
export function spliceBytes(bytes: Buffer, splices: readonly ByteSplice[]): Buffer {
  const sorted = splices
    .map(({ start, end, text }) => ({ start, end, utf8: Buffer.from(text, 'utf8') }))
    .sort((a, b) => a.start - b.start);
  const growth = sorted.reduce((sum, { start, end, utf8 }) => sum + utf8.length - (end - start), 0);
  const result = Buffer.allocUnsafeSlow(bytes.length + growth);
  let from = 0;
  let to = 0;
  for (const { start, end, utf8 } of sorted) {
    if (start < from) throw new Error(`splices overlap at ${start}`);
    to += bytes.copy(result, to, from, start);
    to += utf8.copy(result, to);
    from = end;
  }
  bytes.copy(result, to, from);
  return result;
}
