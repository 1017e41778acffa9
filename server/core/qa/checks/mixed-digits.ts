/** Digits of two systems in one number, such as ۱2: typed with two keyboards. */
import type { Check } from '../check.ts';
import { inDigits, nativeDigits } from '../../text/digits.ts';
import { onlyProse } from '../text/masked.ts';

const LATIN = '0123456789';

export const mixedDigits: Check = {
  id: 'mixed-digits',
  languages: 'all',
  severity: 'warning',
  issueType: 'numbers',
  example: { source: 'the year 1948', target: '၁၉4၈ ခုနှစ်', mended: '၁၉၄၈ ခုနှစ်', targetLanguage: 'my' },
  find: ({ target, targetLanguage, settings }) => {
    const native = settings.digits === 'latin' ? LATIN : (nativeDigits(targetLanguage) ?? LATIN);
    return [...onlyProse(target).matchAll(/\p{Nd}+/gu)].flatMap(({ index, 0: found }) => {
      if ([native, LATIN].some((digits) => inDigits(found, digits) === found) || isOneSystem(found))
        return [];
      const span = { start: index, end: index + found.length };
      const text = inDigits(found, native);
      return [{ target: span, values: { found, text }, fix: [{ ...span, text }] }];
    });
  },
};

/** Of a third language: its digits stand close together in Unicode. */
function isOneSystem(number: string): boolean {
  const points = Array.from(number, (digit) => digit.codePointAt(0) ?? 0);
  return points.every((point) => Math.abs(point - (points[0] ?? 0)) < 10);
}
