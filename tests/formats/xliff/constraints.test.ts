/** Limits and rules as files state them: for a unit, a group, a file; for one code; by profile. */
import { expect, test } from 'vitest';
import type { BilingualFormat } from '../../../server/formats/format.ts';
import { xliff12 } from '../../../server/formats/xliff12/index.ts';
import { xliff2 } from '../../../server/formats/xliff2/index.ts';
import { readOptions } from './documents.ts';
import { fileOf } from './duties.ts';

const PROFILES = '<slr:profiles generalProfile="xliff:codepoints" storageProfile="xliff:utf8"';
const unit = (rest: string, inner = '', source = 'a'): string =>
  `<unit id="1"${rest}>${inner}<segment><source>${source}</source></segment></unit>`;

/** Limits as `measure minimum-maximum`, with form, inside and weights where there are any. */
function limits(format: BilingualFormat, body: string): readonly string[] {
  const { document } = format.read(new TextEncoder().encode(fileOf(format, body)), readOptions);
  return (document?.units[0]?.limits ?? []).map(
    ({ measure, minimum, maximum, normalization, inside, weights }) =>
      [
        `${measure} ${minimum}-${maximum ?? '*'}`,
        ...(normalization === 'none' ? [] : [normalization]),
        ...(inside === undefined ? [] : [`in ${inside}`]),
        ...(weights === undefined ? [] : [JSON.stringify(weights)]),
      ].join(' '),
  );
}

test.each<readonly [string, BilingualFormat, string, readonly string[]]>([
  ['a maximum', xliff2, `${PROFILES}/>${unit(' slr:sizeRestriction="35"')}`, ['codepoints 0-35']],
  ['minimum and maximum', xliff2, `${PROFILES}/>${unit(' slr:storageRestriction="3,*"')}`, ['utf8 3-*']],
  ['no limit at all', xliff2, `${PROFILES}/>${unit(' slr:sizeRestriction="*"')}`, []],
  ['not of the form', xliff2, `${PROFILES}/>${unit(' slr:sizeRestriction="35,star"')}`, []],
  ['no profile', xliff2, unit(' slr:sizeRestriction="35"'), []],
  [
    'another profile',
    xliff2,
    `<slr:profiles generalProfile="my:x"/>${unit(' slr:sizeRestriction="35"')}`,
    [],
  ],
  [
    'normalised',
    xliff2,
    `${PROFILES}><slr:normalization general="nfc" storage="nfd"/></slr:profiles>${unit(' slr:sizeRestriction="5" slr:storageRestriction="9"')}`,
    ['codepoints 0-5 nfc', 'utf8 0-9 nfd'],
  ],
  [
    'of a group: its maximum, before the own',
    xliff2,
    `${PROFILES}/><group id="g" slr:sizeRestriction="2,90"><group id="h"/>${unit(' slr:sizeRestriction="4,60"')}</group>`,
    ['codepoints 0-90', 'codepoints 4-60'],
  ],
  [
    'of another group: nothing',
    xliff2,
    `${PROFILES}/><group id="g" slr:sizeRestriction="90"/>${unit('')}`,
    [],
  ],
  [
    'of a code, and what codes count for',
    xliff2,
    `${PROFILES}/>${unit('', '', 'a <pc id="c" slr:storageRestriction="5" slr:equivStorage="7">b</pc>')}`,
    ['utf8 0-5 in c {"open:c":7}'],
  ],
  ['1.2: characters', xliff12, '<trans-unit id="1" maxwidth="55" size-unit="char"/>', ['codepoints 0-55']],
  ['1.2: bytes', xliff12, '<trans-unit id="1" minbytes="1" maxbytes="9"/>', ['utf8 1-9']],
  [
    '1.2: bytes by size-unit',
    xliff12,
    '<trans-unit id="1" minwidth="2" maxwidth="9" size-unit="byte"/>',
    ['utf8 2-9'],
  ],
  [
    '1.2: without a unit, at least not more characters than pixels',
    xliff12,
    '<trans-unit id="1" minwidth="2" maxwidth="9"/>',
    ['graphemes 0-9'],
  ],
  ['1.2: centimetres cannot be counted', xliff12, '<trans-unit id="1" maxwidth="9" size-unit="cm"/>', []],
])('%s', (_, format, body, expected) => {
  expect(limits(format, body)).toEqual(expected);
});

test('rules of file, group and unit; a unit overrides', () => {
  const rules = (...each: string[]): string =>
    `<val:validation>${each.map((one) => `<val:rule ${one}/>`).join('')}</val:validation>`;
  const body = `${rules('isPresent="a"', 'startsWith="*"', 'my:other="x"')}<group id="g">${rules('endsWith="."')}${unit(
    '',
    rules('isPresent="a" disabled="yes"', 'endsWith="." existsInSource="yes" caseSensitive="no"'),
  )}</group>`;
  const { document } = xliff2.read(new TextEncoder().encode(fileOf(xliff2, body)), readOptions);
  const base = { existsInSource: false, caseSensitive: true, normalization: 'nfc' };
  expect(document?.units[0]?.rules).toEqual([
    { ...base, kind: 'startsWith', text: '*' },
    { ...base, kind: 'endsWith', text: '.', existsInSource: true, caseSensitive: false },
  ]);
});
