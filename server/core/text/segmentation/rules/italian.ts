/** Italian. */
import type { LanguageRules } from '../rules.ts';

export const italian: LanguageRules = {
  abbreviations: {
    title:
      'sig sigg sig.ra sig.na dott dott.ssa dr prof prof.ssa ing avv arch geom rag on sen gen col cap ten mons st s ss don egr gent spett dir amm psicol rel mo cav comm geol pres vice min col',
    inner: 'es p.es cfr ca es. i.e e.g vs c.d cosidd',
    numbered: 'n nn pag pagg p pp art artt cap vol fig tel gen feb mar apr mag giu lug ago set ott nov dic',
    final: 'ecc etc s.p.a s.r.l a.c d.c ibid',
  },
  pronouns:
    'io tu egli ella lui lei noi voi loro essi il lo la i gli le questo questa quello quella chi che cosa come dove quando perché quale quali',
  starters:
    'un uno una è sono era ha hanno può e ed o ma se poiché mentre anche in di del della a al alla con per su tra fra da dal non sì nessuno niente tutto tutti alcuni molti ogni così allora poi dopo prima ora già suo sua si ci l',
  beforeNumbers:
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre il del e o a',
};
