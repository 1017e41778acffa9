/** Tables of terms and OmegaT's glossaries. */
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import type { Concept } from '../../server/core/terminology/concept.ts';
import { glossary } from '../../server/formats/glossary/index.ts';
import { findTermFormat } from '../../server/formats/registry.ts';
import { guarded, readCsv, separatorOf, unguarded, writeCsv } from '../../server/core/text/csv.ts';
import { termList } from '../../server/formats/term-list/index.ts';
import { concept, term } from '../support/concepts.ts';
import { tag } from '../support/workbench.ts';

const NONE = { sourceLanguage: null, targetLanguage: null };
const PAIR = { sourceLanguage: tag('en'), targetLanguage: tag('fa') };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? new Uint8Array());

test('fields, quotes, line ends', () => {
  const rows = readCsv('a,"b ""c""\r\nd",\r\n\n"e"f,g\ne,', ',');
  expect(rows).toEqual([
    { fields: ['a', 'b "c"\r\nd', ''], line: 1, isOpen: false },
    { fields: ['ef', 'g'], line: 4, isOpen: false },
    { fields: ['e', ''], line: 5, isOpen: false },
  ]);
  expect(readCsv('"never closed, ""x', ',')).toEqual([
    { fields: ['never closed, "x'], line: 1, isOpen: true },
  ]);
  expect(readCsv('a,""', ',')).toEqual([{ fields: ['a', ''], line: 1, isOpen: false }]);
});

it('reads a field of any length', () => {
  const long = 'a""\n'.repeat(4_000_000);
  const [row] = readCsv(`"${long}",b`, ',');
  expect([row?.fields[0]?.length, row?.fields[1], row?.isOpen]).toEqual([12_000_000, 'b', false]);
  expect(readCsv(`"${long}`, ',').map(({ isOpen }) => isOpen)).toEqual([true]);
});

it.each(['utf16le', 'utf16be'] as const)('reads what spreadsheets save as Unicode text: %s', (encoding) => {
  const saved = (text: string): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return encoding === 'utf16le' ? bytes : bytes.swap16();
  };
  for (const [format, text] of [
    [glossary, 'gate\tدر\r\n'],
    [termList, 'en\tfa\r\ngate\tدر\r\n'],
  ] as const) {
    const { concepts, problems } = format.read(saved(text), PAIR);
    expect(problems).toEqual([]);
    expect(concepts?.map(({ terms }) => terms.map((each) => each.text))).toEqual([['gate', 'در']]);
    expect(format.read(saved('a\tb\ud800\n'), PAIR)).toMatchObject({
      concepts: null,
      problems: [{ code: 'encoding-invalid', place: { line: 1, column: 4 } }],
    });
  }
});

it('knows the line that names the separator to a spreadsheet', () => {
  for (const first of ['sep=;', 'SEP=;']) {
    const { concepts, problems } = termList.read(bytesOf(`${first}\r\nen;fa\r\ngate;در\r\n`), NONE);
    expect([concepts?.length, problems]).toEqual([1, []]);
  }
});

it('takes nothing of a row whose quote is never closed, and says so', () => {
  const { concepts, problems } = termList.read(bytesOf('en,fa\ngate,در\n"well,چاه\npump,پمپ\n'), NONE);
  expect(concepts?.map(({ terms }) => terms[0]?.text)).toEqual(['gate']);
  expect(problems).toMatchObject([{ code: 'table-quote-open', place: { line: 3 } }]);
});

it('gives spreadsheets no formulas, and gives back what was there', () => {
  const field = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', '＝', 'a', 'ی') });
  fc.assert(
    fc.property(field, (text) => {
      expect(guarded(text)).not.toMatch(/^[=+\-@\t＝]/u);
      expect(unguarded(guarded(text))).toBe(text);
    }),
  );
  const evil = concept('c', [term('en', '=cmd'), term('fa', "'-ها", { note: '@SUM(A1)' })], { domain: '+1' });
  const written = textOf(termList.write([evil], { ...NONE, title: '' }).bytes);
  expect(written).not.toMatch(/(?:^|,)"?[=+@-]/mu);
  expect(termList.read(bytesOf(written), NONE)).toEqual({ concepts: [evil], problems: [] });
  // A table of somebody else keeps its apostrophes.
  expect(termList.read(bytesOf("en,fa\n'-ing,ها"), NONE).concepts?.[0]?.terms[0]?.text).toBe("'-ing");
});

it('gives back every table that it wrote', () => {
  const field = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', ';', 'ی') });
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      expect(readCsv(writeCsv(rows), ',').map(({ fields }) => fields)).toEqual(rows);
    }),
  );
});

