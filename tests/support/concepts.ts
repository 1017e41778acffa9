/** Concepts for tests, made of what differs. */
import type { Concept, Term } from '../../server/core/terminology/concept.ts';
import { tag } from './workbench.ts';

export function term(language: string, text: string, more: Partial<Term> = {}): Term {
  return {
    language: tag(language),
    text,
    status: 'preferred',
    partOfSpeech: null,
    gender: null,
    note: '',
    source: '',
    context: '',
    ...more,
  };
}

export function concept(id: string, terms: readonly Term[], more: Partial<Concept> = {}): Concept {
  return { id, domain: '', definition: '', note: '', image: '', isName: false, terms, ...more };
}
