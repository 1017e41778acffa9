/** Danish. English that it quotes begins sentences with words of its own. */
import type { LanguageRules } from '../rules.ts';
import { english } from './english.ts';

export const danish: LanguageRules = {
  abbreviations: {
    title: 'hr fr frk skt dir fhv sct lic lekt kapt gen mag cand stud rep mt messrs Sen',
    inner:
      'f.eks feks bl.a ca dvs d.v.s ang evt inkl ekskl jf jvf m.h.t pga p.g.a vedr if iflg s.k sk ifm mht',
    numbered:
      'nr s sp stk kap bd bind kl art par jan feb mar apr jun jul aug sep sept okt nov dec tlf tab sec rs ext',
    final: 'a/s aps f.kr e.kr afd adr m.m m.fl o.l o.lign m.v mv mfl osv o.s.v etc',
    time: 'a.m p.m',
  },
  ...(english.goesOnInBracket === undefined ? {} : { goesOnInBracket: english.goesOnInBracket }),
  pronouns:
    'jeg du han hun den det de vi der her hvad hvem hvor hvordan hvorfor hvornår dette denne disse min din sin vores deres',
  starters: `en et er var har havde kan kunne vil ville skal skulle må men og eller så hvis når da på i om for til fra med uden efter før mens fordi dog derfor derefter nu også ikke nej ja ingen intet alle nogle mange hver at af under mellem lad siden først ${english.pronouns} ${english.starters}`,
  timePrepositions: 'at kl klokken ved omkring før efter fra siden',
  beforeNumbers:
    'januar februar marts april maj juni juli august september oktober november december den nr side kapitel og eller af på til i',
  quotes: ['„“', '»«'],
};
