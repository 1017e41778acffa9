/** What became of everything but the translations: found wherever it happens, and never where nothing did. */
import { describe, expect, it } from 'vitest';
import type { StructureReport } from '../../../server/core/document/structure.ts';
import { compareStructure } from '../../../server/formats/shared/xliff/compare/compare.ts';
import { corpusFile, corpusFiles, hasCorpus } from '../../support/corpus.ts';

const XLIFF = `<?xml version="1.0"?>
<?origin of the file?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:e="urn:ext"><file original="a.md" source-language="en" datatype="plaintext" e:build="7">
<header><skl><internal-file form="base64">QUJD
REVG</internal-file></skl><note>about the file</note><tool tool-id="t" tool-name="T"/></header>
<body><!-- first --><group id="g" e:kind="chapter"><e:meta><e:value n="1">x</e:value></e:meta>
<trans-unit id="1" resname="one" e:hash="h" approved="yes"><source>A <g id="1" ctype="bold">b</g></source><target state="final" e:by="me">آ <g id="1" ctype="bold">ب</g></target><note priority="2">n</note><alt-trans match-quality="90"><source>A</source><target>آی</target></alt-trans></trans-unit>
<trans-unit id="2"><source>C</source></trans-unit></group>
<trans-unit id="3"><source>D</source></trans-unit></body></file></xliff>
`;

function compare(sent: string, back: string): StructureReport {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const report = compareStructure(bytes(sent), bytes(back));
  if (report === null) throw new Error('cannot be read');
  return report;
}

const told = ({ differences }: StructureReport): readonly string[] =>
  differences.map(({ kind, change, place }) => `${change} ${kind} ${place.slice(place.lastIndexOf('file'))}`);

describe('nothing is told of', () => {
  it.each<[string, (text: string) => string]>([
    ['the same file', (text) => text],
    ['attributes in another order', (text) => text.replace('id="1" resname="one"', 'resname="one" id="1"')],
    ['other quotes', (text) => text.replace('id="1" resname="one"', "id='1' resname='one'")],
    ['indenting', (text) => text.replaceAll(/(<\/?(?:trans-unit|note|alt-trans|header|skl)\b)/gu, '\n   $1')],
    ['empty elements written out', (text) => text.replace('tool-name="T"/>', 'tool-name="T"></tool>')],
    ['base64 in other lines', (text) => text.replace('QUJD\nREVG', 'QUJDREVG')],
    ['another prefix', (text) => text.replaceAll('e:', 'ext:').replace('xmlns:e=', 'xmlns:ext=')],
    ['another translation', (text) => text.replace('آ <', 'دیگر <').replace('>ب<', '>بی<')],
    ['a new translation', (text) => text.replace('C</source>', 'C</source><target>سی</target>')],
  ])('%s', (_name, change) => {
    const back = change(XLIFF);
    const report = compare(XLIFF, back);
    expect(told(report)).toEqual([]);
    expect(report.reasons).toEqual([]);
    expect(report.counts.find((each) => each.kind === 'unit')).toMatchObject({ kept: 3 });
  });
});

describe('it is told that', () => {
  it.each<[string, string | RegExp, string, string[]]>([
    ['a comment is lost', '<!-- first -->', '', ['lost comment file a.md > body > comment']],
    [
      'an extension is lost',
      '<e:value n="1">x</e:value>',
      '',
      ['lost extension file a.md > body > group g > meta > value'],
    ],
    [
      'an extension’s attribute is lost',
      ' e:by="me"',
      '',
      ['lost extension-attribute file a.md > body > group g > unit 1 > target > @by'],
    ],
    [
      'an attribute changed',
      'match-quality="90"',
      'match-quality="80"',
      ['changed attribute file a.md > body > group g > unit 1 > alt-trans > @match-quality'],
    ],
    [
      'a suggestion changed',
      'آی',
      'ای',
      ['changed target file a.md > body > group g > unit 1 > alt-trans > target'],
    ],
    [
      'a suggestion is lost',
      /<alt-trans.*<\/alt-trans>/u,
      '',
      ['lost match file a.md > body > group g > unit 1 > alt-trans'],
    ],
    ['a note changed', '>n<', '>m<', ['changed note file a.md > body > group g > unit 1 > note']],
    [
      'a unit is lost',
      '<trans-unit id="2"><source>C</source></trans-unit>',
      '',
      ['lost unit file a.md > body > group g > unit 2'],
    ],
    [
      'a unit moved out of its group',
      /(<trans-unit id="2">.*<\/trans-unit>)(<\/group>)/u,
      '$2$1',
      ['moved unit file a.md > body > group g > unit 2'],
    ],
  ])('%s', (_name, from, to, expected) => {
    expect(told(compare(XLIFF, XLIFF.replace(from, to)))).toEqual(expected);
  });

  it('a group with all that is its own is lost, but not its units', () => {
    const report = compare(XLIFF, XLIFF.replace(/<group.*<\/e:meta>/u, '').replace('</group>', ''));
    expect(told(report).filter((each) => each.startsWith('lost'))).toEqual([
      'lost group file a.md > body > group g',
    ]);
    expect(told(report).filter((each) => each.includes('unit'))).toHaveLength(2);
  });
});

