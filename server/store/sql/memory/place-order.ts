/** Many texts' places, packed, in the order in which the index holds them, so that a page is written once. */
import type { TmPackedTable } from './memory-schema.ts';
import { packPlaces, type Place } from './packed-places.ts';
import { mostRows, prefixRows, signatureOf } from './prefix.ts';
import { unpackTokens } from './token-list.ts';

/** 2^21 places, of token numbers below 2^31 in two tiers: their key is a whole number still. */
const PLACES = 2 ** 21;

/** A TUV with its tokens as they are kept, for there may be many of them. */
export interface PackedText {
  readonly tu: number;
  readonly tokens: string;
  /** How many tokens. */
  readonly length: number;
}

/** In batches of some `size` places. */
export function* inPlaceOrder(
  index: number,
  texts: readonly PackedText[],
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

function byLength(one: PackedText, other: PackedText): number {
  return one.length - other.length || one.tu - other.tu;
}

interface List {
  /** Token times 2, and tier. */
  readonly list: number;
  /** By length. */
  readonly places: readonly Place[];
}

function* listsOf(index: number, { texts, most }: Part): Generator<List> {
  const keys = new Float64Array(most);
  const owners = new Uint32Array(most);
  const positions = new Uint16Array(most);
  const signatures = new Int32Array(2 * texts.length);
  let count = 0;
  for (const [at, { tu, tokens: packed }] of texts.entries()) {
    const tokens = unpackTokens(packed);
    signatures.set(signatureOf(tokens), 2 * at);
    for (const { token, tier, position } of prefixRows(index, tu, tokens)) {
      keys[count] = (token * 2 + tier) * PLACES + count;
      owners[count] = at;
      positions[count] = position;
      count += 1;
    }
  }
  let list = 0;
  let places: Place[] = [];
  for (const key of keys.subarray(0, count).sort()) {
    const place = key % PLACES;
    const of = Math.floor(key / PLACES);
    if (of !== list && places.length > 0) {
      yield { list, places };
      places = [];
    }
    list = of;
    const owner = owners[place] ?? 0;
    const { tu: tu_id = 0, length = 0 } = texts[owner] ?? {};
    places.push({
      tu_id,
      length,
      position: positions[place] ?? 0,
      signature_a: signatures[2 * owner] ?? 0,
      signature_b: signatures[2 * owner + 1] ?? 0,
    });
  }
  if (places.length > 0) yield { list, places };
}

interface Part {
  readonly texts: readonly PackedText[];
  /** As many places at most. */
  readonly most: number;
}

/** Each with less than PLACES places. */
function* inParts(texts: readonly PackedText[]): Generator<Part> {
  let part: PackedText[] = [];
  let most = 0;
  for (const text of texts) {
    const rows = mostRows(text.length);
    if (most + rows >= PLACES) {
      yield { texts: part, most };
      part = [];
      most = 0;
    }
    part.push(text);
    most += rows;
  }
  yield { texts: part, most };
}
