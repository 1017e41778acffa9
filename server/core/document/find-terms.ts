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

/** A letter at a term's edge must not go on beside it; scripts without spaces have no such edge. */
function holdsWord(text: string, term: string): boolean {
  const spaceless = /[\p{Script=Myanmar}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Han}]/u.test(
    term,
  );
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + term.length);
    if (spaceless || (!WORD_CHARACTER.test(before) && !WORD_CHARACTER.test(after))) return true;
  }
  return false;
}
