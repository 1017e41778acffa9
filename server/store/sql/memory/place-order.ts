/** Many texts' rows of the prefix index in the order in which the index holds them, so that a page is written once. */
import type { TmPrefixTable } from './memory-schema.ts';
import { prefixRows } from './prefix.ts';
import type { KeyedText } from './sources.ts';

/** 2^21 rows of a token number below 2^31 each: their sum is a whole number still. */
const ROWS = 2 ** 21;

/** In batches of at most `size`, by token. Rows are made twice, which takes less than to hold them. */
export function* inPlaceOrder(
  index: number,
  texts: readonly KeyedText[],
  size: number,
): Generator<readonly TmPrefixTable[]> {
  for (const some of inParts(texts)) {
    const owners: number[] = [];
    const keys: number[] = [];
    for (const [at, { tu, tokens }] of some.entries()) {
      for (const { token } of prefixRows(index, tu, tokens)) {
        keys.push(token * ROWS + owners.length);
        owners.push(at);
      }
    }
    const sorted = new Float64Array(keys).sort();
    for (let from = 0; from < sorted.length; from += size) {
      const batch: TmPrefixTable[] = [];
      for (const key of sorted.subarray(from, from + size)) {
        const { tu, tokens } = some[owners[key % ROWS] ?? 0] ?? { tu: 0, tokens: [] };
        const row = prefixRows(index, tu, tokens).find(({ token }) => token === Math.floor(key / ROWS));
        if (row !== undefined) batch.push(row);
      }
      yield batch;
    }
  }
}

/** Each with less than ROWS rows; a text has no more rows than tokens. */
function* inParts(texts: readonly KeyedText[]): Generator<readonly KeyedText[]> {
  let part: KeyedText[] = [];
  let rows = 0;
  for (const text of texts) {
    if (rows + text.tokens.length >= ROWS) {
      yield part;
      part = [];
      rows = 0;
    }
    part.push(text);
    rows += text.tokens.length;
  }
  yield part;
}
