/**
 * The duties of a program that edits XLIFF, each by its number: 1 to 25 of XLIFF 2.x, and those of 1.2. A row is a
 * unit, an edit, and the unit byte for byte afterwards or the problems for which it was left alone.
 */
import { expect, test } from 'vitest';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { content, edit, fileOf } from './duties.ts';
import { ROWS_12 } from './duty-rows-12.ts';
import { CODE_ROWS } from './duty-rows-codes.ts';
import { SEGMENT_ROWS } from './duty-rows-segments.ts';
import { TEXT_ROWS } from './duty-rows-text.ts';

const ROWS = [...TEXT_ROWS, ...CODE_ROWS, ...SEGMENT_ROWS, ...ROWS_12];

test.each(ROWS)('$duty: $what', ({ format = xliff2, before, edit: wanted, after }) => {
  const update = typeof wanted === 'string' ? { segments: [{ target: content(wanted) }] } : wanted;
  const result = edit(format, fileOf(format, before), update);
  const expected = typeof after === 'string' ? { text: after, codes: [] } : { text: before, codes: after };
  expect(result).toEqual({ ...expected, text: fileOf(format, expected.text) });
});

test.each([
  ['urn:oasis:names:tc:xliff:document:2.0', '2.0'],
  ['urn:oasis:names:tc:xliff:document:2.0', '2.1'],
  ['urn:oasis:names:tc:xliff:document:2.2', '2.2'],
])('6, 25: %s %s is edited, and edited again', (namespace, version) => {
  const file = fileOf(xliff2, '<unit id="1"><segment><source>a<ph id="1"/></source></segment></unit>')
    .replace('urn:oasis:names:tc:xliff:document:2.0', namespace)
    .replace('version="2.1"', `version="${version}"`);
  const once = edit(xliff2, file, { segments: [{ target: content('x<1/>') }] });
  const twice = edit(xliff2, once.text, { segments: [{ target: content('<1/>y') }] });
  expect(twice).toEqual({
    codes: [],
    text: file.replace(
      '<segment><source>a<ph id="1"/></source>',
      '<segment state="translated"><source>a<ph id="1"/></source><target><ph id="1"/>y</target>',
    ),
  });
});
