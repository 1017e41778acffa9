/** German. A number with a dot is an ordinal before a noun (12. Juni) and an end before a word that begins. */
import type { LanguageRules } from '../rules.ts';

export const german: LanguageRules = {
  abbreviations: {
    title: 'hr hrn fr frl prof dr dipl ing mag st hl gen med phil jur kath ev',
    inner:
      'z.b d.h u.a i.d.r bzw ca vgl sog evtl ggf insb inkl exkl zzgl bspw o.ä i.e ff f usf d.i m.e s.o s.u v.a',
    numbered:
      'nr s bd bde kap abs art abb tab anm aufl jg jh jan feb mär apr jun jul aug sep sept okt nov dez str tel',
    final: 'usw etc u.v.m gmbh ag kg co n.chr v.chr hrsg jh',
  },
  ordinalStops: true,
  pronouns:
    'ich du er sie es wir ihr der die das dies diese dieser dieses dort hier was wer wie wo warum wann welche welcher welches sein seine mein meine unser unsere',
  starters:
    'ein eine einer ist sind war waren hat haben hatte kann können will wird werden muss soll und oder aber denn wenn als ob dass weil damit dann da doch nun jetzt auch nicht kein keine nein ja niemand nichts alle einige viele jeder jede im in am an auf aus bei mit nach von vor zu zum zur für gegen ohne um durch über unter zwischen seit während trotz wegen so man deshalb daher danach heute gestern morgen',
  beforeNumbers:
    'januar februar märz april mai juni juli august september oktober november dezember am vom im zum den der seite kapitel und oder bis nr',
  quotes: ['„“', '»«', '‚‘', '›‹'],
};
