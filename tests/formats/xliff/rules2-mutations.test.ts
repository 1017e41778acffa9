/**
 * One valid document, spoilt in one place at a time: each fault is found, by its rule and exactly where it is,
 * whatever the line ends, the byte order mark and the distance from the beginning.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../server/core/problem.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';

const CORE = 'urn:oasis:names:tc:xliff:document:';

const VALID = `<xliff xmlns="${CORE}2.0" version="2.1" srcLang="en" trgLang="fa"
  xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"
  xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0"
  xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0" xmlns:my="urn:my">
<file id="f1">
  <skeleton href="book.skl"/>
  <slr:profiles generalProfile="xliff:codepoints"/>
  <my:job id="j1"><my:step id="j2"/></my:job>
  <notes><note id="n1" priority="2">All of it</note></notes>
  <group id="g1">
    <unit id="u1" name="first" slr:sizeRestriction="0,90">
      <mtc:matches><mtc:match id="m1" ref="#s1" similarity="80.5" type="tm">
        <originalData><data id="x1">%s</data></originalData>
        <source>Old <ph id="p1" dataRef="x1"/></source><target>کهنه <ph id="p1" dataRef="x1"/></target>
      </mtc:match></mtc:matches>
      <gls:glossary><gls:glossEntry id="e1" ref="#k1">
        <gls:term>ship</gls:term><gls:translation>کشتی</gls:translation>
      </gls:glossEntry></gls:glossary>
      <mda:metadata><mda:metaGroup id="mg"><mda:meta type="key">value</mda:meta></mda:metaGroup></mda:metadata>
      <notes><note id="n1" appliesTo="target">Here</note></notes>
      <originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
      <segment id="s1" state="translated" subState="my:done">
        <source>The <mrk id="k1" type="term">ship</mrk> <pc id="b1" dataRefStart="d1" dataRefEnd="d2">sails</pc><cp hex="001A"/></source>
        <target order="3"><pc id="b1" dataRefStart="d1" dataRefEnd="d2">می‌رود</pc> کشتی</target>
      </segment>
      <ignorable><source> </source><target> </target></ignorable>
      <segment id="s2">
        <source><sc id="c1" type="fmt" subType="xlf:b"/>To <ph id="h1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="h2" canReorder="no" canCopy="no" canDelete="no"/> sea<ec startRef="c1"/></source>
        <target order="1"><sc id="c1"/>به <ph id="h1" canReorder="firstNo" canCopy="no" canDelete="no"/><ph id="h2" canReorder="no" canCopy="no" canDelete="no"/><mrk id="k2" type="comment" ref="#n=n1">دریا</mrk><ec startRef="c1"/></target>
      </segment>
    </unit>
    <unit id="u2">
      <segment><source>Sub <ph id="1" subFlows="u1"/><sm id="2" translate="no"/>flow<em startRef="2"/></source></segment>
    </unit>
  </group>
</file>
</xliff>
`;

/** What is replaced, by what, the code without `rule-`, and where: the text that the place is at. */
type Mutation = readonly [what: string, by: string, code: string, at: string];