test.each([
  ['a;b\n1,2,3', ';'],
  ['a\tb', '\t'],
  ['"a;b",c', ','],
  ['a', ','],
])('the separator of %j', (text, expected) => {
  expect(separatorOf(text)).toBe(expected);
});

const AID = concept('', [term('en', 'mutual aid'), term('fa', 'همیاری')], { note: 'Kropotkin' });

test.each([
  ['languages', 'en,fa,note\nmutual aid,همیاری,Kropotkin\n', NONE],
  ['names of languages', 'English;Persian;Comment\r\nmutual aid;همیاری;Kropotkin', NONE],
  ['source and target', '\ufeffsource\ttarget\tnotes\nmutual aid\tهمیاری\tKropotkin', PAIR],
  ['no header', 'mutual aid,همیاری,Kropotkin', PAIR],
])('columns by %s', (_, text, options) => {
  expect(termList.read(bytesOf(text), options)).toEqual({ concepts: [AID], problems: [] });
});

test('rows of one term are one concept; what nobody knows is reported', () => {
  const { concepts, problems } = termList.read(
    bytesOf('en,fa,weight\nfile,پرونده,1\nfile,فایل,2\n,,\nonly english,,3\n'),
    NONE,
  );
  expect(concepts).toEqual([
    concept('', [term('en', 'file'), term('fa', 'پرونده'), term('fa', 'فایل', { status: 'admitted' })]),
    concept('', [term('en', 'only english')]),
  ]);
  expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([
    ['terms-column-unknown', 1],
    ['terms-row-empty', 4],
  ]);
  expect(termList.read(bytesOf('a,b'), NONE)).toMatchObject({
    concepts: null,
    problems: [{ code: 'terms-columns' }],
  });
});

test('our own table has everything', () => {
  const concepts: readonly Concept[] = [
    concept(
      'n1',
      [term('en', 'Emma Goldman', { partOfSpeech: 'properNoun', source: 's, "t"' }), term('fa', 'اما گلدمن')],
      {
        isName: true,
        domain: 'd',
        definition: 'two\nlines',
        note: 'n',
        image: 'i.png',
      },
    ),
    concept('n2', [
      term('de', 'Bund', { gender: 'masculine', status: 'forbidden', context: 'c', note: 'x' }),
    ]),
  ];
  const { bytes, problems } = termList.write(concepts, { ...NONE, title: '' });
  expect(problems).toEqual([]);
  expect(termList.read(bytes!, NONE)).toEqual({ concepts, problems: [] });
});

test('OmegaT: comments are passed over, one source with two translations is one concept, and back', () => {
  const text = '\ufeff# agreed\nmutual aid\tهمیاری\tKropotkin\nno translation\nfile\tپرونده\nfile\tفایل\n';
  const { concepts, problems } = glossary.read(bytesOf(text), PAIR);
  expect(concepts).toEqual([
    AID,
    concept('', [term('en', 'file'), term('fa', 'پرونده'), term('fa', 'فایل', { status: 'admitted' })]),
  ]);
  expect(problems).toMatchObject([{ code: 'glossary-line', place: { line: 3 } }]);
  const back = glossary.write(concepts!, { ...PAIR, title: '' });
  expect(textOf(back.bytes)).toBe('mutual aid\tهمیاری\tKropotkin\nfile\tپرونده\nfile\tفایل\n');
});

test('OmegaT: what is forbidden and what has no translation is not written, and said', () => {
  const concepts = [
    concept('a', [term('en', '#a\tb'), term('fa', 'x\ny'), term('fa', 'z', { status: 'forbidden' })]),
    concept('b', [term('en', 'c')]),
  ];
  const { bytes, problems } = glossary.write(concepts, { ...PAIR, title: '' });
  expect(textOf(bytes)).toBe('a b\tx y\n');
  expect(problems).toMatchObject([{ code: 'terms-unwritten', values: { count: 1 } }]);
});

test.each([
  ['<tbx/>', 'a.xml', 'tbx'],
  ['<martif type="TBX">', 'a.tbx', 'tbx'],
  ['en,fa', 'a.csv', 'csv'],
  ['# c\nfile\tپرونده', 'glossary.txt', 'omegat'],
  ['prose', 'a.txt', undefined],
])('%j of %s is %s', (text, name, expected) => {
  expect(findTermFormat(bytesOf(text), name)?.id).toBe(expected);
});
