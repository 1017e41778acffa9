/**
 * The duties of a program that edits XLIFF, each by its number: 1 to 25 of XLIFF 2.x, and those of 1.2. A row is a
 * unit, an edit, and the unit byte for byte afterwards or the problems for which it was left alone.
 */
import { expect, test } from 'vitest';
import type { UnitUpdate } from '../../../server/core/document/update.ts';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { content, edit, fileOf } from './duties.ts';

interface Row {
  readonly duty: string;
  readonly what: string;
  readonly format?: BilingualFormat;
  /** Target of the only segment in shorthand, or the whole update. */
  readonly edit: string | Omit<UnitUpdate, 'unit'>;
  readonly before: string;
  /** The unit afterwards, or a list of problems. */
  readonly after: string | readonly string[];
}

const u2 = (inner: string, rest = ''): string => `<unit id="1"${rest}>${inner}</unit>`;
const seg = (source: string, target?: string, rest = ''): string =>
  `<segment${rest}><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`;
const split = (segment: number, source: number, target: number | null): Row['edit'] => ({
  segments: [],
  resegment: { kind: 'split', segment, source, target },
});
const join = (segment: number): Row['edit'] => ({ segments: [], resegment: { kind: 'join', segment } });
const DONE = ' state="translated"';

const PERCENT =
  '<ph id="1" canCopy="no" canDelete="no" canReorder="firstNo"/>: <ph id="2" canCopy="no" canDelete="no" canReorder="no"/>';

