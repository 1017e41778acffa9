/**
 * What real files do, one small file for each thing: it is read as a person in the tool that wrote it would see it,
 * left alone to the byte, and one changed target changes only what is named.
 */
import { describe, expect, test } from 'vitest';
import { unitId } from '../../../server/core/document/ids.ts';
import { segmentsOf, type Note, type Unit } from '../../../server/core/document/unit.ts';
import type { UnitUpdate } from '../../../server/core/document/update.ts';
import type { Content } from '../../../server/core/text/content.ts';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { language, readOptions } from './documents.ts';

const fa = { targetLanguage: language('fa') };

interface Sample {
  readonly file: string;
  /** A line for each note and segment, as `shown` writes them. */
  readonly reads: readonly string[];
  readonly problems?: readonly string[];
  /** Unit, its segments' new targets (null leaves one alone), and what the change replaces in the file. */
  readonly change?: readonly [
    unit: string,
    targets: readonly (Content | null)[],
    before: string,
    after: string,
  ];
}

function formatOf(bytes: Uint8Array): BilingualFormat {
  return xliff12.probe(bytes, 'a.xlf') > xliff2.probe(bytes, 'a.xlf') ? xliff12 : xliff2;
}

/** Codes as `<1`, `1>`, `[1]`, markers as `‹1`, `1›`; what a standalone code says behind a colon. */
function flat(content: Content | null): string {
  if (content === null) return '–';
  return content
    .map((part) => {
      if (typeof part === 'string') return part;
      const data = part.text === '' ? '' : `:${part.text}`;
      if (part.code === 'open') return `<${part.id}${data}<`;
      if (part.code === 'close') return `>${part.id}${data}>`;
      if (part.code === 'marker') return part.edge === 'open' ? `‹${part.id}‹` : `›${part.id}›`;
      return `[${part.id}${data}]`;
    })
    .join('');
}

function note({ text, category, appliesTo, priority, author, segment }: Note): string {
  return ['note', text, category, appliesTo, priority, author, segment]
    .filter((each) => each !== undefined)
    .join(' | ');
}

function shown(unit: Unit): readonly string[] {
  const name = unit.name === '' ? '' : ` (${unit.name})`;
  const kept = unit.translate ? '' : ' not translated';
  return [
    ...unit.notes.map(note),
    ...segmentsOf(unit).map(
      (each) =>
        `${unit.id}${name}${kept} ${each.id} ${each.state}${each.subState === undefined ? '' : ` ${each.subState}`}${each.locked ? ' locked' : ''}: ${flat(each.source)} → ${flat(each.target)}`,
    ),
  ];
}

function check({ file, reads, problems = [], change }: Sample): void {
  const bytes = Buffer.from(file);
  const format = formatOf(bytes);
  const { document, problems: found } = format.read(bytes, readOptions);
  expect(document, JSON.stringify(found)).not.toBeNull();
  expect(document!.units.flatMap(shown)).toEqual(reads);
  expect(found.map((each) => each.code)).toEqual(problems);
  expect(Buffer.from(format.write(bytes, [], fa).bytes!).equals(bytes)).toBe(true);
  if (change === undefined) return;
  const [unit, targets, before, after] = change;
  expect(file.split(before)).toHaveLength(2);
  const segments = targets.map((target) => (target === null ? {} : { target }));
  const update: UnitUpdate = { unit: unitId(unit), segments };
  const written = format.write(bytes, [update], fa);
  expect(written.problems).toEqual([]);
  expect(Buffer.from(written.bytes!).toString()).toBe(file.replace(before, () => after));
}

const NS1 = 'xmlns="urn:oasis:names:tc:xliff:document:1.2"';
const NS2 = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"';
const one = (unit: string, file = 'source-language="en" target-language="fa"'): string =>
  `<xliff ${NS1} version="1.2"><file original="a" ${file} datatype="x"><body>${unit}</body></file></xliff>`;
const two = (unit: string, file = ''): string =>
  `<xliff ${NS2} version="2.0" srcLang="en" trgLang="fa"><file id="f"${file}>${unit}</file></xliff>`;

