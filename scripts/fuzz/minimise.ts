/** The smallest bytes that still show the same: pieces are left out as long as that holds. */

/** `fails` says whether the bytes still show it; it is asked at most `tries` times. */
export function minimise(bytes: Uint8Array, fails: (bytes: Uint8Array) => boolean, tries = 400): Uint8Array {
  let best = bytes;
  let left = tries;
  for (
    let size = Math.ceil(best.length / 2);
    size >= 1 && left > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let start = 0; start < best.length && left > 0; left -= 1) {
      const shorter = new Uint8Array(Buffer.concat([best.subarray(0, start), best.subarray(start + size)]));
      if (fails(shorter)) best = shorter;
      else start += size;
    }
  }
  return best;
}
