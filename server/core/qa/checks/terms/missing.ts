/** A term of the source, none of whose agreed translations stands in the target, in whatever form. */
import type { MissingTerm } from '../../../terminology/compare-terms.ts';
import type { Check, CheckedSegment, Finding } from '../../check.ts';
import { comparedTerms } from './compared.ts';

export const termMissing: Check = {
  id: 'term-missing',
  languages: 'all',
  severity: 'warning',
  issueType: 'terminology',
  messages: ['message', 'name'],
  example: {
    source: 'Mutual aid is a law of nature.',
    target: 'کمک قانون طبیعت است.',
    mended: 'همیاری قانون طبیعت است.',
    targetLanguage: 'fa',
    terms: [{ source: 'mutual aid', target: 'همیاری' }],
  },
  find: (segment) =>
    missingTerms(segment).flatMap((missing) => (strayIn(segment) === null ? [findingOf(missing)] : [])),
};

/** One missing, and one other term that the source does not ask for: it stands in its place. */
export const termWrong: Check = {
  id: 'term-wrong',
  languages: 'all',
  severity: 'warning',
  issueType: 'terminology',
  example: {
    source: 'Mutual aid is a law of nature.',
    target: 'نیکوکاری قانون طبیعت است.',
    mended: 'همیاری قانون طبیعت است.',
    targetLanguage: 'fa',
    terms: [
      { source: 'mutual aid', target: 'همیاری' },
      { source: 'charity', target: 'نیکوکاری' },
    ],
  },
  find: (segment) => {
    const stray = strayIn(segment);
    if (stray === null) return [];
    return missingTerms(segment).map((missing): Finding => {
      const { source, values } = findingOf(missing);
      const { start, end } = stray;
      return {
        target: { start, end },
        ...(source && { source }),
        values: { ...values, other: segment.target.slice(start, end) },
      };
    });
  },
};

function missingTerms(segment: CheckedSegment): readonly MissingTerm[] {
  return comparedTerms(segment)?.missing ?? [];
}

function strayIn(segment: CheckedSegment): { readonly start: number; readonly end: number } | null {
  const { missing = [], stray = [] } = comparedTerms(segment) ?? {};
  return missing.length === 1 && stray.length === 1 ? (stray[0] ?? null) : null;
}

/** Most translations that a message names. */
const NAMED = 3;

function findingOf({ source: { start, end, entries }, concept, wanted }: MissingTerm): Finding {
  return {
    target: null,
    source: { start, end },
    message: concept.isName ? 'name' : 'message',
    values: {
      term: entries[0]?.term.text ?? '',
      wanted: wanted
        .slice(0, NAMED)
        .map(({ term }) => term.text)
        .join(' / '),
    },
  };
}
