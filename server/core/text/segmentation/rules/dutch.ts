/** Dutch. */
import type { LanguageRules } from '../rules.ts';

export const dutch: LanguageRules = {
  abbreviations: {
    title: 'dhr mevr mw mej drs ir ing mr dr prof st jhr ds gen kol',
    inner: 'bijv bv d.w.z m.n o.a t.a.v t.o.v i.v.m m.b.t ca evt incl excl vgl zgn z.g i.p.v d.m.v',
    numbered: 'nr nrs blz p pp art hfst afb fig jan feb mrt apr jun jul aug sep sept okt nov dec tel',
    final: 'enz etc e.a e.d jr sr n.v b.v v.chr n.chr',
  },
  pronouns:
    'ik jij je hij zij ze het wij we jullie de dit dat deze die er hier wat wie hoe waarom wanneer waar welke',
  starters:
    'een is zijn was waren heeft hebben had kan kunnen wil zal moet mag en of maar want als toen omdat hoewel dus daarom dan nu ook niet geen nee ja niemand niets alle sommige veel in op aan bij met na van voor naar over onder tussen sinds tijdens door uit tot zo men',
  beforeNumbers:
    'januari februari maart april mei juni juli augustus september oktober november december op van tot en of',
  quotes: ['„”'],
};
