/** Rules that few files break: versions and their modules, ITS, plural cases, size, references. Right and wrong side by side. */
import { expect, test } from 'vitest';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';

const NAMESPACES =
  'xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" ' +
  'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" xmlns:res="urn:oasis:names:tc:xliff:resourcedata:2.0" ' +
  'xmlns:slr="urn:oasis:names:tc:xliff:sizerestriction:2.0" xmlns:fs="urn:oasis:names:tc:xliff:fs:2.0" ' +
  'xmlns:val="urn:oasis:names:tc:xliff:validation:2.0" xmlns:its="http://www.w3.org/2005/11/its" ' +
  'xmlns:itsm="urn:oasis:names:tc:xliff:itsm:2.1" xmlns:pgs="urn:oasis:names:tc:xliff:pgs:1.0" xmlns:my="urn:my"';

interface Parts {
  readonly version?: string;
  readonly namespace?: string;
  readonly root?: string;
  /** Before the file. */
  readonly head?: string;
  readonly file?: string;
  readonly unit?: string;
  /** At the beginning of the unit. */
  readonly front?: string;
  readonly segment?: string;
  readonly source?: string;
  readonly target?: string;
}

function codesOf(parts: Parts): readonly string[] {
  const { version = '2.1', namespace = version === '2.2' ? '2.2' : '2.0' } = parts;
  const target = parts.target === undefined ? '' : `<target>${parts.target}</target>`;
  const text = `<xliff xmlns="urn:oasis:names:tc:xliff:document:${namespace}" version="${version}" srcLang="en" trgLang="my"
    ${NAMESPACES} ${parts.root ?? ''}>${parts.head ?? ''}<file id="f">${parts.file ?? ''}
    <unit id="u" ${parts.unit ?? ''}>${parts.front ?? ''}<segment id="s" ${parts.segment ?? ''}>
    <source>${parts.source ?? 'text'}</source>${target}</segment></unit></file></xliff>`;
  return (xliff2.validate?.(Buffer.from(text)) ?? []).map((each) => each.code.replace('rule-', ''));
}

const ITS = 'its:version="2.0"';
const TOOL = `${ITS} its:annotatorsRef="mt-confidence|urn:x text-analysis|urn:y"`;
const mrk = (attributes: string): string => `<mrk id="m" type="its:generic" ${attributes}>a</mrk>`;

