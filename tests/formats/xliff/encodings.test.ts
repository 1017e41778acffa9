/** Files in every declared encoding: the true characters are read, and every byte that nobody changed comes back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitId } from '../../../server/core/document/ids.ts';
import { segmentsOf } from '../../../server/core/document/unit.ts';
import { textOf } from '../../../server/core/text/content.ts';
import { decodeXml } from '../../../server/formats/shared/xml/encoding.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { language, readOptions } from './documents.ts';

const fa = { targetLanguage: language('fa') };

function markup(declared: string | null, source: string, target = ''): string {
  const declaration = declared === null ? '' : `<?xml version="1.0" encoding="${declared}"?>`;
  return `${declaration}<xliff version="1.2"><file original="a" source-language="en" datatype="x"><body><trans-unit id="1"><source>${source}</source>${target}</trans-unit></body></file></xliff>`;
}

/** The file with the given bytes as its source. */
function file(declared: string | null, source: readonly number[]): Buffer {
  const [before = '', after = ''] = markup(declared, '|').split('|');
  return Buffer.concat([Buffer.from(before), Buffer.from(source), Buffer.from(after)]);
}

function sourceOf(bytes: Uint8Array): string {
  const { document } = xliff12.read(bytes, readOptions);
  return textOf(segmentsOf(document!.units[0]!)[0]!.source);
}

function codesOf(bytes: Uint8Array): readonly string[] {
  return xliff12.read(bytes, readOptions).problems.map((each) => each.code);
}

/** [declared, bytes, the text that they are] */
const TABLES: readonly (readonly [string, readonly number[], string])[] = [
  ['windows-1250', [0x80, 0x8a, 0x9a, 0xb3, 0xf8], '€Ššłř'],
  ['windows-1251', [0x80, 0x88, 0xcf, 0xf0, 0xb8], 'Ђ€Прё'],
  ['windows-1252', [0x80, 0x85, 0x93, 0x94, 0x96, 0x99, 0xe9], '€…“”–™é'],
  ['Windows-1252', [0x81, 0x8d], '\u0081\u008d'],
  ['CP1252', [0x93], '“'],
  ['windows-1253', [0x80, 0xc1, 0xe1, 0xfe], '€Ααώ'],
  ['windows-1254', [0x80, 0xd0, 0xdd, 0xfd], '€Ğİı'],
  ['windows-1255', [0x80, 0xe0, 0xfa, 0xfe], '€את\u200f'],
  ['windows-1256', [0x80, 0x81, 0x8d, 0x90, 0x98, 0x9d, 0x9e, 0xc7, 0xed], '€پچگک\u200c\u200dاي'],
  ['windows-1257', [0x80, 0xc0, 0xe0], '€Ąą'],
  ['windows-1258', [0x80, 0xd0, 0xfe], '€Đ₫'],
  ['windows-874', [0x80, 0xa1, 0xfb], '€ก๛'],
  ['TIS-620', [0xa1, 0xcd], 'กอ'],
  ['ISO-8859-1', [0xe9, 0xff, 0x93], 'éÿ\u0093'],
  ['latin1', [0xe9], 'é'],
  ['ISO-8859-2', [0xa1, 0xb1, 0xe8], 'Ąąč'],
  ['iso-8859-3', [0xa1, 0xf8], 'Ħĝ'],
  ['ISO-8859-4', [0xa2], 'ĸ'],
  ['ISO-8859-5', [0xb0, 0xf1], 'Аё'],
  ['ISO-8859-6', [0xc7, 0xea], 'اي'],
  ['ISO_8859-7:1987', [0xc1, 0xfe], 'Αώ'],
  ['ISO-8859-8', [0xe0], 'א'],
  ['ISO-8859-9', [0xd0, 0xfd, 0x80], 'Ğı\u0080'],
  ['ISO-8859-10', [0xbd], '―'],
  ['ISO-8859-11', [0xa1, 0x80], 'ก\u0080'],
  ['ISO-8859-13', [0xa1], '”'],
  ['ISO-8859-14', [0xa1], 'Ḃ'],
  ['ISO8859-15', [0xa4, 0xbd], '€œ'],
  ['ISO-8859-16', [0xa2, 0xba, 0xde, 0xff], 'ąșȚÿ'],
  ['KOI8-R', [0xc1, 0xb3], 'аЁ'],
  ['KOI8-U', [0xa4], 'є'],
  ['IBM866', [0x80, 0xf0], 'АЁ'],
  ['macintosh', [0x8e, 0xd2], 'é“'],
  ['US-ASCII', [0x41], 'A'],
  ['Shift_JIS', [0x93, 0xfa, 0xb1], '日ｱ'],
  ['windows-31j', [0x87, 0x40, 0xfa, 0x40], '①ⅰ'],
  ['EUC-JP', [0xc6, 0xfc, 0x8e, 0xb1, 0x8f, 0xb0, 0xa1], '日ｱ丂'],
  ['EUC-KR', [0xb0, 0xa1], '가'],
  ['GBK', [0xd6, 0xd0, 0x80], '中€'],
  ['GB18030', [0xd6, 0xd0, 0x81, 0x30, 0x81, 0x30, 0x94, 0x39, 0xda, 0x33], '中\u0080💩'],
  ['Big5', [0xa4, 0xa4], '中'],
];