const MUTATIONS: readonly Mutation[] = [
  // structure
  ['<file id="f1">', '<file>', 'attribute-missing', '<file>'],
  [' srcLang="en"', '', 'attribute-missing', '<xliff'],
  [' trgLang="fa"', '', 'target-language-missing', '<xliff'],
  ['srcLang="en"', 'srcLang="en_US"', 'attribute-value', 'srcLang='],
  ['xmlns:my="urn:my"', 'xmlns:my="urn:my" target="fa"', 'attribute-unknown', 'target="fa"'],
  ['<skeleton href="book.skl"/>', '<skeleton/>', 'href-or-content', '<skeleton'],
  ['<skeleton href="book.skl"/>', '<skeleton href="book.skl">x</skeleton>', 'href-and-content', 'href="book'],
  [
    '<skeleton href="book.skl"/>\n',
    '\n<notes><note>1</note></notes>',
    'element-repeated',
    '<notes><note id="n1" pri',
  ],
  ['</group>\n', '</group><my:late/>', 'element-order', '<my:late/>'],
  ['</group>\n', '</group><foo/>', 'element-unknown', '<foo/>'],
  ['</group>\n', 'words</group>', 'text-unknown', '<group'],
  ['<unit id="u1"', '<unit id="u 1"', 'attribute-value', 'id="u 1"'],
  ['<unit id="u2"', '<unit id="u1"', 'id-duplicate', 'id="u1">'],
  ['<unit id="u1"', '<unit type="xlf:x" id="u1"', 'attribute-value', 'type="xlf:x"'],
  ['<unit id="u1"', '<unit translate="maybe" id="u1"', 'attribute-value', 'translate="maybe"'],
  ['<unit id="u1"', '<unit lang="en" id="u1"', 'attribute-unknown', 'lang="en"'],
  ['<my:step id="j2"/>', '<my:step id="j1"/>', 'id-duplicate', 'id="j1"/>'],
  ['<my:step id="j2"/>', '<my:step id="j 2"/>', 'attribute-value', 'id="j 2"/>'],
  ['<note id="n1" priority="2">All of it</note>', '', 'element-missing', '<notes>'],
  ['priority="2"', 'priority="11"', 'attribute-value', 'priority="11"'],
  ['appliesTo="target"', 'appliesTo="both"', 'attribute-value', 'appliesTo="both"'],
  ['<ignorable>', '<ignorable my:x="1">', 'attribute-unknown', 'my:x="1"'],
  ['<ignorable><source> </source>', '<ignorable>', 'element-missing', '<ignorable>'],
  [
    '<source> </source><target> </target>',
    '<target> </target><source> </source>',
    'element-order',
    '<source> </source></ign',
  ],
  // segments
  ['<segment id="s2">', '<segment id="s1">', 'id-duplicate', 'id="s1">'],
  ['<segment id="s2">', '<segment id="s2" state="done">', 'attribute-value', 'state="done"'],
  ['<segment><source>Sub', '<segment state="final"><source>Sub', 'state-without-target', 'state="final"'],
  ['state="translated" subState', 'subState', 'attribute-needs', 'subState'],
  ['subState="my:done"', 'subState="xlf:done"', 'attribute-value', 'subState'],
  ['subState="my:done"', 'subState="done"', 'attribute-value', 'subState'],
  ['order="1"', 'order="3"', 'order-repeated', 'order="3"><sc'],
  ['order="1"', 'order="4"', 'attribute-value', 'order="4"'],
  ['<target> </target>', '<target xml:space="preserve"> </target>', 'space-mismatch', 'xml:space'],
  ['<target> </target>', '<target xml:lang="my"> </target>', 'language-mismatch', 'xml:lang'],
  // codes
  ['<ph id="1" subFlows="u1"/>', '<ph id="1" subFlows="u9"/>', 'reference-unresolved', 'subFlows="u9"'],
  ['<ph id="1" ', '<ph id="2" ', 'id-duplicate', 'id="2" translate'],
  ['<ph id="1" ', '<ph ', 'attribute-missing', '<ph subFlows'],
  ['<ph id="1" ', '<ph my:x="" id="1" ', 'attribute-unknown', 'my:x'],
  ['<ph id="1" ', '<ph id="1" copyOf="7" ', 'reference-unresolved', 'copyOf'],
  ['<ph id="1" ', '<ph id="1" isolated="no" ', 'attribute-unknown', 'isolated'],
  ['dataRefEnd="d2">می', 'dataRefEnd="d7">می', 'reference-unresolved', 'dataRefEnd="d7"'],
  ['<data id="d2">', '<data id="d1">', 'id-duplicate', 'id="d1">&lt;/b'],
  ['<data id="d2">', '<data id="d2" xml:space="default">', 'attribute-value', 'xml:space'],
  ['subType="xlf:b"', 'subType="xlf:c"', 'attribute-value', 'subType'],
  ['type="fmt" subType', 'type="ui" subType', 'attribute-needs', 'subType'],
  ['type="fmt" subType', 'subType', 'attribute-needs', 'subType'],
  ['sea<ec startRef="c1"/>', 'sea', 'pair-missing', 'id="c1" type'],
  ['sea<ec startRef="c1"/>', 'sea<ec startRef="c1" dir="rtl"/>', 'attribute-needs', 'dir="rtl"'],
  [
    'sea<ec startRef="c1"/>',
    'sea<ec startRef="c1" canDelete="no"/>',
    'pair-unlike',
    'canDelete="no"/></source>',
  ],
  [
    'sea<ec startRef="c1"/>',
    'sea<ec startRef="c1"/><ec startRef="c1"/>',
    'pair-repeated',
    'startRef="c1"/></source>',
  ],
  ['sea<ec startRef="c1"/>', 'sea<ec startRef="c1" id="z"/>', 'attribute-excludes', 'id="z"'],
  ['<em startRef="2"/>', '', 'pair-missing', 'id="2" translate'],
  ['<em startRef="2"/>', '<em startRef="1"/>', 'pair-missing', 'startRef="1"'],
  ['<cp hex="001A"/>', '<cp hex="0041"/>', 'character-legal', 'hex="0041"'],
  ['<cp hex="001A"/>', '<cp hex="110000"/>', 'attribute-value', 'hex="110000"'],
  [
    'به <ph id="h1" canReorder="firstNo" canCopy="no" canDelete="no"/>',
    'به ',
    'code-deleted',
    '<target order="1">',
  ],
  ['<sc id="c1"/>به', '<ph id="c1"/><sc id="q"/>به', 'id-of-another', 'id="c1"/><sc id="q"'],
  [
    'canReorder="no" canCopy="no" canDelete="no"/> sea',
    'canReorder="no" canDelete="no"/> sea',
    'attribute-needs',
    'canReorder="no" canDelete="no"/> sea',
  ],
  [
    'To <ph id="h1" canReorder="firstNo"',
    'To <ph id="h1" canReorder="yes"',
    'sequence-start',
    'canReorder="no" canCopy="no" canDelete="no"/> sea',
  ],
  // annotations
  ['ref="#n=n1"', 'ref="#n=n7"', 'reference-unresolved', 'ref="#n=n7"'],
  ['ref="#n=n1"', 'ref="#f=f1/n=n1"', 'fragment-outside', 'ref="#f=f1/n=n1"'],
  ['ref="#n=n1"', 'ref="#n=n1" value="x"', 'attribute-excludes', 'ref="#n=n1" value'],
  ['ref="#n=n1"', '', 'attribute-missing', '<mrk id="k2"'],
  ['type="term"', 'type="terms"', 'attribute-value', 'type="terms"'],
  ['type="term"', 'type="term" ref="#u=u1/f=f1"', 'fragment-malformed', 'ref="#u=u1/f=f1"'],
  ['type="term"', 'type="term" xml:lang="en"', 'attribute-unknown', 'xml:lang'],
  // modules
  ['ref="#s1"', 'ref="#s9"', 'reference-unresolved', 'ref="#s9"'],
  ['ref="#s1"', 'ref="#d=d1"', 'fragment-kind', 'ref="#d=d1"'],
  ['similarity="80.5"', 'similarity="180"', 'attribute-value', 'similarity="180"'],
  ['dataRef="x1"/></target>', 'dataRef="d1"/></target>', 'reference-unresolved', 'dataRef="d1"/></target>'],
  ['<gls:translation>کشتی</gls:translation>', '', 'element-missing', '<gls:glossEntry'],
  ['<gls:term>ship</gls:term>', '', 'element-missing', '<gls:glossEntry'],
  ['<mda:meta type="key">', '<mda:meta>', 'attribute-missing', '<mda:meta>'],
  ['<mda:metadata>', '<mda:metadata id="mg">', 'id-duplicate', 'id="mg"><mda:meta '],
  ['<mda:metadata><mda', '<mda:nothing/><mda:metadata><mda', 'element-undefined', '<mda:nothing/>'],
  [
    '<my:job id="j1">',
    '<gls:glossary><gls:glossEntry><gls:term/><gls:definition/></gls:glossEntry></gls:glossary><my:job id="j1">',
    'element-unknown',
    '<gls:glossary><gls:glossEntry><gls:term/>',
  ],
  ['0,90', '90,', 'attribute-value', 'slr:sizeRestriction'],
  ['generalProfile="xliff:codepoints"', 'generalProfile="xliff:inches"', 'attribute-value', 'generalProfile'],
  ['<mrk id="k1"', '<mrk its:taSource="x" id="k1"', 'attribute-needs', 'its:taSource'],
  ['xmlns:my="urn:my"', '', 'prefix-unbound', '<my:job'],
];

