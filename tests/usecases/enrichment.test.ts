/** What goes out with an XLIFF when a person asks for matches and history, and with a glossary. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readGlossary } from '../../server/core/document/read-glossary.ts';
import type { DocumentId } from '../../server/store/store.ts';
import { exportXliff } from '../../server/usecases/export-xliff.ts';
import { extractFile } from '../../server/usecases/extract-file.ts';
import { importDocument } from '../../server/usecases/import-document.ts';
import { openWorkbench, tag, type Workbench } from '../support/workbench.ts';

let bench: Workbench;
let document: DocumentId;

beforeAll(async () => {
  bench = await openWorkbench({});
  const result = await importDocument(bench.usecases, {
    projectName: '',
    fileName: 'a.txt',
    bytes: new TextEncoder().encode('Mutual aid.\n\nBread and roses.\n\nMutual aid.\n'),
    sourceLanguage: tag('en'),
    targetLanguages: [tag('fa')],
    granularity: 'sentence',
    switches: {},
    author: '',
  });
  if (result.kind !== 'imported') throw new Error(JSON.stringify(result.problems));
  document = result.document;
  await save('همیاری', 0);
  await save('همیاری.', 1);
});
afterAll(() => bench.close());

async function save(target: string, base: number): Promise<void> {
  const { store } = bench.usecases;
  const [first] = (await store.listSegments(document, tag('fa'), {}, 0, 10)).segments;
  const saved = await store.saveTarget({
    segment: first!.key,
    language: tag('fa'),
    base,
    target: [target],
    state: 'translated',
    subState: null,
    author: 'م',
    at: 1_000,
    origin: { kind: 'typed' },
  });
  expect(saved.kind).toBe('saved');
}

async function exported(version: string, matches: boolean, history: boolean): Promise<string> {
  const choice = { matches, history, findings: null };
  const result = await exportXliff(bench.usecases, document, tag('fa'), version, choice);
  if (result.kind !== 'exported') throw new Error(result.kind);
  return new TextDecoder().decode(result.bytes);
}

it('offers the translation of a repeated source, and only to the segment that lacks one', async () => {
  const text = await exported('2.1', true, false);
  expect(text.match(/<mtc:match /g)).toHaveLength(1);
  expect(text).toMatch(/origin="a.txt"[\s\S]*<target>همیاری\.<\/target>\s*<\/mtc:match>/);
  expect(await exported('1.2', true, false)).toMatch(/<alt-trans[^>]*match-quality="100"/);
});

it('tells what stood there before', async () => {
  const text = await exported('2.1', false, true);
  expect(text).toContain('<ctr:item property="content">همیاری</ctr:item>');
  expect(text).toContain('author="م" datetime="1970-01-01T00:00:01.000Z"');
  expect(await exported('1.2', false, true)).toContain('alttranstype="previous-version"');
});

it('adds nothing that was not asked for', async () => {
  expect(await exported('2.1', false, false)).not.toMatch(/mtc:|ctr:/);
});

it('gives each unit the terms of a glossary that it holds, and reports a line that is none', () => {
  const { terms, problems } = readGlossary(
    '# agreed\nmutual aid\tهمیاری\tKropotkin\nno translation\nrose\tرز\n',
  );
  expect(problems).toMatchObject([{ code: 'glossary-line', place: { line: 3 } }]);
  const { bytes } = extractFile(bench.usecases, {
    fileName: 'a.txt',
    bytes: new TextEncoder().encode('Mutual aid.\n\nBread and roses.\n'),
    sourceLanguage: tag('en'),
    targetLanguage: tag('fa'),
    profile: '2.1',
    terms,
  });
  const text = new TextDecoder().decode(bytes);
  expect(text.match(/<gls:glossEntry>/g)).toHaveLength(1);
  expect(text).toContain('<gls:definition>Kropotkin</gls:definition>');
});
