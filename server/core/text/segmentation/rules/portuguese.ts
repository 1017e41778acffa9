/** Portuguese. */
import type { LanguageRules } from '../rules.ts';

export const portuguese: LanguageRules = {
  abbreviations: {
    title: 'sr sra srta srs sras dr dra drs prof profa eng exmo exma d fr pe gen cel maj cap ten sto sta',
    inner: 'p.ex ex cf vs i.e e.g aprox obs',
    numbered:
      'n nº no nos art arts pág págs pp p cap vol fig tel av jan fev mar abr mai jun jul ago set out nov dez',
    final: 'etc s.a ltda cia a.c d.c e.u.a eua ibid',
    time: 'a.m p.m',
  },
  pronouns:
    'o a os as ele ela eles elas eu tu você vocês nós isto isso este esta esse essa quem que como onde quando qual quais',
  starters:
    'um uma é são era foi foram há tem têm pode e ou mas se porque embora sem em no na nos nas de do da ao à com por para desde até entre sobre segundo não sim ninguém nada tudo todos alguns muitos cada assim então depois antes agora também seu sua meu minha lhe',
  timePrepositions: 'às até por desde',
  beforeNumbers:
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro de do o e ou a em',
};
