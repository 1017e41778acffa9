/** Arabic. A colon or comma never ends a sentence, though some segmenters have it so. */
import type { LanguageRules } from '../rules.ts';

export const arabic: LanguageRules = {
  unspacedStops: true,
};
