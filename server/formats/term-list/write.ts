/** Concepts to a table: one row a term, so that everything has its place and comes back. */
import type { Concept, Term } from '../../core/terminology/concept.ts';
import { problem } from '../../core/problem.ts';
import { guarded, writeCsv } from '../../core/text/csv.ts';
import type { WriteResult } from '../format.ts';
import { writableConcepts } from '../shared/writable-concepts.ts';
import { PROPERTIES, type Property } from './columns.ts';

/** With a byte order mark, by which spreadsheets know UTF-8. */
export function writeTermList(given: readonly Concept[]): WriteResult {
  const { concepts, problems } = writableConcepts(given);
  const rows = concepts.flatMap((concept) =>
    concept.terms.map((term) => PROPERTIES.map((property) => guarded(valueOf(property, concept, term)))),
  );
  const empty = concepts.filter(({ terms }) => terms.length === 0).length;
  const text = `\ufeff${writeCsv([PROPERTIES, ...rows])}`;
  return {
    bytes: new TextEncoder().encode(text),
    problems: empty === 0 ? problems : [...problems, problem('terms-unwritten', null, { count: empty })],
  };
}

function valueOf(property: Property, concept: Concept, term: Term): string {
  switch (property) {
    case 'term':
      return term.text;
    case 'name':
      return concept.isName ? 'yes' : '';
    case 'conceptNote':
      return concept.note;
    case 'id':
    case 'domain':
    case 'definition':
    case 'image':
      return concept[property];
    case 'language':
    case 'status':
    case 'partOfSpeech':
    case 'gender':
    case 'note':
    case 'source':
    case 'context':
      return term[property] ?? '';
  }
}
