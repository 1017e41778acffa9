/** Japanese: what follows a quotation with と or って reports it. */
import type { LanguageRules } from '../rules.ts';

export const japanese: LanguageRules = {
  goesOnAfterQuote: /[とっのをがはに、]/uy,
};
