/** French. */
import type { LanguageRules } from '../rules.ts';

export const french: LanguageRules = {
  abbreviations: {
    title: 'm mm mme mmes mlle mlles me dr pr prof st ste mgr gén col cap cdt lt',
    inner: 'c.-à-d p.ex ex cf env i.e e.g vs apr av',
    numbered: 'n° no nos p pp art chap vol fig t tél éd janv févr avr juil sept oct nov déc',
    final: 'etc j.-c bd ibid op.cit al',
  },
  pronouns:
    'je tu il elle on nous vous ils elles ce c le la les l ceci cela ça qui que quoi où quand comment pourquoi quel quelle quels quelles',
  starters:
    'un une des est sont était a ont avait peut et ou mais donc or ni car si lorsque quand parce puisque bien dans en de du d à au aux avec sans pour par sur sous entre vers chez depuis pendant après avant selon non oui personne rien tout tous chaque certains plusieurs ainsi alors puis ensuite maintenant aussi son sa ses leur leurs notre nos mon ma mes j n s qu se',
  beforeNumbers:
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre le du et ou à en',
};