describe.each(TABLES)('%s', (declared, bytes, text) => {
  test('is read by its true table and given back', () => {
    const original = file(declared, bytes);
    expect(codesOf(original)).toEqual([]);
    expect(sourceOf(original)).toBe(text);
    const decoded = decodeXml(original).file!;
    expect(Buffer.from(decoded.encode(decoded.text)).equals(original)).toBe(true);
  });

  test('new text goes in as its bytes or, where there are none, as references', () => {
    const target = `${text}فA`;
    const { bytes: written, problems } = xliff12.write(
      file(declared, bytes),
      [{ unit: unitId('1'), segments: [{ target: [target] }] }],
      fa,
    );
    expect(problems).toEqual([]);
    const back = segmentsOf(xliff12.read(written!, readOptions).document!.units[0]!)[0]!;
    expect(textOf(back.target ?? [])).toBe(target);
    const original = file(declared, bytes);
    const start = original.indexOf('</source>');
    expect(Buffer.from(written!).subarray(0, start)).toEqual(original.subarray(0, start));
  });
});

test('characters that the file did not have are written in its encoding where it has them', () => {
  const rows: readonly (readonly [string, string, readonly number[]])[] = [
    ['windows-1252', '“', [0x93]],
    ['windows-1256', 'پ', [0x81]],
    ['Shift_JIS', '日ⅰ', [0x93, 0xfa, 0xfa, 0x40]],
    ['GBK', '中', [0xd6, 0xd0]],
    ['ISO-8859-1', '“', [...Buffer.from('&#x201C;')]],
  ];
  for (const [declared, target, expected] of rows) {
    const update = [{ unit: unitId('1'), segments: [{ target: [target] }] }];
    const written = Buffer.from(xliff12.write(file(declared, [0x41]), update, fa).bytes!);
    expect(written.includes(Buffer.from(expected)), declared).toBe(true);
  }
});

test('whatever single byte a table has comes back', () => {
  const single = TABLES.map(([declared]) => declared).filter((each) => !/JIS|31j|EUC|GB|Big5/i.test(each));
  const bytes = fc.uint8Array({ maxLength: 40 }).map((all) => [...all].filter((each) => each >= 0x80));
  fc.assert(
    fc.property(fc.constantFrom(...single), bytes, (declared, source) => {
      const original = file(declared, source);
      const { file: decoded } = decodeXml(original);
      if (decoded !== null) expect(Buffer.from(decoded.encode(decoded.text)).equals(original)).toBe(true);
    }),
  );
});

