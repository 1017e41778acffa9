/** Kazakh. */
import type { LanguageRules } from '../rules.ts';

export const kazakh: LanguageRules = {
  abbreviations: {
    inner: 'мыс мысалы қар',
    numbered: '№ б бет т том сур',
    final: 'т.б т.с.с ж жж ғ ғғ млн млрд мың б.з б.з.д',
  },
  lowerCaseBegins: 'after question',
};