const VERSIONS: readonly (readonly [string, (text: string) => string])[] = [
  ['2.1', (text) => text],
  ['2.2', (text) => text.replace(`${CORE}2.0`, `${CORE}2.2`).replace('version="2.1"', 'version="2.2"')],
];

function validate(text: string): readonly Problem[] {
  return xliff2.validate?.(Buffer.from(text), { strict: false }) ?? [];
}

/** Line and column of a text's first occurrence, counted here in the plainest way. */
function placeOf(text: string, at: string): { readonly line: number; readonly column: number } {
  const index = text.indexOf(at);
  expect(index, at).toBeGreaterThanOrEqual(0);
  const lines = text
    .slice(0, index)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** Where the problems of one code are. */
function placesOf(problems: readonly Problem[], code: string): readonly unknown[] {
  return problems
    .filter((each) => each.code === `rule-${code}`)
    .map(({ place }) => ({ line: place?.line, column: place?.column }));
}

describe.each(VERSIONS)('as %s', (_, turn) => {
  test('the document is valid', () => {
    expect(validate(turn(VALID))).toEqual([]);
  });

  test.each(MUTATIONS)('%s → %s is %s', (what, by, code, at) => {
    const text = turn(VALID);
    expect(text.split(what).length, `${what} stands once`).toBeGreaterThan(1);
    const problems = validate(text.replace(what, by));
    expect(placesOf(problems, code), JSON.stringify(problems)).toContainEqual(
      placeOf(text.replace(what, by), at),
    );
  });
});

test('the place holds behind anything', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MUTATIONS),
      fc.array(fc.constantFrom('<!-- کتاب -->', '<?tool x?>', ' ', '\n'), { maxLength: 12 }),
      fc.boolean(),
      fc.boolean(),
      ([what, by, code, at], padding, mark, windows) => {
        const padded = VALID.replace('<file id="f1">', `${padding.join('')}<file id="f1">`).replace(what, by);
        const text = `${mark ? '\ufeff' : ''}${windows ? padded.replaceAll('\n', '\r\n') : padded}`;
        expect(placesOf(validate(text), code)).toContainEqual(placeOf(text, at));
      },
    ),
    { numRuns: 300 },
  );
});

