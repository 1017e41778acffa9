/** Rows of duties.test.ts: XLIFF 1.2. */
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { join, split, type Row } from './duties.ts';

export const ROWS_12: readonly Row[] = [
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
    duty: '5.3 order',
    what: 'a new target follows seg-source, and notes follow the target',
    format: xliff12,
    edit: { segments: [{ target: ['y'] }], notes: [{ text: 'n' }] },
    before:
      "<trans-unit id='1'>\n <source xml:space='preserve'>a</source>\n <alt-trans><target>z</target></alt-trans>\n <my:x/></trans-unit>",
    after:
      "<trans-unit id='1'>\n <source xml:space='preserve'>a</source>\n <target state='translated' xml:space='preserve'>y</target>\n <note>n</note>\n <alt-trans><target>z</target></alt-trans>\n <my:x/></trans-unit>",
  },
  {
    duty: '5.3 state',
    what: 'where the old text came from is not said of the new one',
    format: xliff12,
    edit: 'y',
    before:
      '<trans-unit id="1"><source>a</source><target state="translated" state-qualifier="fuzzy-match" phase-name="p" tool-id="t">x</target></trans-unit>',
    after:
      '<trans-unit id="1"><source>a</source><target state="translated" phase-name="p" tool-id="t">y</target></trans-unit>',
  },
  {
    duty: '5.3 state',
    what: 'approved goes with reviewed, and is taken back with it',
    format: xliff12,
    edit: 'y',
    before:
      '<trans-unit id="1" approved="yes"><source>a</source><target state="final">x</target></trans-unit>',
    after:
      '<trans-unit id="1" approved="no"><source>a</source><target state="translated">y</target></trans-unit>',
  },
  {
    duty: '5.3 targets',
    what: "targets of alt-trans and of binaries, and what is in sub, are not the unit's",
    format: xliff12,
    edit: '<1/> y',
    before:
      '<trans-unit id="1"><source><ph id="1"><sub>s</sub></ph> a</source><target><ph id="1"><sub>t</sub></ph> x</target><alt-trans><target>z</target></alt-trans></trans-unit><bin-unit id="b" mime-type="x"><bin-source/><bin-target/></bin-unit>',
    after:
      '<trans-unit id="1"><source><ph id="1"><sub>s</sub></ph> a</source><target><ph id="1"><sub>t</sub></ph> y</target><alt-trans><target>z</target></alt-trans></trans-unit><bin-unit id="b" mime-type="x"><bin-source/><bin-target/></bin-unit>',
  },
  {
    duty: '5.3 characters',
    what: 'what XML cannot hold cannot be written',
    format: xliff12,
    edit: 'a\u0001',
    before: '<trans-unit id="1"><source>a</source></trans-unit>',
    after: ['xml-character-illegal'],
  },
  {
    duty: '5.3 pairs',
    what: 'bpt and ept stay together',
    format: xliff12,
    edit: 'x<1>',
    before: '<trans-unit id="1"><source><bpt id="1">[</bpt>a<ept id="1">]</ept></source></trans-unit>',
    after: ['code-unbalanced'],
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
