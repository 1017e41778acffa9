/** Concepts for tests, made of what differs. */
import { PLAIN_CONCEPT, PLAIN_TERM, type Concept, type Term } from '../../server/core/terminology/concept.ts';
import { tag } from './workbench.ts';

export function term(language: string, text: string, more: Partial<Term> = {}): Term {
  return { ...PLAIN_TERM, language: tag(language), text, ...more };
}

export function concept(id: string, terms: readonly Term[], more: Partial<Concept> = {}): Concept {
  return { ...PLAIN_CONCEPT, id, terms, ...more };
}
