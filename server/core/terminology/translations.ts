/** What a concept is called in a language. */
import type { LanguageTag } from '../text/language.ts';
import type { Concept, Term, TermStatus } from './concept.ts';
import { isOfLanguage } from './term-index.ts';

const RANK: Readonly<Record<TermStatus, number>> = { preferred: 0, admitted: 1, forbidden: 2 };

/** Its terms in the language: preferred, admitted, forbidden; among equals in their own order. */
export function termsIn(concept: Pick<Concept, 'terms'>, language: LanguageTag): readonly Term[] {
  return concept.terms
    .filter((term) => isOfLanguage(term, language))
    .sort((a, b) => RANK[a.status] - RANK[b.status]);
}

/** Those of them that may be used. */
export function translationsOf(concept: Pick<Concept, 'terms'>, language: LanguageTag): readonly Term[] {
  return termsIn(concept, language).filter(({ status }) => status !== 'forbidden');
}
