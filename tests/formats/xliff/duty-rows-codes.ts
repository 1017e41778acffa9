/** Rows of duties.test.ts: XLIFF 2.x, inline codes (7 to 11). */
import { DONE, content, seg, u2, type Row } from './duties.ts';

const PERCENT =
  '<ph id="1" canCopy="no" canDelete="no" canReorder="firstNo"/>: <ph id="2" canCopy="no" canDelete="no" canReorder="no"/>';

export const CODE_ROWS: readonly Row[] = [
  {
    duty: '7',
    what: 'a code that may not be deleted stays',
    edit: 'چیزی',
    before: u2(seg('a <ph id="1" canDelete="no"/>')),
    after: ['code-not-deletable'],
  },
  {
    duty: '7',
    what: 'a draft may still lack it',
    edit: { segments: [{ target: ['چیزی'], state: 'initial' }] },
    before: u2(seg('a <ph id="1" canDelete="no"/>')),
    after: u2(seg('a <ph id="1" canDelete="no"/>', 'چیزی')),
  },
  {
    duty: '7',
    what: 'codes that keep their order',
    edit: 'x <2/> <1/>',
    before: u2(seg(PERCENT)),
    after: ['code-order'],
  },
  {
    duty: '7',
    what: 'a sequence is moved as a whole, and not into another',
    edit: '<3/><1/><4/><2/>',
    before: u2(
      seg(
        `${PERCENT}<ph id="3" canCopy="no" canDelete="no" canReorder="firstNo"/><ph id="4" canCopy="no" canDelete="no" canReorder="no"/>`,
      ),
    ),
    after: ['code-order', 'code-order'],
  },
  {
    duty: '7',
    what: 'a code that may be deleted, and an annotation, may go',
    edit: 'x',
    before: u2(seg('<ph id="1"/><mrk id="2" type="term">a</mrk>')),
    after: u2(seg('<ph id="1"/><mrk id="2" type="term">a</mrk>', 'x', DONE)),
  },
  {
    duty: '8',
    what: 'a code that only the target has is written again',
    edit: 'y<9/>',
    before: u2(seg('a', 'x<ph id="9" canDelete="no"/>', DONE)),
    after: u2(seg('a', 'y<ph id="9" canDelete="no"/>', DONE)),
  },
  {
    duty: '9',
    what: 'a code that may not be copied',
    edit: '<1/><1/>',
    before: u2(seg('<ph id="1" canCopy="no"/>')),
    after: ['code-duplicate'],
  },
  {
    duty: '9',
    what: 'a clone: a new id, and copyOf where there is no original data',
    edit: '<1/> <1/> <a>b</a> <a>c</a>',
    before: u2(seg('<ph id="1" disp="x"/><pc id="a">b</pc>')),
    after: u2(
      seg(
        '<ph id="1" disp="x"/><pc id="a">b</pc>',
        '<ph id="1" disp="x"/> <ph id="1-2" disp="x" copyOf="1"/> <pc id="a">b</pc> <pc id="a-2" copyOf="a">c</pc>',
        DONE,
      ),
    ),
  },
  {
    duty: '9',
    what: 'a clone with original data names the same data and no base',
    edit: '<1>b</1><1>c</1>',
    before: u2(
      `<originalData><data id="d">[</data></originalData>${seg('<sc id="1" dataRef="d"/>b<ec startRef="1"/>')}`,
    ),
    after: u2(
      `<originalData><data id="d">[</data></originalData>${seg(
        '<sc id="1" dataRef="d"/>b<ec startRef="1"/>',
        '<sc id="1" dataRef="d"/>b<ec startRef="1"/><sc id="1-2" dataRef="d"/>c<ec startRef="1-2"/>',
        DONE,
      )}`,
    ),
  },
  {
    duty: '10',
    what: 'pc as sc and ec, with the attributes that each takes, where an annotation crosses it',
    edit: '<m:m>x<1>y</m:m>z</1>',
    before: u2(
      seg(
        '<mrk id="m" type="term">a</mrk><pc id="1" canCopy="no" dispStart="s" dispEnd="e" type="ui">b</pc>',
      ),
    ),
    after: u2(
      seg(
        '<mrk id="m" type="term">a</mrk><pc id="1" canCopy="no" dispStart="s" dispEnd="e" type="ui">b</pc>',
        '<mrk id="m" type="term">x<sc id="1" canCopy="no" disp="s" type="ui" canOverlap="no"/>y</mrk>z<ec startRef="1" canCopy="no" disp="e" type="ui" canOverlap="no"/>',
        DONE,
      ),
    ),
  },
  {
    duty: '10',
    what: 'pairs that may not overlap',
    edit: '<1>x<2>y</1>z</2>',
    before: u2(seg('<pc id="1">a</pc><pc id="2" canOverlap="yes">b</pc>')),
    after: ['code-overlap'],
  },
  {
    duty: '10',
    what: 'pairs that may',
    edit: '<1>x<2>y</1>z</2>',
    before: u2(seg('<sc id="1"/>a<ec startRef="1"/><sc id="2"/>b<ec startRef="2"/>')),
    after: u2(
      seg(
        '<sc id="1"/>a<ec startRef="1"/><sc id="2"/>b<ec startRef="2"/>',
        '<sc id="1"/>x<sc id="2"/>y<ec startRef="1"/>z<ec startRef="2"/>',
        DONE,
      ),
    ),
  },
  {
    duty: '10',
    what: 'a code whose other half is outside the unit needs none',
    edit: 'x<1>',
    before: u2(seg('<sc id="1" isolated="yes"/>a')),
    after: u2(seg('<sc id="1" isolated="yes"/>a', 'x<sc id="1" isolated="yes"/>', DONE)),
  },
  {
    duty: '10',
    what: 'a pair that ends before it begins',
    edit: '</1>x<1>',
    before: u2(seg('<sc id="1"/>a<ec startRef="1"/>')),
    after: ['code-unbalanced'],
  },
  {
    duty: '11',
    what: 'a clone takes no id that anything in the unit has',
    edit: { segments: [{ target: content('<1/><1/>') }, {}] },
    before: u2(`${seg('<ph id="1"/>')}<segment id="1-2"><source>b<ph id="1-3"/></source></segment>`),
    after: u2(
      `${seg('<ph id="1"/>', '<ph id="1"/><ph id="1-4" copyOf="1"/>', DONE)}<segment id="1-2"><source>b<ph id="1-3"/></source></segment>`,
    ),
  },
];
