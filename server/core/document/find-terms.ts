/**
 * Terms of a glossary that a unit's source holds: whole words, whatever their case, the longest first. Plain
 * look-up by equal words; inflected forms are not found.
 */
import { textOf } from '../text/content.ts';
import type { Term } from './enrichment.ts';
import type { Unit } from './unit.ts';

/** A glossary ready to be looked up in many units. */
export type TermFinder = (unit: Unit) => readonly Term[];

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}\u200c\u200d]/u;

export function termFinder(terms: readonly Term[]): TermFinder {
  const folded = terms
    .map((term) => ({ term, text: fold(term.source.trim()) }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => b.text.length - a.text.length);
  return (unit) => {
    const source = fold(unit.parts.map((part) => textOf(part.source)).join(''));
    return folded.filter(({ text }) => holdsWord(source, text)).map(({ term }) => term);
  };
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function holdsWord(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (isWhole(text, at, at + term.length)) return true;
  }
  return false;
}

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