const ROWS: readonly Row[] = [
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
  {
    duty: '16',
    what: 'the source stays what it is: references, CDATA and comments too',
    edit: split(0, 4, null),
    before: u2(seg('a&#x62;. <!-- c --><![CDATA[<c>]]>.')),
    after: u2(
      `${seg('a&#x62;.')}<ignorable><source> </source></ignorable>${seg('<!-- c --><![CDATA[<c>]]>.')}`,
    ),
  },
  {
    duty: '16',
    what: 'nothing is joined with the next unit',
    edit: join(0),
    before: `${u2(seg('a'))}<unit id="2">${seg('b')}</unit>`,
    after: ['resegment-impossible'],
  },
  {
    duty: '17',
    what: 'canResegment="no" of the unit',
    edit: split(0, 2, null),
    before: u2(seg('A. B.'), ' canResegment="no"'),
    after: ['resegment-not-allowed'],
  },
  {
    duty: '17',
    what: 'canResegment="no" of a group',
    edit: split(0, 2, null),
    before: `<group id="g" canResegment="no">${u2(seg('A. B.'))}</group>`,
    after: ['resegment-not-allowed'],
  },
  {
    duty: '17',
    what: 'canResegment="no" of a segment',
    edit: join(0),
    before: u2(`${seg('A.', undefined, ' canResegment="no"')}${seg('B.')}`),
    after: ['resegment-not-allowed'],
  },
  {
    duty: '18',
    what: 'the halves are as the whole was, but for id and a lowered state; white space lies between',
    edit: split(0, 3, 3),
    before: u2(
      `\n  <segment id="s" my:a="b" state="final" subState="my:x">\n   <source xml:space="preserve">A.  B.</source>\n   <target xml:space="preserve">الف.ب.</target>\n  </segment>\n `,
    ).replace('الف.ب.', 'x. y.'),
    after: u2(
      '\n  <segment id="s" my:a="b" state="translated">\n   <source xml:space="preserve">A.</source>\n   <target xml:space="preserve">x.</target>\n  </segment>\n  <ignorable>\n   <source xml:space="preserve">  </source>\n   <target xml:space="preserve"> </target>\n  </ignorable>\n  <segment id="s-2" my:a="b" state="translated">\n   <source xml:space="preserve">B.</source>\n   <target xml:space="preserve">y.</target>\n  </segment>\n ',
    ),
  },
  {
    duty: '18',
    what: 'a pair and an annotation around the cut become two elements each',
    edit: split(0, 5, null),
    before: u2(
      seg(
        '<mrk id="m" type="term"><pc id="1" dataRefStart="d" type="fmt">A. B.</pc></mrk>',
        undefined,
        ' id="m-2"',
      ),
    ),
    after: u2(
      `${seg('<sm id="m" type="term"/><sc id="1" dataRef="d" type="fmt" canOverlap="no"/>A.', undefined, ' id="m-2"')}<ignorable><source> </source></ignorable>${seg('B.<ec startRef="1" type="fmt" canOverlap="no"/><em startRef="m"/>', undefined, ' id="m-2-2"')}`,
    ),
  },
  {
    duty: '18',
    what: 'a half without text',
    edit: split(0, 0, null),
    before: u2(seg('A.')),
    after: ['resegment-impossible'],
  },
  {
    duty: '18',
    what: 'not inside a character',
    edit: split(0, 1, null),
    before: u2(seg('😀')),
    after: ['resegment-impossible'],
  },
  {
    duty: '19',
    what: 'the earliest state with its subState, other attributes, xml:space, and what lies between',
    edit: join(0),
    before: u2(
      '<segment id="a" state="final" subState="my:x"><source xml:space="preserve">A.</source><target xml:space="preserve">x.</target></segment><ignorable><source> </source></ignorable><segment id="b" my:a="b" state="translated" subState="my:y"><source>B.</source><target>y.</target></segment>',
    ),
    after: u2(
      '<segment id="a" state="translated" subState="my:y" my:a="b"><source xml:space="preserve">A. B.</source><target xml:space="preserve">x. y.</target></segment>',
    ),
  },
  {
    duty: '19',
    what: 'targets that do not follow each other',
    edit: join(0),
    before: u2(
      '<segment><source>A.</source><target order="2">x.</target></segment><segment><source>B.</source><target order="1">y.</target></segment>',
    ),
    after: ['resegment-impossible'],
  },
  {
    duty: '19',
    what: 'attributes that contradict each other',
    edit: join(0),
    before: u2(`${seg('A.', undefined, ' my:a="1"')}${seg('B.', undefined, ' my:a="2"')}`),
    after: ['resegment-impossible'],
  },
  {
    duty: '19',
    what: 'a segment that something refers to',
    edit: join(0),
    before: u2(
      `<mtc:matches><mtc:match ref="#b"><source>B.</source><target>y.</target></mtc:match></mtc:matches>${seg('A.', undefined, ' id="a"')}${seg('B.', undefined, ' id="b"')}`,
    ),
    after: ['resegment-impossible'],
  },
  {
    duty: '20',
    what: 'every order is looked at after a split',
    edit: split(0, 3, 2),
    before: u2(
      '<segment><source>A. B.</source><target order="2">x.y.</target></segment><segment><source>C.</source><target order="1">z.</target></segment>',
    ),
    after: u2(
      '<segment><source>A.</source><target order="2">x.</target></segment><ignorable><source> </source><target order="3"></target></ignorable><segment><source>B.</source><target order="4">y.</target></segment><segment><source>C.</source><target order="1">z.</target></segment>',
    ),
  },
  {
    duty: '20',
    what: 'and after a join',
    edit: join(0),
    before: u2(
      '<segment><source>A.</source><target order="2">x.</target></segment><segment><source>B.</source><target order="3">y.</target></segment><segment><source>C.</source><target order="1">z.</target></segment>',
    ),
    after: u2(
      '<segment><source>A.B.</source><target order="2">x.y.</target></segment><segment><source>C.</source><target order="1">z.</target></segment>',
    ),
  },
  {
    duty: '21',
    what: 'a unit keeps a segment; what is between has no state, and no ids are made up',
    edit: split(0, 3, null),
    before: u2(seg('A. B.')),
    after: u2(`${seg('A.')}<ignorable><source> </source></ignorable>${seg('B.')}`),
  },
  {
    duty: '5.3 segments',
    what: '1.2: the marks of seg-source and target, a new mid, g as bx and ex',
    format: xliff12,
    edit: split(0, 3, 2),
    before:
      '<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1"><g id="g">A. B.</g></mrk></seg-source><target state="translated"><mrk mtype="seg" mid="1">x y</mrk></target></trans-unit>',
    after:
      '<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1"><bx id="g" rid="g"/>A.</mrk> <mrk mtype="seg" mid="2">B.<ex id="g" rid="g"/></mrk></seg-source><target state="translated"><mrk mtype="seg" mid="1">x</mrk> <mrk mtype="seg" mid="2">y</mrk></target></trans-unit>',
  },
  {
    duty: '5.3 segments',
    what: '1.2: two marks and the space between as one',
    format: xliff12,
    edit: join(0),
    before:
      '<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="1">x</mrk>  <mrk mtype="seg" mid="2">y</mrk></target></trans-unit>',
    after:
      '<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A. B.</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="1">x  y</mrk></target></trans-unit>',
  },
  {
    duty: '5.3 segments',
    what: '1.2: without seg-source there is no way to say it',
    format: xliff12,
    edit: split(0, 3, null),
    before: '<trans-unit id="1"><source>A. B.</source></trans-unit>',
    after: ['resegment-impossible'],
  },
  {
    duty: '5.3 segments',
    what: '1.2: nor where another tool keeps a table of the segments, or an alternative belongs to one',
    format: xliff12,
    edit: join(0),
    before:
      '<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source><alt-trans mid="2"><target>y</target></alt-trans></trans-unit>',
    after: ['resegment-impossible'],
  },
  {
    duty: '5.3 clone',
    what: 'in 1.2 a clone that is known by its id keeps it, others get a new one',
    format: xliff12,
    edit: '<1/><1/><2/><2/><g>a</g><g>b</g>',
    before: '<trans-unit id="1"><source><x id="1"/><ph id="2">%s</ph><g id="g">a</g></source></trans-unit>',
    after:
      '<trans-unit id="1"><source><x id="1"/><ph id="2">%s</ph><g id="g">a</g></source><target state="translated"><x id="1"/><x id="1"/><ph id="2">%s</ph><ph id="2-2">%s</ph><g id="g">a</g><g id="g">b</g></target></trans-unit>',
  },
  {
    duty: '5.3 clone',
    what: 'in 1.2 clone="no"',
    format: xliff12,
    edit: '<1/><1/>',
    before: '<trans-unit id="1"><source><x id="1" clone="no"/></source></trans-unit>',
    after: ['code-duplicate'],
  },
];

test.each(ROWS)('$duty: $what', ({ format = xliff2, before, edit: wanted, after }) => {
  const update = typeof wanted === 'string' ? { segments: [{ target: content(wanted) }] } : wanted;
  const result = edit(format, fileOf(format, before), update);
  const expected = typeof after === 'string' ? { text: after, codes: [] } : { text: before, codes: after };
  expect(result).toEqual({ ...expected, text: fileOf(format, expected.text) });
});
