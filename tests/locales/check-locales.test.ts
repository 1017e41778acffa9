/** The check of the catalogues: each kind of mistake is found. */
import { describe, expect, it } from 'vitest';
import { checkCatalogue, checkLocales } from '../../scripts/check-locales.ts';
import { complaintsOf } from '../../scripts/check-problem-values.ts';
import { root } from '../support/workbench.ts';

const FILES = '{count, plural, one {# file} other {# files}} in {folder}';

describe('check-locales', () => {
  it('finds nothing wrong with our catalogues', () => {
    expect(checkLocales(root)).toEqual([]);
  });

  it.each([
    ['a missing key', 'fa', {}, /files: missing/],
    ['a key too many', 'fa', { files: FILES, more: 'x' }, /more: not in the English/],
    ['a lost argument', 'my', { files: '{count, plural, other {#}}' }, /lacks \{folder\}/],
    ['an invented one', 'my', { files: '{count, plural, other {#}} {folder} {x}' }, /has \{x\}/],
    ['a number made text', 'my', { files: '{count} {folder}' }, /lacks \{count\} \(a number\)/],
    ['a plural form that the language lacks', 'my', { files: FILES }, /has one, other; needs other/],
    ['a plural form too few', 'fa', { files: '{count, plural, other {#}} {folder}' }, /needs one, other/],
    ['broken syntax', 'fa', { files: '{count' }, /no ICU message/],
    ['an Arabic yeh', 'fa', { files: `${FILES} علي` }, /Arabic yeh/],
    ['an Arabic kaf', 'fa', { files: `${FILES} كتاب` }, /Arabic yeh or kaf/],
    ['decomposed letters', 'fa', { files: `${FILES} ا\u0653` }, /normalization form C/],
    ['nothing', 'fa', { files: ' ' }, /is empty/],
  ])('finds %s', (_name, language, catalogue, expected) => {
    expect(checkCatalogue(language, { files: FILES }, catalogue).join('\n')).toMatch(expected);
  });

  it('lets exact counts stand beside the plural forms', () => {
    const files = '{count, plural, =0 {-} other {#}} {folder}';
    expect(checkCatalogue('my', { files: FILES }, { files })).toEqual([]);
  });
});

describe('values of problems', () => {
  const messages = { a: 'In {file} at {line, number}', b: 'Plain' };

  it.each([
    ["problem('a', null, { file })", ['1: a is made without {line}']],
    ["\nproblem('a')", ['2: a is made without {file}', '2: a is made without {line}']],
    ["problem('a', null, { file, line: 1, more: 2 })", []],
    ["problem('b')", []],
    ["problem('a', null, { ...values })", []],
    ['problem(code, null, values)', []],
  ])('%s', (text, expected) => {
    expect(complaintsOf(text, messages)).toEqual(expected);
  });
});