const ROOTS: Readonly<Record<string, Sample>> = {
  'XLIFF 1.0 with its document type, without a namespace': {
    file: '<?xml version="1.0"?>\n<!DOCTYPE xliff>\n<xliff version="1.0"><file original="a" source-language="en" datatype="x"><body><trans-unit id="1"><source>A</source></trans-unit></body></file></xliff>',
    reads: ['1 1 initial: A → –'],
    problems: ['xml-dtd-ignored'],
    change: ['1', [['ی']], '</source>', '</source><target state="translated">ی</target>'],
  },
  'XLIFF 1.0 that names its DTD, its texts in CDATA sections': {
    file: '<?xml version="1.0" encoding="utf-8" ?>\n<!DOCTYPE xliff PUBLIC "-//XLIFF//DTD XLIFF//EN" "http://www.oasis-open.org/committees/xliff/documents/xliff.dtd">\n<xliff version="1.0"><file original="a" source-language="en" target-language="fa" datatype="plaintext"><body><trans-unit resname="t" restype="string" datatype="html" id="1"><source><![CDATA[<p>A</p>]]></source><target><![CDATA[<p>B</p>]]></target></trans-unit></body></file></xliff>',
    reads: ['1 (t) 1 translated: <p>A</p> → <p>B</p>'],
    problems: ['xml-dtd-ignored'],
    change: ['1', [['ی']], '<target><![CDATA[<p>B</p>]]></target>', '<target>ی</target>'],
  },
  'units of 1.2 in a root of 1.1': {
    file: '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.1" version="1.1"><file original="a" source-language="en" datatype="x"><body><trans-unit xmlns="urn:oasis:names:tc:xliff:document:1.2" id="1"><source>A</source><target>B</target></trans-unit></body></file></xliff>',
    reads: ['1 1 translated: A → B'],
    change: ['1', [['ی']], '>B<', '>ی<'],
  },
  'a prefix that is bound nowhere, the root’s too': {
    file: '<x:xliff version="1.2"><x:file original="a" source-language="en" datatype="x"><x:body><x:trans-unit id="1" y:b="1"><x:source>A</x:source></x:trans-unit></x:body></x:file></x:xliff>',
    reads: ['1 1 initial: A → –'],
    problems: ['xml-prefix-unbound', 'xml-prefix-unbound'],
    change: ['1', [['ی']], '</x:source>', '</x:source><x:target state="translated">ی</x:target>'],
  },
  'a namespace with something behind it': {
    file: '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2/" version="1.2"><file original="a" source-language="en"><body><trans-unit id="1"><source>A</source></trans-unit></body></file></xliff>',
    reads: ['1 1 initial: A → –'],
  },
  'somebody else’s namespace': {
    file: '<xliff xmlns="http://example.org/xliff" version="2.0" srcLang="en"><file id="f"><unit id="1"><segment><source>A</source></segment></unit></file></xliff>',
    reads: ['1 1 initial: A → –'],
  },
  'version 1.2 in the namespace of 2.0: what stands in it decides': {
    file: `<xliff ${NS2} version="1.2"><file original="a" source-language="en" datatype="x"><body><trans-unit id="1"><source>A</source><target>B</target></trans-unit></body></file></xliff>`,
    reads: ['1 1 translated: A → B'],
    change: ['1', [['ی']], '>B<', '>ی<'],
  },
  'version 2.0 in the namespace of 1.2': {
    file: `<xliff ${NS1} version="2.0" srcLang="en" trgLang="fa"><file id="f"><unit id="1"><segment><source>A</source></segment></unit></file></xliff>`,
    reads: ['1 1 initial: A → –'],
  },
  'XLIFF 2 by a prefix, other prefixes beside it': {
    file: '<x:xliff xmlns:y="urn:oasis:names:tc:xliff:document:1.2" xmlns:x="urn:oasis:names:tc:xliff:document:2.2" version="2.2" srcLang="en" trgLang="fa"><x:file id="f"><x:unit id="1"><x:segment><x:source>A</x:source></x:segment></x:unit></x:file></x:xliff>',
    reads: ['1 1 initial: A → –'],
    change: [
      '1',
      [['ی']],
      '<x:segment><x:source>A</x:source>',
      '<x:segment state="translated"><x:source>A</x:source><x:target>ی</x:target>',
    ],
  },
  'a byte order mark, line ends and a comment before the root': {
    file: `\ufeff\r\n<!-- by hand -->\r\n${one('<trans-unit id="1"><source>A</source></trans-unit>')}`,
    reads: ['1 1 initial: A → –'],
  },
  'Booleans in capitals': {
    file: one(
      '<group translate="NO"><trans-unit id="1"><source>A</source></trans-unit></group><trans-unit id="2" translate="No"><source>B</source></trans-unit><trans-unit id="3" approved="YES"><source>C</source><target>D</target></trans-unit>',
    ),
    reads: ['1 not translated 1 initial: A → –', '2 not translated 1 initial: B → –', '3 1 reviewed: C → D'],
  },
};

