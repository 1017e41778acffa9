/**
 * The rows of a TUV in the prefix index. Tokens are in one order for all, rarest (highest number) first; tier 0 is as
 * much of them as finds similarities of 70 and above, tier 1 what is needed down to 50 (core/memory/prefix-filter.ts).
 */
import { prefixLength } from '../../../core/memory/prefix-filter.ts';
import type { TmPrefixTable } from './memory-schema.ts';

/** Least similarity that tier 0, or tier 0 and tier 1, lose nothing of. */
export const TIERS = [70, 50] as const;

export function rarestFirst(tokens: readonly number[]): readonly number[] {
  return tokens.toSorted((a, b) => b - a);
}

/** Rows of a text of so many tokens, none of them twice. */
export function mostRows(length: number): number {
  return prefixLength(length, TIERS[1]);
}

export function prefixRows(index: number, tu: number, tokens: readonly number[]): readonly TmPrefixTable[] {
  const length = tokens.length;
  const sorted = rarestFirst(tokens);
  const [signature_a, signature_b] = signatureOf(tokens);
  const near = prefixLength(length, TIERS[0]);
  const rows: TmPrefixTable[] = [];
  for (const [position, token] of sorted.slice(0, mostRows(length)).entries()) {
    // The first of equal ones says it all.
    if (position > 0 && sorted[position - 1] === token) continue;
    const tier = position < near ? 0 : 1;
    rows.push({ tu_id: tu, index_id: index, token, tier, length, position, signature_a, signature_b });
  }
  return rows;
}

/** 64 bits as two signed numbers of 32: each token sets one. */
export function signatureOf(tokens: readonly number[]): readonly [number, number] {
  let a = 0;
  let b = 0;
  for (const token of tokens) {
    const bit = Math.imul(token, 0x9e3779b1) >>> 26;
    if (bit < 32) a |= 1 << bit;
    else b |= 1 << (bit - 32);
  }
  return [a, b];
}

/** How many bits of a number of 32 are set. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
