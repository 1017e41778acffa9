/** Urdu: ۔ ends a sentence, and where a dot is typed for it, often without a space behind. */
import type { LanguageRules } from '../rules.ts';

export const urdu: LanguageRules = {
  unspacedStops: true,
};
