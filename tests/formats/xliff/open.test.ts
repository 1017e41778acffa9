/** A file that is opened: what is asked for is what reading it whole gives, and nothing else is touched. */
import { describe, expect, test } from 'vitest';
import { unitId } from '../../../server/core/document/ids.ts';
import { segmentsOf } from '../../../server/core/document/unit.ts';
import type { OpenedFile } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { corpusFile, corpusFiles, hasCorpus } from '../../support/corpus.ts';
import { language, readOptions } from './documents.ts';

const fa = { targetLanguage: language('fa') };

function opened(bytes: Uint8Array, format = xliff12): OpenedFile {
  const { file, problems } = format.open!(bytes);
  expect(problems.filter((each) => each.severity === 'error')).toEqual([]);
  return file!;
}

const TWO_FILES = `<?xml version="1.0"?>
<xliff version="1.2">
  <file original="a" source-language="en" target-language="fa" datatype="x"><body>
    <trans-unit id="1"><source>one</source></trans-unit>
    <group translate="no"><trans-unit id="2"><source>two</source></trans-unit></group>
  </body></file>
  <file original="b" source-language="en" datatype="x"><body>
    <trans-unit id="1"><source>سه</source></trans-unit>
    <trans-unit><source>four</source></trans-unit>
  </body></file>
</xliff>`;

test('units are found by index and by id', () => {
  const file = opened(Buffer.from(TWO_FILES));
  expect(Array.from({ length: file.unitCount }, (_, index) => file.idOf(index))).toEqual([
    'a/1',
    '2',
    'b/1',
    'unit-4',
  ]);
  expect(file.indexOf(unitId('b/1'))).toBe(2);
  expect(file.indexOf(unitId('1'))).toBeNull();
  expect(file.unit(1)?.unit).toMatchObject({ id: '2', file: 'a', translate: false });
  expect(segmentsOf(file.unit(2)!.unit)[0]?.source).toEqual(['سه']);
  expect([file.unit(-1), file.unit(4)]).toEqual([null, null]);
});

test('neighbours that touch are written each in its place', () => {
  const units = ['1', '2', '3'].map((id) => `<trans-unit id="${id}"><source>${id}</source></trans-unit>`);
  const wrap = (inner: string): string =>
    `<xliff version="1.2"><file original="é" source-language="en" datatype="x"><body>${inner}</body></file></xliff>`;
  const file = opened(Buffer.from(wrap(units.join(''))));
  const updates = ['3', '1', '2'].map((id) => ({ unit: unitId(id), segments: [{ target: [`«${id}»`] }] }));
  const { bytes } = file.write(updates, fa);
  const expected = units.map((unit, index) =>
    unit.replace('</source>', `</source><target state="translated">«${index + 1}»</target>`),
  );
  expect(Buffer.from(bytes!).toString('utf8')).toBe(wrap(expected.join('')));
});

test('a new note stands as deep as the white space around its unit says', () => {
  const wrap = (notes: string): string =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en">\r\n <file id="f">\r\n  <unit id="1">\r\n${notes}    <segment><source>a</source></segment>\r\n  </unit></file></xliff>`;
  const file = opened(Buffer.from(wrap('')), xliff2);
  const { bytes } = file.write([{ unit: unitId('1'), segments: [], notes: [{ text: 'b' }] }], fa);
  const notes = '    <notes>\r\n      <note>b</note>\r\n    </notes>\r\n';
  expect(Buffer.from(bytes!).toString('utf8')).toBe(wrap(notes));
});

describe('a place for what is not UTF-8', () => {
  test.each([
    ['a stray byte', Buffer.from([0x22, 0xff, 0x22])],
    ['a sequence cut short', Buffer.from([0xe1, 0x80, 0x22])],
    ['an overlong form', Buffer.from([0xc0, 0xaf])],
    ['half a surrogate pair', Buffer.from([0xed, 0xa0, 0x80])],
    ['beyond Unicode', Buffer.from([0xf4, 0x90, 0x80, 0x80])],
  ])('%s', (_, bad) => {
    const bytes = Buffer.concat([Buffer.from('<xliff>\r\n<a>é😀'), bad, Buffer.from('</a></xliff>')]);
    const at = bad[0] === 0x22 ? 8 : 7;
    expect(xliff2.open!(bytes).problems).toMatchObject([
      { code: 'encoding-invalid', place: { line: 2, column: at } },
    ]);
  });
});

test('of every file of the corpus, units asked for backwards are those that reading gives', () => {
  if (!hasCorpus()) return;
  let units = 0;
  for (const path of corpusFiles('xliff', 'xlf').filter((each) => !each.includes('/_'))) {
    const bytes = corpusFile(path);
    const format = xliff12.probe(bytes, path) > xliff2.probe(bytes, path) ? xliff12 : xliff2;
    const { document } = format.read(bytes, readOptions);
    if (document === null) continue;
    const file = opened(bytes, format);
    expect(file.unitCount, path).toBe(document.units.length);
    for (let index = file.unitCount - 1; index >= 0; index -= Math.ceil(file.unitCount / 50)) {
      const unit = document.units[index]!;
      expect(file.unit(index)?.unit, path).toEqual(unit);
      expect(file.idOf(index)).toBe(unit.id);
      expect(file.indexOf(unit.id)).toBe(index);
      units += 1;
    }
  }
  expect(units).toBeGreaterThan(500);
});
