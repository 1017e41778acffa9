/** English verbs whose past is not formed with -ed: base, past and participle; those in use. */
const VERBS = `
arise arose arisen; awake awoke awoken; be was were been being am is are; bear bore borne born; beat beaten;
become became; befall befell befallen; begin began begun; behold beheld; bend bent; bereave bereft; beseech besought;
bid bade bidden; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred;
bring brought; build built; burn burnt; buy bought; catch caught; choose chose chosen; cling clung; come came;
creep crept; deal dealt; dig dug; do did done does; draw drew drawn; dream dreamt; drink drank drunk;
drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought; find found;
flee fled; fling flung; fly flew flown; forbid forbade forbidden; forego forewent foregone; foresee foresaw foreseen;
foretell foretold; forget forgot forgotten; forgive forgave forgiven; forsake forsook forsaken; freeze froze frozen;
get got gotten; give gave given; go went gone goes; grind ground; grow grew grown; hang hung; have had has;
hear heard; hide hid hidden; hold held; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant;
leap leapt; learn learnt; leave left; lend lent; lie lay lain; light lit; lose lost; make made; mean meant; meet met;
mislead misled; mistake mistook mistaken; misunderstand misunderstood; mow mown; outdo outdid outdone;
overcome overcame; overdo overdid overdone; overhear overheard; override overrode overridden; overrun overran;
oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown; overwrite overwrote overwritten;
partake partook partaken; pay paid; plead pled; prove proven; rebuild rebuilt; redo redid redone; remake remade;
repay repaid; resell resold; retell retold; rethink rethought; rewrite rewrote rewritten; ride rode ridden;
ring rang rung; rise rose risen; run ran; saw sawn; say said; see saw seen; seek sought; sell sold; send sent;
sew sewn; shake shook shaken; shear shorn; shine shone; shoot shot; show shown; shrink shrank shrunk; sing sang sung;
sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; sling slung; smell smelt; sow sown; speak spoke spoken;
speed sped; spell spelt; spend spent; spill spilt; spin spun; spit spat; spoil spoilt; spring sprang sprung;
stand stood; steal stole stolen; stick stuck; sting stung; stink stank stunk; strew strewn; stride strode stridden;
strike struck stricken; string strung; strive strove striven; swear swore sworn; sweep swept; swell swollen;
swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought;
throw threw thrown; tread trod trodden; undergo underwent undergone; understand understood; undertake undertook undertaken;
undo undid undone; unwind unwound; uphold upheld; wake woke woken; wear wore worn; weave wove woven; weep wept;
win won; wind wound; withdraw withdrew withdrawn; withhold withheld; withstand withstood; wring wrung; write wrote written`;

/** Each form with the bases that it may be of. */
export const irregularVerbs: ReadonlyMap<string, readonly string[]> = formsOf(VERBS);

function formsOf(table: string): ReadonlyMap<string, readonly string[]> {
  const bases = new Map<string, string[]>();
  for (const row of table.split(';')) {
    const [base = '', ...forms] = row.trim().split(/\s+/u);
    for (const form of forms) bases.set(form, [...(bases.get(form) ?? []), base]);
  }
  return bases;
}
