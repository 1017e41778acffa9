/** A package is held to what each of its files is held to. */
import { expect, it } from 'vitest';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { problem } from '../../../server/core/problem.ts';
import { xliffPackage as packageOf } from '../../../server/formats/package/index.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { makeZip } from '../../support/zip.ts';
import { xliff12Text } from './samples.ts';

it('names the file in the place of each problem, and says what is wrong with the archive', () => {
  const picky: BilingualFormat = {
    ...xliff12,
    validate: (_, { strict } = { strict: false }) =>
      strict ? [problem('xliff-id-missing', { line: 3, path: 'unit 1' }, { id: '1' })] : [],
  };
  const validate = (zip: Uint8Array, strict = true): readonly unknown[] =>
    packageOf([picky])
      .validate?.(zip, { strict })
      .map(({ code, place }) => [code, place]) ?? [];
  const zip = makeZip([
    { name: 'fa/a.xlf', content: xliff12Text({ 1: 'One' }) },
    { name: 'my/a.xlf', content: xliff12Text({ 1: 'One' }, { target: 'my' }) },
  ]);
  expect(validate(zip)).toEqual([
    ['xliff-id-missing', { line: 3, path: 'fa/a.xlf > unit 1' }],
    ['xliff-id-missing', { line: 3, path: 'my/a.xlf > unit 1' }],
  ]);
  expect(validate(zip, false)).toEqual([]);
  expect(validate(zip.subarray(0, 50))).toEqual([['archive-damaged', null]]);
});
