/** Concepts that are given row by row: rows of one id, or where there are no ids of one term, make one concept. */
import {
  GENDERS,
  PARTS_OF_SPEECH,
  PLAIN_CONCEPT,
  PLAIN_TERM,
  TERM_STATUSES,
  type Concept,
  type Term,
} from '../../core/terminology/concept.ts';

export interface TermRow {
  /** '' where the table has none: the first term names the concept. */
  readonly id: string;
  readonly terms: readonly (Pick<Term, 'language' | 'text'> & Partial<Term>)[];
  readonly concept: Partial<Omit<Concept, 'id' | 'terms'>>;
}

/** In the order of their first rows, without an id where the rows have none. A term that is given again says nothing new. */
export function conceptsOf(rows: readonly TermRow[]): readonly Concept[] {
  const concepts = new Map<string, { concept: Concept; terms: Term[] }>();
  for (const { id, terms, concept } of rows) {
    const [first] = terms;
    if (first === undefined) continue;
    const key = id === '' ? `term ${first.language} ${first.text}` : `id ${id}`;
    let known = concepts.get(key);
    if (known === undefined) {
      known = { concept: { ...PLAIN_CONCEPT, id, terms: [] }, terms: [] };
      concepts.set(key, known);
    }
    known.concept = merged(known.concept, concept);
    for (const term of terms) addTerm(known.terms, term);
  }
  return [...concepts.values()].map(({ concept, terms }) => ({ ...concept, terms }));
}

function merged(concept: Concept, more: TermRow['concept']): Concept {
  const note = [concept.note, more.note ?? ''].filter((text) => text !== '');
  return {
    ...concept,
    domain: concept.domain === '' ? (more.domain ?? '') : concept.domain,
    definition: concept.definition === '' ? (more.definition ?? '') : concept.definition,
    note: [...new Set(note)].join('\n'),
    image: concept.image === '' ? (more.image ?? '') : concept.image,
    isName: concept.isName || more.isName === true,
  };
}

function addTerm(terms: Term[], given: TermRow['terms'][number]): void {
  if (terms.some(({ language, text }) => language === given.language && text === given.text)) return;
  const isFirst = terms.every(({ language }) => language !== given.language);
  terms.push({ ...PLAIN_TERM, status: isFirst ? 'preferred' : 'admitted', ...given });
}

export function statusNamed(text: string): Term['status'] | undefined {
  return TERM_STATUSES.find((each) => each === text.trim().toLowerCase());
}

export function partOfSpeechNamed(text: string): Term['partOfSpeech'] {
  return PARTS_OF_SPEECH.find((each) => each.toLowerCase() === text.trim().toLowerCase()) ?? null;
}

export function genderNamed(text: string): Term['gender'] {
  return GENDERS.find((each) => each === text.trim().toLowerCase()) ?? null;
}

/** The terms of a concept that two languages have, with what is not to be used left out. */
export function pairsOf(
  { terms }: Pick<Concept, 'terms'>,
  source: (term: Pick<Term, 'language'>) => boolean,
  target: (term: Pick<Term, 'language'>) => boolean,
): readonly { readonly source: Term; readonly target: Term }[] {
  const usable = terms.filter(({ status }) => status !== 'forbidden');
  const targets = usable.filter(target);
  return usable.filter(source).flatMap((from) => targets.map((to) => ({ source: from, target: to })));
}
