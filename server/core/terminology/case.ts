/**
 * Which letters of a term must be capitals where it stands in a text. Most terms are written in any case; one that is
 * written all in capitals or with a capital inside (US, IT, LaTeX) only so, and a proper name with its capitals.
 */
import type { Concept, Term } from './concept.ts';

/** `free`: no matter; `capitals`: of the words that have them, the first letter; `exact`: every letter. */
export type CaseRule = 'free' | 'capitals' | 'exact';

const CAPITAL_INSIDE = /[\p{L}\p{N}]\p{M}*\p{Lu}/u;

export function caseOf(
  term: Pick<Term, 'text' | 'partOfSpeech'>,
  concept: Pick<Concept, 'isName'>,
): CaseRule {
  const words = term.text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  // A whole phrase in capitals is a heading that somebody took over.
  const isShouted = words.length > 2 && !/\p{Ll}/u.test(term.text);
  if (!isShouted && words.some((word) => CAPITAL_INSIDE.test(word))) return 'exact';
  if (words.length === 1 && /^\p{Lu}$/u.test(term.text)) return 'capitals';
  const isName = concept.isName || term.partOfSpeech === 'properNoun';
  return isName && /\p{Lu}/u.test(term.text) ? 'capitals' : 'free';
}

/**
 * Whether a text's words are written as the term's are. An ending may follow; a text all in capitals has the capitals of
 * names, and says nothing of those of abbreviations.
 */
export function isWritten(
  rule: CaseRule,
  wanted: readonly string[],
  written: readonly string[],
  isShouted: boolean,
): boolean {
  if (rule === 'free') return true;
  if (rule === 'exact' && isShouted) return false;
  // A compound, written as one word or as several.
  if (wanted.length !== written.length)
    return isWritten(rule, [wanted.join('')], [written.join('')], isShouted);
  return wanted.every((word, index) => {
    const own = written[index] ?? '';
    if (rule === 'exact' && CAPITAL_INSIDE.test(word)) return own.startsWith(word);
    return !/^\p{Lu}/u.test(word) || /^\p{Lu}/u.test(own);
  });
}
