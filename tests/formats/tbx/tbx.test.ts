/** TBX: what is written is valid and comes back; what other tools write is read. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import {
  GENDERS,
  PARTS_OF_SPEECH,
  TERM_STATUSES,
  type Concept,
} from '../../../server/core/terminology/concept.ts';
import { tbx } from '../../../server/formats/tbx/index.ts';
import { concept, term } from '../../support/concepts.ts';
import { root, tag } from '../../support/workbench.ts';
import { hasXmllint } from '../../support/xmllint.ts';

const OPTIONS = { sourceLanguage: null, targetLanguage: null };

function read(text: string) {
  return tbx.read(new TextEncoder().encode(text), OPTIONS);
}

function written(concepts: readonly Concept[], title = 'T & <t>') {
  return tbx.write(concepts, { ...OPTIONS, title });
}

const ENTRY_V3 = (terms: string): string =>
  `<?xml version="1.0"?><tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
   xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
   <tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader><text><body>${terms}</body></text></tbx>`;

test('version 3, DCA', () => {
  const { concepts, problems } = read(
    ENTRY_V3(`<conceptEntry id="c5"><transacGrp><transac type="transactionType">origination</transac><date>2020-01-01</date></transacGrp>
      <descrip type="subjectField">politics</descrip>
      <descripGrp><descrip type="definition">help
          of each other</descrip><admin type="source">K.</admin></descripGrp>
      <xref type="xGraphic" target="https://example.org/a.png">a</xref><note>N</note>
      <langSec xml:lang="en"><termSec><term>mutual <hi type="bold">aid</hi></term>
       <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
       <termNote type="partOfSpeech">noun</termNote><termNote type="termType">phrase</termNote>
       <descripGrp><descrip type="context">C</descrip><admin type="source">S</admin></descripGrp></termSec>
       <termSec><term>reciprocity</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec></langSec>
      <langSec xml:lang="fa"><termSec><term>همیاری</term><note>n</note></termSec></langSec></conceptEntry>`),
  );
  expect(concepts).toEqual([
    concept(
      'c5',
      [
        term('en', 'mutual aid', { partOfSpeech: 'noun', context: 'C', source: 'S' }),
        term('en', 'reciprocity', { status: 'forbidden' }),
        term('fa', 'همیاری', { note: 'n' }),
      ],
      { domain: 'politics', definition: 'help of each other', note: 'N', image: 'https://example.org/a.png' },
    ),
  ]);
  expect(problems.map(({ code, values }) => [code, values['category']])).toEqual([
    ['terms-category-left', 'source'],
    ['terms-category-left', 'termType'],
  ]);
});

test('version 3, DCT', () => {
  const { concepts } = read(
    ENTRY_V3(`<conceptEntry><min:subjectField>s</min:subjectField><langSec xml:lang="en-GB">
      <basic:definition>d</basic:definition><termSec><term>colour</term><min:partOfSpeech>noun</min:partOfSpeech>
      <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus>
      <basic:grammaticalGender>neuter</basic:grammaticalGender></termSec></langSec></conceptEntry>`),
  );
  const colour = term('en-GB', 'colour', { status: 'admitted', partOfSpeech: 'noun', gender: 'neuter' });
  expect(concepts).toEqual([concept('', [colour], { domain: 's', definition: 'd' })]);
});

test('version 2 as it is met: a document type, tig and ntig, own words for a status, a language nobody knows', () => {
  const { concepts, problems } = read(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)" "TBXcdv04.dtd">
<martif type="TBX" xml:lang="en"><martifHeader><fileDesc/></martifHeader><text><body>
<termEntry id="1"><langSet xml:lang="en_US"><tig><term id="1-en">file</term><termNote type="partOfSpeech">Noun</termNote></tig></langSet>
 <langSet lang="fa"><ntig><termGrp><term>فایل</term><termNote type="administrativeStatus">forbidden</termNote></termGrp></ntig>
  <ntig><termGrp><term>پرونده</term><termNote type="normativeAuthorization">preferredTerm</termNote></termGrp></ntig></langSet>
 <langSet xml:lang="not a language"><tig><term>x</term></tig></langSet></termEntry>
<termEntry id="1"><langSet xml:lang="en"><tig><term>Emma Goldman</term><termNote type="partOfSpeech">properNoun</termNote></tig></langSet></termEntry>
<termEntry id="2"><langSet xml:lang="en"/></termEntry>
</body></text></martif>`);
  expect(concepts).toEqual([
    concept('1', [
      term('en-US', 'file', { partOfSpeech: 'noun' }),
      term('fa', 'فایل', { status: 'forbidden' }),
      term('fa', 'پرونده'),
    ]),
    concept('1-2', [term('en', 'Emma Goldman', { partOfSpeech: 'properNoun' })], { isName: true }),
  ]);
  expect(problems.map(({ code }) => code)).toEqual([
    'terms-language-unknown',
    'terms-id-duplicate',
    'terms-entry-empty',
  ]);
});

test.each([
  ['<html/>', 'terms-not-tbx'],
  ['<tbx><text><body><conceptEntry>', 'xml-malformed'],
  ['<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>', 'xml-dtd'],
  ['', 'file-empty'],
])('%j is refused', (text, code) => {
  const { concepts, problems } = read(text);
  expect([concepts, problems.map((each) => each.code)]).toEqual([null, [code]]);
});

test('nothing that cannot be written is lost without a word', () => {
  expect(written([concept('a', [])])).toMatchObject({
    bytes: null,
    problems: [{ code: 'terms-unwritten' }, { code: 'terms-none' }],
  });
  const image = concept('a', [term('en', 'x')], { image: 'a.png' });
  expect(written([image]).problems).toMatchObject([{ code: 'terms-image-left', values: { image: 'a.png' } }]);
});

const TEXT = fc
  .array(fc.constantFrom('a', 'B', 'کتاب', '‌', 'ကု', ' ', '&', '<', ']]>', '"', "'", '—', '\u{1F600}'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').replace(/\s+/gu, ' ').trim())
  .filter((text) => text !== '');
const MAYBE = fc.oneof(
  fc.constant(''),
  TEXT,
  fc.tuple(TEXT, TEXT).map((lines) => lines.join('\n')),
);
const TERM = fc.record({
  language: fc.constantFrom('en', 'fa', 'my', 'zh-Hant-TW').map(tag),
  text: TEXT,
  status: fc.constantFrom(...TERM_STATUSES),
  partOfSpeech: fc.constantFrom(null, ...PARTS_OF_SPEECH),
  gender: fc.constantFrom(null, ...GENDERS),
  note: MAYBE,
  source: MAYBE,
  context: MAYBE,
});
const CONCEPTS = fc.uniqueArray(
  fc
    .record({
      id: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9._-]{0,8}$/u),
      domain: MAYBE,
      definition: MAYBE,
      note: MAYBE,
      image: fc.constantFrom('', 'https://example.org/a%20b.png?x=1&y=2'),
      terms: fc.array(TERM, { minLength: 1, maxLength: 5 }),
    })
    .map(({ terms, ...more }): Concept => {
      // A language at a time, as a file has them.
      const languages = [...new Set(terms.map(({ language }) => language))];
      const inOrder = languages.flatMap((language) => terms.filter((each) => each.language === language));
      return { ...more, terms: inOrder, isName: terms.some((each) => each.partOfSpeech === 'properNoun') };
    }),
  { minLength: 1, maxLength: 4, selector: ({ id }) => id },
);

it('says of many faults the first, and how many more there are', () => {
  const entry =
    '<conceptEntry id="a"><langSec xml:lang="en"><termSec><term>x</term></termSec></langSec></conceptEntry>';
  const file = (entries: string): string =>
    `<tbx type="TBX-Basic"><text><body>${entries}</body></text></tbx>`;
  const { concepts, problems } = read(file(entry.repeat(2_001)));
  expect(concepts?.[2_000]?.id).toBe('a-2001');
  expect(problems).toHaveLength(501);
  expect(problems.at(-1)).toMatchObject({ code: 'problems-further', values: { count: 1_500 } });
  expect(read(file('<conceptEntry/>'.repeat(2_000))).problems).toHaveLength(501);
});

it('gives back every concept that it wrote', () => {
  fc.assert(
    fc.property(CONCEPTS, (concepts) => {
      const { bytes, problems } = written(concepts);
      expect(problems).toEqual([]);
      expect(tbx.read(bytes!, OPTIONS)).toEqual({ concepts, problems: [] });
    }),
  );
});

it.runIf(hasXmllint())('writes valid TBX-Basic, whatever ids and texts there are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recto-tbx-'));
  try {
    const samples = [
      ...fc.sample(CONCEPTS, 40),
      [
        concept('1 a', [term('en', 'x\u0000y')]),
        concept('1_a', [term('en', 'x')]),
        concept('', [term('fa', 'ی')]),
      ],
      [concept('<&"', [term('en', 'x')], { isName: true, image: 'https://example.org/a b<c>"' })],
    ];
    const names = samples.map((concepts, index) => {
      const name = join(folder, `${index}.tbx`);
      writeFileSync(name, written(concepts).bytes!);
      return name;
    });
    const schema = join(root, 'tests/formats/tbx/tbx-basic.rng');
    const result = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', schema, ...names], {
      encoding: 'utf8',
    });
    expect(result.stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'))).toEqual(
      [],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
