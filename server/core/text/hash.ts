/** Hashes of texts for looking rows up. What has the same hash is compared before it counts as the same. */

/** 53 bits, so that both engines and JavaScript hold it as a whole number. */
export function hashOf(text: string): number {
  let high = 0x2545f491;
  let low = 0x6c8e9cf5;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    low = Math.imul(low ^ unit, 0xc2b2ae35);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  high = Math.imul(high ^ (low >>> 16) ^ text.length, 0x9e3779b1);
  low = Math.imul(low ^ (high >>> 15), 0x7feb352d);
  return (high >>> 11) * 0x1_0000_0000 + ((low ^ (high >>> 14)) >>> 0);
}
