/**
 * Levenshtein distance over tokens, by 32 tokens at a time (Myers 1999 in Hyyrö's form, in blocks). A question is
 * prepared once and compared with many candidates.
 */

/** The distance to `other`, or `most + 1` as soon as it is sure to be more than `most`. */
export type DistanceTo<T> = (other: readonly T[], most: number) => number;

const BITS = 32;

/** Tokens are compared as the keys of a Map: strings or numbers. */
export function distanceFrom<T extends string | number>(tokens: readonly T[]): DistanceTo<T> {
  const length = tokens.length;
  const blocks = Math.ceil(length / BITS);
  const places = placesOf(tokens, blocks);
  const none = new Int32Array(blocks);
  const rises = new Int32Array(blocks);
  const falls = new Int32Array(blocks);
  const lastBit = 1 << ((length + BITS - 1) % BITS);
  return (other, most) => {
    if (Math.abs(length - other.length) > most) return most + 1;
    if (length === 0) return other.length;
    rises.fill(-1);
    falls.fill(0);
    let distance = length;
    for (let column = 0; column < other.length; column += 1) {
      const token = other[column];
      const match = (token === undefined ? undefined : places.get(token)) ?? none;
      distance += advance(rises, falls, match, lastBit);
      if (distance - (other.length - column - 1) > most) return most + 1;
    }
    return distance;
  };
}

/** Distance of two lists; see distanceFrom. */
export function tokenDistance<T extends string | number>(
  a: readonly T[],
  b: readonly T[],
  most: number = Math.max(a.length, b.length),
): number {
  return distanceFrom(a)(b, most);
}

/** For each token, the bits of where it stands. */
function placesOf<T>(tokens: readonly T[], blocks: number): ReadonlyMap<T, Int32Array> {
  const places = new Map<T, Int32Array>();
  for (const [index, token] of tokens.entries()) {
    const bits = places.get(token) ?? new Int32Array(blocks);
    const block = Math.floor(index / BITS);
    bits[block] = (bits[block] ?? 0) | (1 << (index % BITS));
    places.set(token, bits);
  }
  return places;
}

/**
 * One column of the table: where it rises and falls from row to row. Gives by how much its last row is more than
 * that of the column before: −1, 0 or 1. The first row rises by one a column.
 */
function advance(rises: Int32Array, falls: Int32Array, match: Int32Array, lastBit: number): number {
  let carryRise = 1;
  let carryFall = 0;
  const last = rises.length - 1;
  for (let block = 0; block <= last; block += 1) {
    const rise = rises[block] ?? 0;
    const fall = falls[block] ?? 0;
    const places = match[block] ?? 0;
    const vertical = places | fall;
    const equal = places | carryFall;
    const diagonal = (((equal & rise) + rise) ^ rise) | equal;
    const right = fall | ~(diagonal | rise);
    const left = rise & diagonal;
    const top = block === last ? lastBit : 1 << (BITS - 1);
    const rightOut = (right & top) === 0 ? 0 : 1;
    const leftOut = (left & top) === 0 ? 0 : 1;
    const shiftedRight = (right << 1) | carryRise;
    const shiftedLeft = (left << 1) | carryFall;
    rises[block] = shiftedLeft | ~(vertical | shiftedRight);
    falls[block] = shiftedRight & vertical;
    carryRise = rightOut;
    carryFall = leftOut;
  }
  return carryRise - carryFall;
}
