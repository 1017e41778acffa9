/**
 * English. After a question or an exclamation in quotation marks, `I asked` and `Maung Maung cried` report it
 * although they begin with a capital; `He said nothing` does not.
 */
import type { LanguageRules } from '../rules.ts';

const NAME =
  /(?:(?:Mrs?|Ms|Dr|Gen|Col|Capt)\.\s)?\p{Lu}[\p{L}\p{M}’'-]{0,30}(?:\s\p{Lu}[\p{L}\p{M}’'-]{0,30}\.?){0,2}/u;
const NO_NAME =
  /(?:He|She|It|We|They|You|The|This|That|There|Then|Nobody|No|Nothing|Someone|Everyone|What|Who|And|But|So|Some|One|All|Others|My|Our|His|Her|Their|Your|An?)\s/u;
const VERB =
  /(?:asked|said|thought|cried|shouted|answered|replied|exclaimed|called|yelled|whispered|wondered|wrote|added|repeated|insisted|demanded|laughed|screamed|told|began|continued|went on|ventured|muttered|murmured|remarked|observed|inquired|enquired|interrupted|protested|persisted|explained|sighed|sobbed|begged|pleaded)/u;
/** What follows the verb of a report; `said nothing` and `told the truth` are sentences of their own. */
const REPORTED =
  /(?:\s*[.,;:—–]|\s(?:me|him|her|us|them|it|again|once|back|in|on|with|from|as|at|when|while|after|before|and|to|very|rather|quite|\p{Ll}{1,20}ly)(?!\p{L}))/u;

export const english: LanguageRules = {
  abbreviations: {
    title:
      'messrs mme mlle msgr gen col maj capt cpt lt sgt cpl pvt cmdr adm brig rev fr hon sen rep gov pres amb snr ven supt insp det mt ft',
    inner: 'f.e approx resp incl excl esp trans transl orig repr',
    numbered:
      'vols arts figs ch chap chs sec secs sect para paras par pars cl cls reg regs sched fol fols ms mss ext suppl fl pt pts bk bks ed n nn l ll v vv fn ex eq tab rs ext app rs ca c jan feb mar apr jun jul aug sep sept oct nov dec',
    final:
      'llc plc bros esq st ave blvd rd dept univ assn govt op.cit loc.cit eds al b.c a.d b.c.e c.e i.v ind d.c div regt bn',
    time: 'a.m p.m',
  },
  pronouns:
    'he she it they we i you the this that these those there what who why how when where which his her its their our my',
  starters:
    'a an here is are was were do does did can could will would has have had should may might must but and or nor so if in on at for from by to with without of as after before since while until because although though however moreover furthermore therefore thus then now also still yet not no yes nobody nothing everyone everybody everything someone something some many most few all both each every another one two three once only even such millions thousands hundreds dozens other others perhaps maybe please let later soon today yesterday tomorrow meanwhile nevertheless instead indeed finally next first second your among between during under over despite except like unlike whether whose whom well oh',
  reportsQuestion: new RegExp(
    `(?:I|(?!${NO_NAME.source})${NAME.source})\\s${VERB.source}${REPORTED.source}`,
    'uy',
  ),
  goesOnInBracket: /\((?:Which|Whose|Whom|Who)\s[^?()]{1,300}\)/uy,
  afterTime:
    /(?:UTC|GMT|\p{Lu}{1,4}T)(?!\p{L})|\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?\s[Tt]ime(?!\p{L})|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?=[.,;)]|\s(?:and|to|until|morning|night)(?!\p{L}))/uy,
  timePrepositions: 'at by around about before after until till since from on',
  beforeNumbers:
    'january february march april may june july august september october november december of at on in to by and or the about for than from under until no number page pages chapter section article part volume book figure table act scene step level class grade world version age aged least',
};
