/** Many texts' places, packed, in the order in which the index holds them, so that a page is written once. */
import type { TmPackedTable } from './memory-schema.ts';
import { packPlaces, type Place } from './packed-places.ts';
import { prefixRows, signatureOf } from './prefix.ts';
import type { KeyedText } from './sources.ts';

/** 2^21 places, of token numbers below 2^31 in two tiers: their key is a whole number still. */
const PLACES = 2 ** 21;

/** In batches of some `size` places. */
export function* inPlaceOrder(
  index: number,
  texts: readonly KeyedText[],
  size: number,
): Generator<readonly TmPackedTable[]> {
  for (const part of inParts(texts.toSorted(byLength))) {
    let batch: TmPackedTable[] = [];
    let inBatch = 0;
    for (const { list, places } of listsOf(index, part)) {
      batch.push(...packPlaces({ index_id: index, token: Math.floor(list / 2), tier: list % 2 }, places));
      inBatch += places.length;
      if (inBatch < size) continue;
      yield batch;
      batch = [];
      inBatch = 0;
    }
    yield batch;
  }
}

function byLength(one: KeyedText, other: KeyedText): number {
  return one.tokens.length - other.tokens.length || one.tu - other.tu;
}

interface List {
  /** Token times 2, and tier. */
  readonly list: number;
  /** By length. */
  readonly places: readonly Place[];
}

function* listsOf(index: number, texts: readonly KeyedText[]): Generator<List> {
  const owners: number[] = [];
  const positions: number[] = [];
  const keys: number[] = [];
  for (const [at, { tu, tokens }] of texts.entries()) {
    for (const { token, tier, position } of prefixRows(index, tu, tokens)) {
      keys.push((token * 2 + tier) * PLACES + owners.length);
      owners.push(at);
      positions.push(position);
    }
  }
  let list = 0;
  let places: Place[] = [];
  for (const key of new Float64Array(keys).sort()) {
    const place = key % PLACES;
    const of = Math.floor(key / PLACES);
    if (of !== list && places.length > 0) {
      yield { list, places };
      places = [];
    }
    list = of;
    const { tu, tokens } = texts[owners[place] ?? 0] ?? { tu: 0, tokens: [] };
    const [signature_a, signature_b] = signatureOf(tokens);
    const position = positions[place] ?? 0;
    places.push({ tu_id: tu, length: tokens.length, position, signature_a, signature_b });
  }
  if (places.length > 0) yield { list, places };
}

/** Each with less than PLACES places; a text has no more places than tokens. */
function* inParts(texts: readonly KeyedText[]): Generator<readonly KeyedText[]> {
  let part: KeyedText[] = [];
  let places = 0;
  for (const text of texts) {
    if (places + text.tokens.length >= PLACES) {
      yield part;
      part = [];
      places = 0;
    }
    part.push(text);
    places += text.tokens.length;
  }
  yield part;
}
