/** Spanish. */
import type { LanguageRules } from '../rules.ts';

export const spanish: LanguageRules = {
  abbreviations: {
    title:
      'sr sra srta sres sras dr dra lic ing prof profa d dña don sto sta gral cnel cap tte fr mons excmo excma ilmo arq mt cra',
    inner: 'p.ej ej ee ff rr cf vid v.gr aprox i.e e.g c.f',
    numbered:
      'núm nro no nº art arts pág págs p pp cap caps vol fig tel apdo av avda ene feb mar abr may jun jul ago sept sep oct nov dic párr párrf ext lun mié jue vie sáb dom inc',
    final: 'etc s.a s.l ee.uu uu a.c d.c ud uds vd vds cía ltda u.s e.u',
    time: 'a.m p.m',
  },
  pronouns:
    'el la los las él ella ello ellos ellas yo tú usted ustedes nosotros esto eso esta este estos estas esa ese quién qué cómo dónde cuándo cuál',
  starters:
    'un una es son era fue fueron ha han hay había puede y e o u pero si cuando porque aunque sin en de del a al con por para desde hasta entre sobre tras según no sí nadie nada todo todos algunos muchos cada otro otra así entonces luego después antes ahora también su sus mi mis se lo le les',
  timePrepositions: 'a desde hasta hacia',
  beforeNumbers:
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre de del el y o a en',
};
