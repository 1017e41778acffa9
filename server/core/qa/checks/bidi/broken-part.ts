/**
 * A Latin stretch, a path, an address or a number that a right-to-left line will show broken, by the bidirectional
 * algorithm itself: C++ as ++C, /usr/bin as usr/bin/, -5 as 5-. An isolate keeps it whole.
 */
import { directionOf } from '../../../text/language.ts';
import type { Check } from '../../check.ts';
import { withoutMarkup } from '../../text/masked.ts';
import { leftToRightParts } from './left-to-right-parts.ts';
import { brokenFindings } from './line-order.ts';

export const brokenPart: Check = {
  id: 'bidi-broken-part',
  languages: 'all',
  severity: 'warning',
  issueType: 'characters',
  example: {
    source: 'It was written in C++.',
    target: 'با C++ نوشته شد.',
    mended: 'با \u2066C++\u2069 نوشته شد.',
    targetLanguage: 'fa',
  },
  find: ({ target, targetLanguage }) => {
    if (directionOf(targetLanguage) === 'ltr') return [];
    return brokenFindings(withoutMarkup(target), leftToRightParts, '\u2066').map((finding) => ({
      ...finding,
      values: { part: target.slice(finding.target.start, finding.target.end) },
    }));
  },
};
