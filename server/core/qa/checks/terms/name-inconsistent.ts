/** A name for which several spellings are agreed, written in two of them in one document. */
import { recognise } from '../../../terminology/recognise.ts';
import type { Concept } from '../../../terminology/concept.ts';
import type { CheckedSegment, DocumentCheck } from '../../check.ts';

const TERMS = [
  { source: 'Kropotkin', target: 'کروپوتکین', isName: true },
  { source: 'Kropotkin', target: 'کرپاتکین', status: 'admitted', isName: true },
] as const;

export const nameInconsistent: DocumentCheck = {
  id: 'name-inconsistent',
  languages: 'all',
  severity: 'warning',
  issueType: 'inconsistency',
  exampleLanguage: 'fa',
  example: [
    {
      source: 'Kropotkin left.',
      target: 'کروپوتکین رفت.',
      mended: 'کروپوتکین رفت.',
      terms: TERMS,
    },
    {
      source: 'Kropotkin came back.',
      target: 'کرپاتکین بازگشت.',
      mended: 'کروپوتکین بازگشت.',
      terms: TERMS,
    },
  ],
  group: (segment) => nameIn(segment)?.concept.id ?? null,
  variant: (segment) => nameIn(segment)?.spelling ?? '',
};

/** The first name of the source that may be spelt in several ways and is spelt in one of them. */
function nameIn({
  source,
  target,
  terms,
}: CheckedSegment): { readonly concept: Concept; readonly spelling: string } | null {
  if (terms === undefined) return null;
  const names = recognise(source, terms.source)
    .flatMap(({ entries }) => entries.map(({ concept }) => concept))
    .filter((concept) => concept.isName && (terms.target.byConcept.get(concept)?.length ?? 0) > 1);
  if (names.length === 0) return null;
  for (const { entries } of recognise(target, terms.target)) {
    const entry = entries.find(({ concept, term }) => names.includes(concept) && term.status !== 'forbidden');
    if (entry !== undefined) return { concept: entry.concept, spelling: entry.term.text };
  }
  return null;
}
