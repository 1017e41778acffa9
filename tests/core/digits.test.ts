/** Digits by value, whatever their script. */
import { describe, expect, it } from 'vitest';
import { digitValue, inDigits, nativeDigits } from '../../server/core/text/digits.ts';

/** The decimal digits as ICU knows them, of each numbering system that has some. */
const systems = Intl.supportedValuesOf('numberingSystem')
  .map((system) => {
    const format = new Intl.NumberFormat(`en-u-nu-${system}`);
    return { system, digits: Array.from({ length: 10 }, (_, value) => format.format(value)) };
  })
  .filter(({ digits }) => digits.every((digit) => /^\p{Nd}$/u.test(digit)));

describe('digitValue', () => {
  it.each(systems)('knows those of $system', ({ digits }) => {
    expect(digits.map(digitValue)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it.each(['', 'a', '½', '²', '一', '۱۲', 'ဝ'])('is none for %j', (other) => {
    expect(digitValue(other)).toBeNull();
  });
});

it.each([
  ['fa', '1,۲٣', '۱,۲۳'],
  ['my', '1948', '၁၉၄၈'],
])('writes in the digits of %s', (language, number, written) => {
  expect(inDigits(number, nativeDigits(language) ?? '')).toBe(written);
});

it('has no digits of its own for English', () => {
  expect(nativeDigits('en')).toBeNull();
});
