/** A list of limits goes out with an XLIFF, comes back as limits, and targets that break them are told of. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLimitList } from '../../server/core/document/limit-list.ts';
import { applyTargets } from '../../server/usecases/apply-targets.ts';
import { extractCatalog } from '../../server/usecases/extract-catalog.ts';
import { extractFile, type WrittenFile } from '../../server/usecases/extract-file.ts';
import { readFile } from '../../server/usecases/read-file.ts';
import { hasXmllint, schemaErrors } from '../support/xmllint.ts';
import { openWorkbench, tag, type Workbench } from '../support/workbench.ts';

let bench: Workbench;
let deps: Workbench['usecases'];
beforeAll(async () => {
  bench = await openWorkbench({});
  deps = bench.usecases;
});
afterAll(() => bench.close());

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const languages = { sourceLanguage: tag('en'), targetLanguage: tag('fa') };

function extract(profile: string, list: string): WrittenFile {
  const text = 'Mutual aid. Bread and roses.\n\nOpen\n';
  const { limits } = readLimitList(list);
  return extractFile(deps, { fileName: 'a.txt', bytes: utf8(text), ...languages, profile, limits });
}

/** `unit maximum` of each limit of the file. */
function limitsIn(bytes: Uint8Array | null): readonly string[] {
  const read = readFile(deps, { fileName: 'a.xlf', bytes: bytes!, sourceLanguage: tag('en') });
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.problems));
  return read.document.units.flatMap(({ id, limits = [] }) =>
    limits.map(({ maximum, measure, minimum }) => `${id} ${measure} ${minimum}-${maximum ?? '*'}`),
  );
}

describe('a list of limits', () => {
  it('has a name and a number a line', () => {
    const { limits, problems } = readLimitList('\ufeff# list\r\nu1\t 20 \r\n\r\nSave as…\t7\t\r\n');
    expect([...limits]).toEqual([
      ['u1', { maximum: 20, line: 2 }],
      ['Save as…', { maximum: 7, line: 4 }],
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['u1', 'limits-line'],
    ['u1 20', 'limits-line'],
    ['\t20', 'limits-line'],
    ['u1\t0', 'limits-line'],
    ['u1\t-3', 'limits-line'],
    ['u1\t3.5', 'limits-line'],
    ['u1\t9999999999', 'limits-line'],
    ['u1\t3\t4', 'limits-line'],
    ['a\t5', 'limits-repeated'],
  ])('tells of %j by its line, and takes the others', (line, code) => {
    const { limits, problems } = readLimitList(`a\t2\n${line}\n__proto__\t3\n`);
    expect(problems).toMatchObject([{ code, place: { line: 2 } }]);
    expect([...limits].map(([name, { maximum }]) => `${name} ${maximum}`)).toEqual(['a 2', '__proto__ 3']);
  });
});

describe.each(['omegat', 'cat', 'xliff-2.0', 'xliff-2.1', 'xliff-2.2'])('a document for %s', (profile) => {
  it('carries them, and apply tells of a target that is too long', () => {
    const { bytes, problems } = extract(profile, 'u1\t40\nu2\t4\nmenu\t9\n');
    expect(problems).toMatchObject([
      { code: 'limits-unknown', place: { line: 3 }, values: { name: 'menu' } },
    ]);
    expect(limitsIn(bytes)).toEqual(['u1 codepoints 0-40', 'u2 codepoints 0-4']);
    const targets = JSON.stringify({ u2: [{ target: 'باز کردن' }] });
    const applied = applyTargets(deps, { fileName: 'a.xlf', bytes: bytes!, ...languages, targets });
    expect(applied.problems).toMatchObject([{ code: 'text-over-limit', values: { size: 8, limit: 4 } }]);
    const short = JSON.stringify({ u2: [{ target: 'باز' }] });
    expect(
      applyTargets(deps, { fileName: 'a.xlf', bytes: bytes!, ...languages, targets: short }).problems,
    ).toEqual([]);
  });
});

it.each(['poedit', 'flat-2.0'])('each piece of a unit has its maximum for %s', (profile) => {
  const { bytes } = extract(profile, 'u1\t40\n');
  expect(limitsIn(bytes).map((each) => each.replace(/^\S+ /, ''))).toEqual([
    'codepoints 0-40',
    'codepoints 0-40',
  ]);
});

it('says nothing of limits where there are none', () => {
  for (const profile of ['cat', 'xliff-2.1']) {
    const text = new TextDecoder().decode(extract(profile, '').bytes);
    expect(text).not.toMatch(/slr:|maxwidth|size-unit/);
  }
});

describe.each(['1.2', '2.0'] as const)('catalogues as XLIFF %s', (version) => {
  it('carry them by key, and by catalogue and key', async () => {
    const source = (name: string) => ({ fileName: name, bytes: utf8('{"open": "Open", "x": {"y": "Why"}}') });
    const { limits } = readLimitList('open\t9\nb:open\t5\nx.y\t7\nz\t1\n');
    const { bytes, problems } = await extractCatalog({
      sources: [source('a.json'), source('b.json'), { fileName: 'c.json', bytes: utf8('{"d": "D"}') }],
      targets: [],
      ...languages,
      version,
      limits,
    });
    expect(problems).toMatchObject([{ code: 'limits-unknown', place: { line: 4 } }]);
    const listed = limitsIn(bytes).map((each) => each.replace(/^\S*\//, ''));
    expect(listed).toEqual([
      'open codepoints 0-9',
      'x.y codepoints 0-7',
      'open codepoints 0-5',
      'x.y codepoints 0-7',
    ]);
    if (hasXmllint()) expect(schemaErrors(version, [bytes!])).toEqual(['']);
  });
});
