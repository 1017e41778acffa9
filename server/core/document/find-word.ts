/** Where a term that is known to be in a text stands in one run of it. */

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}\u200c\u200d]/u;

/**
 * The first place of a term as a whole word, whatever its case; null where there is none, or where its letters are
 * written otherwise (in another normal form).
 */
export function findWord(
  text: string,
  term: string,
): { readonly start: number; readonly end: number } | null {
  if (term === '') return null;
  const pattern = new RegExp(term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
  for (const { 0: found, index: start } of text.matchAll(pattern)) {
    const end = start + found.length;
    if (isWhole(text, start, end)) return { start, end };
  }
  return null;
}

const SPACELESS = /[\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}]/u;

/** Stacks the letter behind it under the one before it, in Burmese. */
const STACKER = '\u1039';

/**
 * A letter at a term's edge must not go on beside it; scripts without spaces have no such edge, but the term must not
 * begin or end within a character.
 */
function isWhole(text: string, start: number, end: number): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  if (SPACELESS.test(text.slice(start, end))) return before !== STACKER && !/\p{M}/u.test(after);
  return !WORD_CHARACTER.test(before) && !WORD_CHARACTER.test(after);
}
