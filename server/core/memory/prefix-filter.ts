/**
 * What two lists of tokens must have in common to be similar enough: bounds that an index may rely on, because they
 * lose nothing. With similarity = 1 − edits / longer length, lists of at least `minimum` per cent share at least
 * `longer − mostEdits(longer)` tokens (as multisets). Hence, with both sorted in one order, whichever it is, the first
 * mostEdits(n) + 1 tokens of one and the first mostEdits(m) + 1 of the other have a token in common.
 * Invariant: all bounds rest on isSimilar, in whole numbers where `minimum` is one, so that exactly 70 % is 70 %.
 */

/** Whether so many edits leave two lists similar enough; `minimum` is per cent, `longer` the length of the longer one. */
export function isSimilar(edits: number, longer: number, minimum: number): boolean {
  return (longer - edits) * 100 >= minimum * longer;
}

/** Per cent, not rounded; 100 for two empty lists. */
export function similarityOf(edits: number, longer: number): number {
  return longer === 0 ? 100 : ((longer - edits) * 100) / longer;
}

/** The most edits of two lists that are similar enough, the longer of which has `longer` tokens. */
export function mostEdits(longer: number, minimum: number): number {
  let edits = Math.floor((longer * (100 - minimum)) / 100);
  while (edits < longer && isSimilar(edits + 1, longer, minimum)) edits += 1;
  while (edits > 0 && !isSimilar(edits, longer, minimum)) edits -= 1;
  return edits;
}

/** How many tokens they share at least. */
export function fewestShared(longer: number, minimum: number): number {
  return longer - mostEdits(longer, minimum);
}

/** How many of a list's tokens, first by the common order, are to be indexed and to be looked up. */
export function prefixLength(length: number, minimum: number): number {
  return Math.min(length, mostEdits(length, minimum) + 1);
}

/** The lengths that a list similar enough to one of `length` may have; `minimum` above 0. */
export function lengthBounds(
  length: number,
  minimum: number,
): { readonly least: number; readonly most: number } {
  let most = Math.max(length, Math.floor((length * 100) / minimum));
  while (isSimilar(most + 1 - length, most + 1, minimum)) most += 1;
  while (most > length && !isSimilar(most - length, most, minimum)) most -= 1;
  return { least: fewestShared(length, minimum), most };
}
