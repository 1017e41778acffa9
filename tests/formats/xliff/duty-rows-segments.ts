/** Rows of duties.test.ts: XLIFF 2.x, segmentation (16 to 21). */
import { join, seg, split, u2, type Row } from './duties.ts';

export const SEGMENT_ROWS: readonly Row[] = [
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
];
