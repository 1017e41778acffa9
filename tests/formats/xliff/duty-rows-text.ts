/** Rows of duties.test.ts: XLIFF 2.x, preservation, text, state, annotations (1 to 6, 12 to 15, 22 to 25) and notes. */
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { DONE, seg, u2, type Row } from './duties.ts';

export const TEXT_ROWS: readonly Row[] = [
  {
    duty: '1',
    what: 'what is foreign, or of modules, stays and stays where it is',
    edit: 'y',
    before: u2(
      `<my:x a='1'/><mtc:matches><mtc:match ref="#m"><source>a</source><target>z</target></mtc:match></mtc:matches><notes><note>n</note></notes>${seg('<mrk id="m" type="my:t" my:b="2">a</mrk>', 'x', ' state="translated" my:c="3"')}`,
      ' my:d="4"',
    ),
    after: u2(
      `<my:x a='1'/><mtc:matches><mtc:match ref="#m"><source>a</source><target>z</target></mtc:match></mtc:matches><notes><note>n</note></notes>${seg('<mrk id="m" type="my:t" my:b="2">a</mrk>', 'y', ' state="translated" my:c="3"')}`,
      ' my:d="4"',
    ),
  },
  {
    duty: '2',
    what: 'the skeleton',
    edit: 'y',
    before: `<skeleton><s:a xmlns:s='urn:s'> &#x41; </s:a></skeleton>${u2(seg('a'))}`,
    after: `<skeleton><s:a xmlns:s='urn:s'> &#x41; </s:a></skeleton>${u2(seg('a', 'y', DONE))}`,
  },
  {
    duty: '3',
    what: 'comments, instructions and CDATA stay where the text around them stays',
    edit: 'one 2 three & four',
    before: u2(seg('a', '<!-- c -->one <?pi x?>two <!-- d -->three <![CDATA[& four]]><?end?>', DONE)),
    after: u2(seg('a', '<!-- c -->one <?pi x?>2 <!-- d -->three <![CDATA[& four]]><?end?>', DONE)),
  },
  {
    duty: '3',
    what: 'inside elements too, and between codes',
    edit: '<1>A b</1> c<2/> e',
    before: u2(
      seg('<pc id="1">a</pc><ph id="2"/>', '<pc id="1">a <!-- p -->b</pc> c<!-- q --><ph id="2"/> d', DONE),
    ),
    after: u2(
      seg('<pc id="1">a</pc><ph id="2"/>', '<pc id="1">A b</pc> c<ph id="2"/> e<!-- p --><!-- q -->', DONE),
    ),
  },
  {
    duty: '3',
    what: '1.2: in one mark of several',
    format: xliff12,
    edit: { segments: [{ target: ['x!'] }, {}] },
    before:
      '<trans-unit id="1"><source>A B</source><seg-source><mrk mtype="seg" mid="1">A</mrk> <mrk mtype="seg" mid="2">B</mrk></seg-source><target><!-- 0 --><mrk mtype="seg" mid="1">x<!-- 1 --></mrk><!-- 2 --> <mrk mtype="seg" mid="2">y</mrk></target></trans-unit>',
    after:
      '<trans-unit id="1"><source>A B</source><seg-source><mrk mtype="seg" mid="1">A</mrk> <mrk mtype="seg" mid="2">B</mrk></seg-source><target><!-- 0 --><mrk mtype="seg" mid="1">x!<!-- 1 --></mrk><!-- 2 --> <mrk mtype="seg" mid="2">y</mrk></target></trans-unit>',
  },
  {
    duty: '4',
    what: 'resource data',
    edit: 'y',
    before: u2(
      `<res:resourceData><res:resourceItem id="r" context="no"><res:source href="s"/></res:resourceItem></res:resourceData>${seg('a')}`,
    ),
    after: u2(
      `<res:resourceData><res:resourceItem id="r" context="no"><res:source href="s"/></res:resourceItem></res:resourceData>${seg('a', 'y', DONE)}`,
    ),
  },
  {
    duty: '5',
    what: 'validation rules, also those that the target does not meet',
    edit: 'y',
    before: u2(`<val:validation><val:rule isPresent="x"/></val:validation>${seg('a')}`),
    after: u2(`<val:validation><val:rule isPresent="x"/></val:validation>${seg('a', 'y', DONE)}`),
  },
  {
    duty: '12',
    what: 'what XML cannot hold is a cp, everything else is not',
    edit: { segments: [{ target: ['a\u0001\u0085\u{fffe}\ud800😀\r'] }] },
    before: u2(seg('a')),
    after: u2(seg('a', 'a<cp hex="0001"/>\u0085<cp hex="FFFE"/><cp hex="D800"/>😀&#13;', DONE)),
  },
  {
    duty: '13',
    what: 'without a target there is only the state initial',
    edit: { segments: [{ state: 'reviewed' }] },
    before: u2(seg('a')),
    after: ['update-state-invalid'],
  },
  {
    duty: '13',
    what: 'another state drops the subState',
    edit: { segments: [{ state: 'final' }] },
    before: u2(seg('a', 'x', ' state="translated" subState="my:x"')),
    after: u2(seg('a', 'x', ' state="final"')),
  },
  {
    duty: '13',
    what: 'or brings its own',
    edit: { segments: [{ state: 'final', subState: 'my:y' }] },
    before: u2(seg('a', 'x', ' state="translated" subState="my:x"')),
    after: u2(seg('a', 'x', ' state="final" subState="my:y"')),
  },
  {
    duty: '13',
    what: 'an edited text loses what refined the state of the old one',
    edit: 'y',
    before: u2(seg('a', 'x', ' state="translated" subState="my:x"')),
    after: u2(seg('a', 'y', DONE)),
  },
  {
    duty: '14',
    what: 'the language of the target stays',
    edit: 'y',
    before: u2(`<segment><source xml:lang="en">a</source><target xml:lang="fa">x</target></segment>`),
    after: u2(
      `<segment state="translated"><source xml:lang="en">a</source><target xml:lang="fa">y</target></segment>`,
    ),
  },
  {
    duty: '15',
    what: 'white space is kept, as the source keeps it',
    edit: ' \t b\n ',
    before: u2('<segment><source xml:space="preserve"> a </source></segment>'),
    after: u2(
      '<segment state="translated"><source xml:space="preserve"> a </source><target xml:space="preserve"> \t b\n </target></segment>',
    ),
  },
  {
    duty: '15',
    what: 'white space alone is a change, whatever xml:space says',
    edit: 'x  y',
    before: u2(seg('a', 'x y', DONE)),
    after: u2(seg('a', 'x  y', DONE)),
  },
  {
    duty: '22',
    what: 'direction: where the standard has it, and nowhere else',
    edit: '<1>y</1>',
    before: u2(seg('<pc id="1" dir="rtl">a</pc>'), ' srcDir="ltr" trgDir="rtl"'),
    after: u2(
      seg('<pc id="1" dir="rtl">a</pc>', '<pc id="1" dir="rtl">y</pc>', DONE),
      ' srcDir="ltr" trgDir="rtl"',
    ),
  },
  {
    duty: '24',
    what: 'an annotation is kept whole',
    edit: 'x <m:m>y',
    before: u2(seg('<mrk id="m" type="comment" value="v">a</mrk>')),
    after: ['code-unbalanced'],
  },
  {
    duty: '24',
    what: 'or removed whole; its note stays, for the source has it still',
    edit: 'x',
    before: u2(
      `<notes><note id="n">b</note></notes>${seg('<mrk id="m" type="comment" ref="#n=n">a</mrk>', '<mrk id="m" type="comment" ref="#n=n">z</mrk>', DONE)}`,
    ),
    after: u2(
      `<notes><note id="n">b</note></notes>${seg('<mrk id="m" type="comment" ref="#n=n">a</mrk>', 'x', DONE)}`,
    ),
  },
  {
    duty: '24',
    what: 'annotations that cross are sm and em',
    edit: '<m:a>x<m:b>y</m:a>z</m:b>',
    before: u2(seg('<mrk id="a" type="term">x</mrk><mrk id="b" type="my:t">y</mrk>')),
    after: u2(
      seg(
        '<mrk id="a" type="term">x</mrk><mrk id="b" type="my:t">y</mrk>',
        '<mrk id="a" type="term">x<sm id="b" type="my:t"/>y</mrk>z<em startRef="b"/>',
        DONE,
      ),
    ),
  },
  {
    duty: 'notes',
    what: 'a first note stands before original data, indented as its neighbours',
    edit: { segments: [], notes: [{ text: 'n', category: 'c' }] },
    before: u2(
      '\n <originalData><data id="d">x</data></originalData>\n <segment><source>a</source></segment>\n',
    ),
    after: u2(
      '\n <notes>\n  <note category="c">n</note>\n </notes>\n <originalData><data id="d">x</data></originalData>\n <segment><source>a</source></segment>\n',
    ),
  },
  {
    duty: 'notes',
    what: 'a further one after the others',
    edit: { segments: [], notes: [{ text: 'n' }] },
    before: u2(`\n <notes>\n  <note>m</note>\n </notes>\n ${seg('a')}`),
    after: u2(`\n <notes>\n  <note>m</note>\n  <note>n</note>\n </notes>\n ${seg('a')}`),
  },
];