const UNITS1: Readonly<Record<string, Sample>> = {
  'target before source, and a comment before both': {
    file: one('<trans-unit id="1"><!-- c --><target>B</target><source>A</source></trans-unit>'),
    reads: ['1 1 translated: A → B'],
    change: ['1', [['ی']], '>B<', '>ی<'],
  },
  'ids twice, none, and in two files': {
    file: `<xliff ${NS1} version="1.2"><file original="a" source-language="en"><body><trans-unit id="1"><source>A</source></trans-unit><trans-unit id="1"><source>B</source></trans-unit><trans-unit><source>C</source></trans-unit></body></file><file original="b" source-language="en"><body><group id="g"><group><trans-unit id="1"><source>D</source></trans-unit></group></group></body></file></xliff>`,
    reads: [
      'a/1 1 initial: A → –',
      'a/1~2 1 initial: B → –',
      'unit-3 1 initial: C → –',
      'b/1 1 initial: D → –',
    ],
    problems: ['xliff-id-duplicate', 'xliff-id-missing'],
    change: ['b/1', [['ی']], 'D</source>', 'D</source><target state="translated">ی</target>'],
  },
  'ids and names with line ends (Xcode)': {
    file: one(
      '<trans-unit id="a&#10;b" xml:space="preserve"><source>a&#10;b</source><note>No comment provided by engineer.</note></trans-unit>',
    ),
    reads: ['note | No comment provided by engineer.', 'a\nb 1 initial: a\nb → –'],
    change: ['a\nb', [['ی\nک']], '</source>', '</source><target state="translated">ی\nک</target>'],
  },
  'texts of alternatives and of pictures are not the unit’s': {
    file: one(
      '<bin-unit id="b" mime-type="image/png"><bin-source><external-file href="a.png"/></bin-source><bin-target><external-file href="b.png"/></bin-target><trans-unit id="2"><source>On the picture</source></trans-unit></bin-unit><trans-unit id="1"><source>A</source><alt-trans match-quality="90"><source>x</source><target state="final">B</target></alt-trans></trans-unit>',
    ),
    reads: ['2 1 initial: On the picture → –', '1 1 initial: A → –'],
    change: ['1', [['ی']], '<source>A</source>', '<source>A</source><target state="translated">ی</target>'],
  },
  'a target behind the alternatives': {
    file: one(
      '<trans-unit id="1"><source>A</source><alt-trans><target>x</target></alt-trans><target state="new">B</target></trans-unit>',
    ),
    reads: ['1 1 initial xlf12:new: A → B'],
    change: ['1', [['ی']], '<target state="new">B<', '<target state="translated">ی<'],
  },
  'seg-source without segments': {
    file: one(
      '<trans-unit id="1"><source>A. B.</source><seg-source>A. B.</seg-source><target>x</target></trans-unit>',
    ),
    reads: ['1 1 translated: A. B. → x'],
    change: ['1', [['ی']], '>x<', '>ی<'],
  },
  'segments in the source only': {
    file: one(
      '<trans-unit id="1"><source><mrk mtype="seg" mid="a">A.</mrk> <mrk mtype="seg" mid="b">B.</mrk></source></trans-unit>',
    ),
    reads: ['1 a initial: A. → –', '1 b initial: B. → –'],
    change: [
      '1',
      [['x'], ['y']],
      '</source>',
      '</source><target state="translated"><mrk mtype="seg" mid="a">x</mrk> <mrk mtype="seg" mid="b">y</mrk></target>',
    ],
  },
  'segments of the target in another order, text between them': {
    file: one(
      '<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="0">A.</mrk> <mrk mtype="seg" mid="1">B.</mrk></seg-source><target>(<mrk mtype="seg" mid="1">y</mrk>, <mrk mtype="seg" mid="0">x</mrk>)</target></trans-unit>',
    ),
    reads: ['1 0 translated: A. → x', '1 1 translated: B. → y'],
    change: ['1', [['ی'], null], '>x<', '>ی<'],
  },
  'a segment missing in the target': {
    file: one(
      '<trans-unit id="1"><source>A. B.</source><seg-source><mrk mtype="seg" mid="0">A.</mrk> <mrk mtype="seg" mid="1">B.</mrk></seg-source><target state="translated"><mrk mtype="seg" mid="1">y</mrk></target></trans-unit>',
    ),
    reads: ['1 0 initial: A. → –', '1 1 translated: B. → y'],
    change: [
      '1',
      [['ی'], null],
      '<mrk mtype="seg" mid="1">y',
      '<mrk mtype="seg" mid="0">ی</mrk> <mrk mtype="seg" mid="1">y',
    ],
  },
  'a segment more in the target: the unit as one, with a warning': {
    file: one(
      '<trans-unit id="1"><source>A.</source><seg-source><mrk mtype="seg" mid="0">A.</mrk></seg-source><target><mrk mtype="seg" mid="0">x</mrk><mrk mtype="seg" mid="9">y</mrk></target></trans-unit>',
    ),
    reads: ['1 1 translated: A. → xy'],
    problems: ['xliff-target-segmentation'],
  },
  'segments inside a pair of codes': {
    file: one(
      '<trans-unit id="1"><source><g id="1">A. B.</g></source><seg-source><g id="1"><mrk mtype="seg" mid="0">A.</mrk> <mrk mtype="seg" mid="1">B <x id="2"/></mrk></g></seg-source><target><g id="1"><mrk mtype="seg" mid="0">x</mrk> <mrk mtype="seg" mid="1"/></g></target></trans-unit>',
    ),
    reads: ['1 0 translated: A. → x', '1 1 initial: B [2] → –'],
    change: [
      '1',
      [null, ['ی', { code: 'standalone', id: '2', equiv: '', text: '' }]],
      '<mrk mtype="seg" mid="1"/>',
      '<mrk mtype="seg" mid="1">ی<x id="2"/></mrk>',
    ],
  },
  'every inline element, a text inside a code too': {
    file: one(
      '<trans-unit id="1"><source><bpt id="1" rid="1">&lt;b></bpt>a<ept id="2" rid="1">&lt;/b></ept><ph id="3">&lt;img alt="<sub>a cat</sub>"></ph><it id="4" pos="open">&lt;i></it><bx id="5"/>b<ex id="6" rid="5"/><x id="7" ctype="lb" equiv-text=" "/><mrk mtype="term" mid="m">t</mrk></source></trans-unit>',
    ),
    reads: ['1 1 initial: <1:<b><a>1:</b>>[3:<img alt="<sub>a cat</sub>">][4:<i>]<5<b>5>[7]‹m‹t›m› → –'],
  },
  'notes, and comments of annotations': {
    file: one(
      '<trans-unit id="1" resname="menu.open"><source>A <mrk mtype="x-comment" mid="1" comment="which one?">b</mrk></source><target>x</target><note from="dev" priority="2" annotates="source">first</note><note annotates="general" priority="99">second</note></trans-unit>',
    ),
    reads: [
      'note | first | source | 2 | dev',
      'note | second',
      'note | which one? | source',
      '1 (menu.open) 1 translated: A ‹1‹b›1› → x',
    ],
    change: ['1', [['ی']], '<target>x', '<target>ی'],
  },
  'comments that a tool keeps in elements of its own': {
    file: `<xliff ${NS1} xmlns:mq="MQXliff" version="1.2"><file original="a" source-language="en" target-language="fa"><body><trans-unit id="1" mq:status="Proofread"><source>A</source><target>x</target><mq:comments><mq:comment creatoruser="Ann" appliesto="Target" deleted="false">short?</mq:comment><mq:comment deleted="true">old</mq:comment></mq:comments><mq:historical-unit><source>H</source><target>h</target></mq:historical-unit></trans-unit></body></file></xliff>`,
    reads: ['note | short? | target | Ann', '1 1 final: A → x'],
    change: [
      '1',
      [['ی']],
      'mq:status="Proofread"><source>A</source><target>x',
      'mq:status="ManuallyConfirmed"><source>A</source><target>ی',
    ],
  },
  'CDATA, character references and white space': {
    file: one(
      '<trans-unit id="1" xml:space="preserve"><source> <![CDATA[<b>&amp;</b>]]>\r\n\t&#x6CC;&#13; </source><target><![CDATA[x]]></target></trans-unit>',
    ),
    reads: ['1 1 translated:  <b>&amp;</b>\n\tی\r  → x'],
    change: ['1', [['<ی']], '<![CDATA[x]]>', '&lt;ی'],
  },
  'comments and instructions in a target are kept': {
    file: one(
      '<trans-unit id="1"><source>A</source><target><?mark a?>x<!-- sic --> y<?mark b?></target></trans-unit>',
    ),
    reads: ['1 1 translated: A → x y'],
    change: ['1', [['ی']], 'x<!-- sic --> y<?mark b?>', 'ی<!-- sic --><?mark b?>'],
  },
  'an element of nobody’s in the text is one code': {
    file: one(
      '<trans-unit id="1"><source>A <z:b xmlns:z="urn:z">c</z:b></source><target>x</target></trans-unit>',
    ),
    reads: ['1 1 translated: A [b:<z:b xmlns:z="urn:z">c</z:b>] → x'],
  },
  'an approved unit without a text': {
    file: one('<trans-unit id="1" approved="yes"><source>A</source><target/></trans-unit>'),
    reads: ['1 1 initial: A → '],
    change: [
      '1',
      [['ی']],
      'approved="yes"><source>A</source><target/>',
      'approved="no"><source>A</source><target state="translated">ی</target>',
    ],
  },
  'states in capitals, and those of XLIFF 2': {
    file: one(
      '<trans-unit id="1"><source>A</source><target state="Final">x</target></trans-unit><trans-unit id="2"><source>A</source><target state="reviewed">x</target></trans-unit><trans-unit id="3"><source>A</source><target state="x-other">x</target></trans-unit>',
    ),
    reads: [
      '1 1 final xlf12:Final: A → x',
      '2 1 reviewed xlf12:reviewed: A → x',
      '3 1 initial xlf12:x-other: A → x',
    ],
  },
};

