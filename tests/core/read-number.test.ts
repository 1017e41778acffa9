/** Numbers as people type them in the languages of the workbench. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readNumber } from '../../server/core/text/read-number.ts';

it.each([
  ['12', 12],
  ['۱۲', 12],
  ['١٢', 12],
  ['၁၂', 12],
  ['၁ဝ', 10],
  ['१२', 12],
  [' ۱۲ ', 12],
  ['\u200F۱۲\u200E', 12],
  ['0', 0],
  ['007', 7],
  ['۱٬۲۳۴', 1234],
  ['۱٬۲۳۴٬۵۶۷٫۸۹', 1234567.89],
  ['1,234', 1234],
  ['1 234 567', 1234567],
  ['1\u202F234,5', 1234.5],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['12.5', 12.5],
  ['12,5', 12.5],
  ['0,125', 0.125],
  ['۱۲٫۵', 12.5],
  ['۱۲.۵', 12.5],
  ['۱۲،۵', 12.5],
  ['၁၂.၅', 12.5],
  ['٫۵', 0.5],
])('reads %j', (text, number) => {
  expect(readNumber(text)).toBe(number);
});

it.each([
  ...[
    '',
    ' ',
    'x',
    '12x',
    '-1',
    '−۱',
    '+1',
    '1e3',
    '0x10',
    '½',
    '²',
    '1/2',
    '1.2.3',
    '1,2,3',
    '12,34,5',
    '1٬23',
  ],
  ...['1_234', '٬۱۲۳', '1,', '1.', '.', 'ဝ', 'Infinity', 'NaN', '1'.repeat(16), `0.${'1'.repeat(10)}`],
  ...['1,234,5', '1 2', '1234,567,890', '1.234.567,8,9', '12%'],
])('reads nothing in %j', (text) => {
  expect(readNumber(text)).toBeNull();
});

it.each(['en', 'fa', 'my', 'ar-EG', 'hi-u-nu-deva'])('reads what %s writes, in groups or not', (language) => {
  const value = fc.integer({ min: 0, max: 10 ** 12 }).map((thousandths) => thousandths / 1000);
  fc.assert(
    fc.property(value, fc.boolean(), (number, useGrouping) => {
      // Hindi groups by two.
      const isGrouped = useGrouping && !language.startsWith('hi');
      const format = new Intl.NumberFormat(language, { useGrouping: isGrouped, maximumFractionDigits: 3 });
      const written = format.format(number);
      // Three decimals behind a thousand are a group where the mark is that of groups; in none of these it is.
      expect([written, readNumber(written)]).toEqual([written, number]);
    }),
  );
});
