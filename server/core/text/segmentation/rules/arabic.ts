/**
 * Arabic. A colon that leads to a clause of its own ends a segment, as the golden rules have it; a comma does not,
 * however long the sentence.
 */
import type { LanguageRules } from '../rules.ts';

export const arabic: LanguageRules = {
  marks: { ':': 'colon' },
  unspacedStops: true,
};
