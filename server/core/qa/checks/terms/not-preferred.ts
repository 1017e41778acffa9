/** A term that may be used, where the termbase prefers another. */
import type { Check, Finding } from '../../check.ts';
import { comparedTerms } from './compared.ts';

export const termNotPreferred: Check = {
  id: 'term-not-preferred',
  languages: 'all',
  severity: 'note',
  issueType: 'terminology',
  example: {
    source: 'Mutual aid',
    target: 'کمک متقابل',
    mended: 'همیاری',
    targetLanguage: 'fa',
    terms: [
      { source: 'mutual aid', target: 'همیاری' },
      { source: 'mutual aid', target: 'کمک متقابل', status: 'admitted' },
    ],
  },
  find: (segment) =>
    (comparedTerms(segment)?.notPreferred ?? []).map(({ target: { start, end, form }, instead }): Finding => {
      const wanted = instead?.term.text ?? '';
      return {
        target: { start, end },
        values: { term: segment.target.slice(start, end), wanted },
        ...(form === 'same' && { fix: [{ start, end, text: wanted }] }),
      };
    }),
};