test.each<readonly [string, Parts, readonly string[]]>([
  ['2.0', { version: '2.0' }, []],
  ['2.1', {}, []],
  ['2.2', { version: '2.2' }, []],
  ['2.2 in the old namespace', { version: '2.2', namespace: '2.0' }, ['attribute-value']],
  ['2.1 in the new namespace', { version: '2.1', namespace: '2.2' }, ['version-older']],
  ['3.0 in the new namespace', { version: '3.0', namespace: '2.2' }, ['attribute-value']],
  // notes and metadata of the document
  ['notes of a 2.2 document', { version: '2.2', head: '<notes><note>1</note></notes>' }, []],
  ['notes of a 2.1 document', { head: '<notes><note>1</note></notes>' }, ['element-unknown']],
  [
    'metadata of a 2.2 document',
    {
      version: '2.2',
      head: '<mda:metadata><mda:metaGroup><mda:meta type="a"/></mda:metaGroup></mda:metadata>',
    },
    [],
  ],
  ['an extension beside files', { version: '2.2', head: '<my:x/>' }, ['element-unknown']],
  [
    'a note that refers to its segment',
    { version: '2.2', front: '<notes><note ref="#s">1</note></notes>' },
    [],
  ],
  [
    'a note that refers to nothing',
    { version: '2.2', front: '<notes><note ref="#q">1</note></notes>' },
    ['reference-unresolved'],
  ],
  ['a note that refers in 2.1', { front: '<notes><note ref="#s">1</note></notes>' }, ['attribute-unknown']],
  // plural cases
  ['a case of a plural', { version: '2.2', unit: 'pgs:switch="plural:n"', segment: 'pgs:case="one"' }, []],
  [
    'a number',
    { version: '2.2', unit: 'pgs:switch="plural:n gender:g"', segment: 'pgs:case="3.5 neuter"' },
    [],
  ],
  [
    'too few values',
    { version: '2.2', unit: 'pgs:switch="plural:n gender:g"', segment: 'pgs:case="one"' },
    ['attribute-value'],
  ],
  [
    'no plural keyword',
    { version: '2.2', unit: 'pgs:switch="plural:n"', segment: 'pgs:case="lots"' },
    ['attribute-value'],
  ],
  ['a case of nothing', { version: '2.2', segment: 'pgs:case="one"' }, ['attribute-needs']],
  ['no selector', { version: '2.2', unit: 'pgs:switch="count:n"' }, ['attribute-value']],
  ['a case in 2.1', { segment: 'pgs:case="one"' }, ['attribute-unknown']],
  // ITS
  ['ITS without its version', { source: mrk('its:taClassRef="urn:a"') }, ['attribute-missing']],
  ['ITS with its version', { root: ITS, source: mrk('its:taClassRef="urn:a"') }, []],
  [
    'ITS in 2.0 is an extension',
    { version: '2.0', source: '<mrk id="m" type="x:y" its:anything="1">a</mrk>' },
    [],
  ],
  ['another version of ITS', { root: 'its:version="3.0"' }, ['attribute-value']],
  ['no such attribute of ITS', { root: ITS, source: mrk('its:nothing="1"') }, ['attribute-unknown']],
  ['a confidence of a tool', { root: TOOL, source: mrk('its:mtConfidence="0.8"') }, []],
  ['a confidence of nobody', { root: ITS, source: mrk('its:mtConfidence="0.8"') }, ['attribute-needs']],
  ['too much confidence', { root: TOOL, source: mrk('its:mtConfidence="1.8"') }, ['attribute-value']],
  ['a tool twice', { root: `${ITS} its:annotatorsRef="terminology|a terminology|b"` }, ['attribute-value']],
  ['a tool for no category', { root: `${ITS} its:annotatorsRef="cooking|a"` }, ['attribute-value']],
  [
    'a vote and a score',
    { root: ITS, source: mrk('its:locQualityRatingVote="3" its:locQualityRatingScore="9"') },
    ['attribute-excludes'],
  ],
  [
    'a threshold alone',
    { root: ITS, source: mrk('its:locQualityRatingScoreThreshold="9"') },
    ['attribute-needs'],
  ],
  [
    'an issue by reference',
    {
      root: ITS,
      front:
        '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="grammar"/></its:locQualityIssues>',
      source: mrk('its:locQualityIssuesRef="#its=q"'),
    },
    [],
  ],
  [
    'an issue that is not there',
    { root: ITS, source: mrk('its:locQualityIssuesRef="#its=q"') },
    ['reference-unresolved'],
  ],
  [
    'an issue twice said',
    {
      root: ITS,
      front:
        '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="grammar"/></its:locQualityIssues>',
      source: mrk('its:locQualityIssuesRef="#its=q" its:locQualityIssueComment="x"'),
    },
    ['attribute-excludes'],
  ],
  [
    'an issue that says nothing',
    {
      root: ITS,
      front:
        '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueSeverity="3"/></its:locQualityIssues>',
    },
    ['attribute-missing'],
  ],
  [
    'an unknown type of issue',
    {
      root: ITS,
      front:
        '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="ugly"/></its:locQualityIssues>',
    },
    ['attribute-value'],
  ],
  [
    'provenance of the file',
    {
      root: ITS,
      file: '<its:provenanceRecords xml:id="p"><its:provenanceRecord person="A"/></its:provenanceRecords>',
      unit: 'its:provenanceRecordsRef="#its=p"',
    },
    [],
  ],
  ['a language that ITS has otherwise', { root: ITS, source: mrk('itsm:lang="my_MM"') }, ['attribute-value']],
  // size
  [
    'a standard size',
    { file: '<slr:profiles generalProfile="xliff:codepoints"/>', unit: 'slr:sizeRestriction="3,*"' },
    [],
  ],
  [
    'no size',
    { file: '<slr:profiles generalProfile="xliff:codepoints"/>', unit: 'slr:sizeRestriction="many"' },
    ['attribute-value'],
  ],
  [
    'a size of somebody',
    { file: '<slr:profiles generalProfile="my:pixels"/>', unit: 'slr:sizeRestriction="wide"' },
    [],
  ],
  ['a size on a placeholder', { source: '<ph id="p" slr:sizeRestriction="3"/>' }, ['attribute-unknown']],
  ['profiles in a unit', { front: '<slr:profiles/>' }, ['element-unknown']],
  // format style
  ['HTML for a preview', { unit: 'fs:fs="a" fs:subFs="href,x\\,y\\title,z"' }, []],
  ['attributes of nothing', { unit: 'fs:subFs="href,x"' }, ['attribute-needs']],
  ['attributes without a value', { unit: 'fs:fs="a" fs:subFs="href"' }, ['attribute-value']],
  // resource data
  [
    'a file or content',
    {
      front:
        '<res:resourceData><res:resourceItem mimeType="a/b"><res:source/></res:resourceItem></res:resourceData>',
    },
    ['href-or-content'],
  ],
  [
    'files of no known kind',
    {
      front:
        '<res:resourceData><res:resourceItem><res:source href="a"/></res:resourceItem></res:resourceData>',
    },
    ['attribute-missing'],
  ],
  [
    'an empty item',
    { front: '<res:resourceData><res:resourceItem/></res:resourceData>' },
    ['element-missing'],
  ],
  [
    'notes of an item',
    {
      version: '2.2',
      front:
        '<res:resourceData><res:resourceItem mimeType="a/b"><notes><note>1</note></notes><res:source href="a"/></res:resourceItem></res:resourceData>',
    },
    [],
  ],
  // rules
  [
    'a rule of one kind',
    { front: '<val:validation><val:rule startsWith="a" existsInSource="yes"/></val:validation>' },
    [],
  ],
  [
    'a rule of two kinds',
    { front: '<val:validation><val:rule startsWith="a" my:rule="b"/></val:validation>' },
    ['attribute-excludes'],
  ],
  // candidates
  ['a mark of a candidate', { source: '<mrk id="m" type="mtc:match">a</mrk>' }, []],
  [
    'a mark of a candidate that refers',
    { source: '<mrk id="m" type="mtc:match" ref="urn:x">a</mrk>' },
    ['attribute-excludes'],
  ],
  [
    'two lists of candidates',
    {
      front: '<mtc:matches><mtc:match ref="#s"><source/><target/></mtc:match></mtc:matches>'.repeat(2),
    },
    ['element-repeated'],
  ],
  [
    'a candidate in another language, for reference',
    {
      front:
        '<mtc:matches><mtc:match ref="#s" reference="yes"><source/><target xml:lang="fa"/></mtc:match></mtc:matches>',
    },
    [],
  ],
  [
    'a candidate in another language',
    {
      front: '<mtc:matches><mtc:match ref="#s"><source/><target xml:lang="fa"/></mtc:match></mtc:matches>',
    },
    ['language-mismatch'],
  ],
  // references
  ['a term in another unit', { source: '<mrk id="m" type="term" ref="#f=f/u=v/gls=g">a</mrk>' }, []],
  [
    'a term that is not in the unit',
    { source: '<mrk id="m" type="term" ref="#gls=g">a</mrk>' },
    ['reference-dangling'],
  ],
  [
    'an escaped reference',
    {
      front: '<notes><note id="č">1</note></notes>',
      source: '<mrk id="m" type="comment" ref="#n=%C4%8D">a</mrk>',
    },
    [],
  ],
  // codes
  [
    'a pair in place of an element',
    { source: '<pc id="1">a</pc>', target: '<sc id="1"/>b<ec startRef="1"/>' },
    [],
  ],
  ['a code of another kind', { source: '<pc id="1">a</pc>', target: '<ph id="1"/>' }, ['id-of-another']],
  [
    'a marker of another kind',
    { source: '<mrk id="1" type="term">a</mrk>', target: '<mrk id="1" translate="no">a</mrk>' },
    ['id-of-another'],
  ],
  ['a copy', { source: '<pc id="1">a</pc>', target: '<pc id="1">b</pc><pc id="2" copyOf="1">c</pc>' }, []],
  [
    'a copy of what may not be copied',
    {
      source: '<pc id="1" canCopy="no">a</pc>',
      target: '<pc id="1" canCopy="no">b</pc><pc id="2" copyOf="1">c</pc>',
    },
    ['copy-forbidden'],
  ],
  ['orphans', { source: '<sc id="1" isolated="yes"/>a<ec id="2" isolated="yes" dir="rtl"/>' }, []],
  ['an annotation of no kind', { source: '<mrk id="1">a</mrk>' }, ['attribute-missing']],
])('%s', (_, parts, codes) => {
  expect(codesOf(parts)).toEqual(codes);
});
