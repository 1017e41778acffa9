/** English. */
import type { LanguageRules } from '../rules.ts';

export const english: LanguageRules = {
  abbreviations: {
    title:
      'messrs mme mlle msgr gen col maj capt cpt lt sgt cpl pvt cmdr adm brig rev fr hon sen rep gov pres amb snr ven supt insp det mt ft',
    inner: 'f.e approx resp incl excl esp trans transl orig repr',
    numbered:
      'vols arts figs ch chap chs sec secs sect para paras par pt pts bk bks ed n nn l ll v vv fn ex eq tab app rs ca c jan feb mar apr jun jul aug sep sept oct nov dec',
    final:
      'llc plc bros ibid esq st ave blvd rd dept univ assn govt op.cit loc.cit eds al b.c a.d b.c.e c.e i.v ind d.c div regt bn',
    time: 'a.m p.m',
  },
  pronouns:
    'he she it they we i you the this that these those there what who why how when where which his her its their our my',
  starters:
    'a an here is are was were do does did can could will would has have had should may might must but and or nor so if in on at for from by to with without of as after before since while until because although though however moreover furthermore therefore thus then now also still yet not no yes nobody nothing everyone everybody everything someone something some many most few all both each every another one two three once only even such other others perhaps maybe please let later soon today yesterday tomorrow meanwhile nevertheless instead indeed finally next first second your among between during under over despite except like unlike whether whose whom well oh',
  timePrepositions: 'at by around about before after until till since from on',
  beforeNumbers:
    'january february march april may june july august september october november december of at on in to by and or the about for than from under until no number page pages chapter section article part volume book figure table act scene step level class grade world version age aged least',
};
