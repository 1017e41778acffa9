/**
 * A placeholder that a right-to-left line shows broken to whoever translates, and that may disturb the line when
 * it is filled in with a name in Latin letters. A note: most interfaces get along without.
 */
import { directionOf } from '../../../text/language.ts';
import type { Check } from '../../check.ts';
import { filledIn } from '../../text/masked.ts';
import { brokenFindings } from './line-order.ts';

export const brokenPlaceholder: Check = {
  id: 'bidi-broken-placeholder',
  languages: 'all',
  severity: 'note',
  issueType: 'characters',
  example: {
    source: 'Saved as %s',
    target: 'به نام %s ذخیره شد',
    mended: 'به نام \u2068%s\u2069 ذخیره شد',
    targetLanguage: 'fa',
  },
  find: ({ target, targetLanguage }) => {
    if (directionOf(targetLanguage) === 'ltr') return [];
    return brokenFindings(target, filledIn, '\u2068').map((finding) => ({
      ...finding,
      values: { part: target.slice(finding.target.start, finding.target.end) },
    }));
  },
};