const UNITS2: Readonly<Record<string, Sample>> = {
  'codes that cross, a control character, original data': {
    file: two(
      '<unit id="1"><originalData><data id="d">&lt;br/></data></originalData><segment><source><sc id="1"/>a<sm id="2" type="term"/>b<ec startRef="1"/>c<em startRef="2"/><cp hex="0007"/><ph id="3" dataRef="d"/></source></segment></unit>',
    ),
    reads: ['1 1 initial: <1<a‹2‹b>1>c›2›\u0007[3:<br/>] → –'],
  },
  'segments, ignorables, order of targets': {
    file: two(
      '<unit id="1" name="n" canResegment="no"><segment id="s1" state="translated"><source>A.</source><target order="3">x</target></segment><ignorable><source> </source></ignorable><segment id="s2" state="final" subState="my:a"><source>B.</source><target order="1">y</target></segment></unit>',
    ),
    reads: ['1 (n) s1 translated: A. → x', '1 (n) s2 final my:a: B. → y'],
    change: ['1', [['ی'], null], '>x<', '>ی<'],
  },
  'notes, one of them referred to, a comment with its own text, notes behind the segment': {
    file: two(
      '<unit id="1"><segment id="s"><source>A <mrk id="m1" type="comment" ref="#n=n1">b</mrk> <mrk id="m2" type="comment" value="why?">c</mrk></source></segment><notes><note id="n1" category="dev" priority="1">first</note><note appliesTo="target">second</note></notes></unit>',
    ),
    reads: [
      'note | first | dev | source | 1 | s',
      'note | second | target',
      'note | why? | source | s',
      '1 s initial: A ‹m1‹b›m1› ‹m2‹c›m2› → –',
    ],
  },
  'modules and what nobody knows are kept': {
    file: `<xliff ${NS2} xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:z="urn:z" version="2.1" srcLang="en" trgLang="fa"><file id="f"><z:t><unit id="no"/></z:t><unit id="1"><mtc:matches><mtc:match ref="#m"><source>A</source><target>old</target></mtc:match></mtc:matches><mda:metadata><mda:metaGroup><mda:meta type="a">b</mda:meta></mda:metaGroup></mda:metadata><segment><target>x</target><source>A</source></segment></unit></file></xliff>`,
    reads: ['1 1 initial: A → x'],
    change: ['1', [['ی']], '<segment><target>x', '<segment state="translated"><target>ی'],
  },
  'a state that is none, one in capitals, a lock of a tool': {
    file: `<xliff ${NS2} xmlns:t="urn:t" version="2.0" srcLang="en" trgLang="fa"><file id="f"><unit id="1"><segment state="finale"><source>A</source><target>x</target></segment></unit><unit id="2"><segment state="FINAL" t:locked="true"><source>A</source><target>x</target></segment></unit><unit id="3" translate="NO"><segment><source>A</source></segment></unit></file></xliff>`,
    reads: ['1 1 initial: A → x', '2 1 final locked: A → x', '3 not translated 1 initial: A → –'],
  },
  'ids of segments and codes that clash': {
    file: two(
      '<unit id="1"><segment id="1"><source><ph id="1"/>A</source></segment><segment id="1"><source>B<ph id="1"/></source></segment></unit>',
    ),
    reads: ['1 1 initial: [1]A → –', '1 2 initial: B[1-2] → –'],
    problems: ['xliff-id-duplicate'],
  },
};