it('deep extensions without names cost no more than their size', () => {
  const deep = `${'<e:a>'.repeat(200)}x${'</e:a>'.repeat(200)}`;
  const sent = XLIFF.replace('<e:value n="1">x</e:value>', deep);
  const report = compare(sent, sent.replace('>x<', '>y<'));
  expect(report.differences).toHaveLength(1);
  expect(report.differences[0]).toMatchObject({
    kind: 'extension',
    change: 'changed',
    before: 'x',
    after: 'y',
  });
});

describe('a file is quarantined', () => {
  it.each<[string, string | RegExp, string, object]>([
    ['without its skeleton', /<skl>.*<\/skl>/su, '', { code: 'skeleton-lost', count: 1 }],
    ['without its header', /<header>.*<\/header>/su, '', { code: 'skeleton-lost', count: 1 }],
    ['with another skeleton', 'QUJD', 'QUJE', { code: 'skeleton-changed', count: 1 }],
    ['without ids of codes', /<g id="1" ctype/gu, '<g ctype', { code: 'ids-lost', count: 2 }],
    ['without a note on the file', '<note>about the file</note>', '', { code: 'notes-lost', count: 1 }],
  ])('%s', (_name, from, to, reason) => {
    expect(compare(XLIFF, XLIFF.replace(from, to)).reasons).toContainEqual(expect.objectContaining(reason));
  });

  it('and units that lost their state are named', () => {
    expect(compare(XLIFF, XLIFF.replace(' approved="yes"', '')).stateLost).toEqual([0]);
    expect(compare(XLIFF, XLIFF.replace(' state="final"', '')).stateLost).toEqual([0]);
    expect(compare(XLIFF, XLIFF.replace('approved="yes"', 'approved="no"')).stateLost).toEqual([]);
  });
});

describe('the tool is known', () => {
  it.each([
    [
      '<phase phase-name="p"/><tool tool-id="l" tool-name="Other" tool-version="2.1"/></header>',
      [{ name: 'Other 2.1', evidence: 'said' }],
    ],
    [
      '<tool tool-id="x-1.0" tool-name="x-1.0" tool-version="1.0"/></header>',
      [{ name: 'x-1.0', evidence: 'said' }],
    ],
    ['</header>', []],
  ])('by what it entered: %s', (header, tools) => {
    expect(compare(XLIFF, XLIFF.replace('</header>', header)).tools).toEqual(tools);
  });

  it.runIf(hasCorpus())('Lokalize by its phase, OmegaT by its habits', () => {
    const sent = corpusFile('xliff/poedit/poedit-c-target-eq-source.xlf')
      .toString()
      .replace('state="translated">POEDIT EDIT', 'state="needs-translation">Hello, world.');
    const lokalize = compare(sent, corpusFile('xliff/lokalize/lokalize-fa.xlf').toString());
    expect(lokalize.tools).toEqual([{ name: 'Lokalize 22.12.3', evidence: 'said' }]);
    expect(lokalize.counts.every(({ lost, changed, moved }) => lost + changed + moved === 0)).toBe(true);
    const omegat = compare(sent, corpusFile('xliff/omegat/omegat-fa.xlf').toString());
    expect(omegat.tools).toEqual([{ name: 'OmegaT', evidence: 'habit' }]);
    expect(omegat.differences).toEqual([]);
  });
});

describe.runIf(hasCorpus())('on every file of the corpus', () => {
  const files = hasCorpus()
    ? ['.xlf', '.xliff', '.sdlxliff', '.mxliff']
        .flatMap((ending) => corpusFiles('xliff', ending))
        .filter((name) => !name.includes('/_'))
    : [];

  it('a file against itself is kept whole, and an element less is one element less', () => {
    let readable = 0;
    for (const name of files) {
      const bytes = new Uint8Array(corpusFile(name));
      const report = compareStructure(bytes, bytes);
      if (report === null) continue;
      readable += 1;
      expect(report.differences, name).toEqual([]);
      expect(report.reasons, name).toEqual([]);
      if (bytes.length > 300_000) continue;
      const text = new TextDecoder().decode(bytes);
      const leaves = [
        ...text.matchAll(
          /<(note|context|alt-trans|data|tool|phase|mda:meta|sdl:value)\b[^<>]*(?:\/>|>[^<]*<\/\1>)/gu,
        ),
      ];
      const leaf = leaves[leaves.length >> 1];
      if (leaf === undefined || !/encoding="utf-8"/iu.test(text.slice(0, 80))) continue;
      const less = text.slice(0, leaf.index) + text.slice(leaf.index + leaf[0].length);
      const { counts } = compare(text, less);
      const lost = counts.reduce((sum, each) => sum + each.lost, 0);
      expect(lost, `${name}: ${leaf[0]}`).toBeGreaterThan(0);
    }
    expect(readable).toBe(files.length);
    expect(readable).toBeGreaterThan(150);
  });
});
