/** Armenian: the sentence ends with ։ or a colon; the dot is a lesser pause. */
import type { LanguageRules } from '../rules.ts';

export const armenian: LanguageRules = {
  marks: { ':': 'full', '.': 'none' },
};