describe.each([
  ['roots', ROOTS],
  ['units of XLIFF 1', UNITS1],
  ['units of XLIFF 2', UNITS2],
])('%s', (_, samples) => {
  test.each(Object.entries(samples))('%s', (_what, sample) => {
    check(sample);
  });
});

test('languages as tools spell them', () => {
  const languages = (source: string, target: string): readonly (string | null)[] => {
    const file = one('', `source-language="${source}" target-language="${target}"`);
    const { document } = xliff12.read(Buffer.from(file), readOptions);
    return [document!.sourceLanguage, document!.targetLanguage];
  };
  expect(languages('EN', 'fa_IR')).toEqual(['en', 'fa-IR']);
  expect(languages('en-EN', 'fa-Arab-IR')).toEqual(['en-EN', 'fa-Arab-IR']);
  expect(languages(' en_us ', 'my_MM')).toEqual(['en-US', 'my-MM']);
  expect(languages('', 'Persian!')).toEqual([null, null]);
});

test('the target language that only targets name', () => {
  const file = one(
    '<trans-unit id="1"><source>A</source></trans-unit><trans-unit id="2"><source xml:lang="en">A</source><target xml:lang="fa">B</target></trans-unit>',
    'source-language="en"',
  );
  expect(xliff12.read(Buffer.from(file), readOptions).document!.targetLanguage).toBe('fa');
});

test('directions that the file gives, of the unit before those of its file', () => {
  const file = two(
    '<unit id="1"><segment><source>A</source></segment></unit><unit id="2" trgDir="ltr"><segment><source>B</source></segment></unit>',
    ' srcDir="ltr" trgDir="rtl"',
  );
  const { document } = xliff2.read(Buffer.from(file), readOptions);
  expect(document!.units.map((each) => [each.sourceDirection, each.targetDirection])).toEqual([
    ['ltr', 'rtl'],
    ['ltr', 'ltr'],
  ]);
});