test('whatever bytes of a double-byte encoding are read come back', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Shift_JIS', 'EUC-JP', 'EUC-KR', 'GBK', 'GB18030', 'Big5'),
      fc.array(fc.tuple(fc.integer({ min: 0x81, max: 0xfe }), fc.integer({ min: 0x40, max: 0xfe })), {
        maxLength: 12,
      }),
      (declared, pairs) => {
        const original = file(declared, pairs.flat());
        const { file: decoded } = decodeXml(original);
        if (decoded !== null) expect(Buffer.from(decoded.encode(decoded.text)).equals(original)).toBe(true);
      },
    ),
  );
});

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** [what, bytes, problems, source; null where it is refused] */
const MISMATCHES: readonly (readonly [string, Buffer, readonly string[], string | null])[] = [
  ['UTF-16 declared, UTF-8 stored', Buffer.from(markup('UTF-16', 'سé')), ['encoding-mismatch'], 'سé'],
  [
    'UTF-8 declared, UTF-16 with its mark',
    utf16(`\ufeff${markup('UTF-8', 'سé')}`),
    ['encoding-mismatch'],
    'سé',
  ],
  ['UTF-16 without its mark', utf16(markup('UTF-16', 'سé')), [], 'سé'],
  ['UTF-16, other byte order, no mark, no declaration', utf16(markup(null, 'سé')).swap16(), [], 'سé'],
  [
    'windows-1252 declared, a mark of UTF-8',
    Buffer.from(`\ufeff${markup('windows-1252', 'سé')}`),
    ['encoding-mismatch'],
    'سé',
  ],
  [
    'windows-1252 declared, much UTF-8 and nothing else',
    Buffer.from(markup('windows-1252', 'سلام دنیا')),
    ['encoding-mismatch'],
    'سلام دنیا',
  ],
  ['UTF-8 by a name of its own', Buffer.from(markup('utf8mb4', 'é')), [], 'é'],
  ['white space and a mark before the declaration', Buffer.from(`\ufeff \n${markup('UTF-8', 'é')}`), [], 'é'],
  [
    'windows-1256 declared behind a line end',
    Buffer.concat([Buffer.from('\n'), file('windows-1256', [0x81])]),
    [],
    'پ',
  ],
  ['UTF-8 declared, windows-1252 stored', file('UTF-8', [0x41, 0x93]), ['encoding-invalid'], null],
  ['nothing declared, windows-1256 stored', file(null, [0x81, 0xe3]), ['encoding-invalid'], null],
  [
    'UTF-8 cut off',
    Buffer.from(markup('UTF-8', 'é')).subarray(0, -60).subarray(0, 158),
    ['xml-malformed'],
    null,
  ],
  ['a byte that the table does not have', file('windows-1255', [0xd9]), ['encoding-invalid'], null],
  ['more than ASCII', file('US-ASCII', [0xe9]), ['encoding-invalid'], null],
  ['half a character', file('Shift_JIS', [0x81]), ['encoding-invalid'], null],
  ['one character in two ways', file('Shift_JIS', [0xed, 0x40, 0xfa, 0x5c]), ['encoding-ambiguous'], null],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]), ['encoding-unknown'], null],
  ['UTF-32, other byte order', Buffer.from([0, 0, 0, 0x3c, 0, 0, 0, 0x3f]), ['encoding-unknown'], null],
  ['ISO-2022-JP', file('ISO-2022-JP', [0x41]), ['encoding-unknown'], null],
  ['EBCDIC', file('IBM037', [0xe9]), ['encoding-unknown'], null],
  ['half a surrogate pair', utf16(`\ufeff${markup('UTF-16', '\ud83d')}`), ['encoding-invalid'], null],
];

test.each(MISMATCHES)('%s', (_, bytes, codes, source) => {
  expect(codesOf(bytes)).toEqual(codes);
  if (source === null) {
    const refused = xliff12.write(bytes, [], fa);
    expect(refused.bytes).toBeNull();
    return;
  }
  expect(sourceOf(bytes)).toBe(source);
  const update = [{ unit: unitId('1'), segments: [{ target: ['ی'] }] }];
  const written = Buffer.from(xliff12.write(bytes, update, fa).bytes!);
  const decoded = decodeXml(bytes).file!;
  const text = decoded.text.replace('</source>', '</source><target state="translated">ی</target>');
  expect(written.equals(decoded.encode(text))).toBe(true);
});

test('the place of a bad byte is named', () => {
  const bad = Buffer.concat([Buffer.from('<?xml version="1.0"?>\n<xliff>\r\né'), Buffer.from([0xff])]);
  expect(xliff12.read(bad, readOptions).problems).toEqual([
    expect.objectContaining({
      code: 'encoding-invalid',
      place: { line: 3, column: 2 },
      values: { encoding: 'UTF-8', byte: 33 },
    }),
  ]);
  const [problem] = xliff12.read(file('windows-1255', [0xe0, 0xd9]), readOptions).problems;
  expect(problem?.values).toEqual({
    encoding: 'windows-1255',
    byte: file('windows-1255', []).indexOf('</source>') + 1,
  });
});