test('paths name elements by number and id', () => {
  const [problem] = validate(VALID.replace('state="translated" subState', 'subState'));
  expect(problem?.place?.path).toBe('/xliff/file[1]#f1/group[1]#g1/unit[1]#u1/segment[1]#s1/@subState');
  expect(problem?.rule).toBe('XLIFF 2.1 §4.3.1.35');
});

test('a file with very many faults is told the first thousand and how many more', () => {
  const unit = '<unit><segment><source/></segment></unit>';
  const text = `<xliff xmlns="${CORE}2.0" version="2.0" srcLang="en"><file id="f">${unit.repeat(5000)}</file></xliff>`;
  const problems = validate(text);
  expect(problems).toHaveLength(1001);
  expect(problems.at(-1)).toMatchObject({ code: 'rule-more', values: { count: 4000 } });
  expect(problems[0]).toMatchObject({ code: 'rule-attribute-missing', place: { line: 1 } });
});

test.each([
  ['not XML', 'plain words', 'xml-malformed'],
  ['another vocabulary', '<html/>', 'xliff-not-xliff'],
  [
    'an older XLIFF',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>',
    'xliff-version-unknown',
  ],
  ['a future XLIFF', `<xliff xmlns="${CORE}2.9" version="2.9"/>`, 'xliff-version-unknown'],
  ['a document type', `<!DOCTYPE xliff [<!ENTITY a "b">]><xliff xmlns="${CORE}2.0"/>`, 'xml-dtd'],
])('%s is refused as such', (_, text, code) => {
  expect(validate(text).map((each) => each.code)).toContain(code);
});
