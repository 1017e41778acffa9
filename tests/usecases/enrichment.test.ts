/** What goes out with an XLIFF when a person asks for matches and history, and with a glossary. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentId } from '../../server/store/ids.ts';
import { applyTargets } from '../../server/usecases/apply-targets.ts';
import { compareFiles } from '../../server/usecases/compare-files.ts';
import { exportXliff } from '../../server/usecases/export-xliff.ts';
import { extractFile } from '../../server/usecases/extract-file.ts';
import { importDocument } from '../../server/usecases/import-document.ts';
import { readTerms } from '../../server/usecases/read-terms.ts';
import { mergeFile } from '../../server/usecases/merge-file.ts';
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

/** As OmegaT keeps them. */
function readGlossary(text: string) {
  const languages = { sourceLanguage: tag('en'), targetLanguage: tag('fa') };
  const bytes = new TextEncoder().encode(text);
  const { concepts, problems } = readTerms({ fileName: 'g.txt', bytes, format: 'omegat', ...languages });
  return { terms: concepts ?? [], problems };
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
  expect(text.match(/<gls:glossEntry ref="#recto-term-1">/g)).toHaveLength(2);
  expect(text).toContain('<mrk id="recto-term-1" type="term">Mutual aid</mrk>.');
  expect(text).toContain('<gls:definition>Kropotkin</gls:definition>');
});

it.each(['2.0', '2.1', '2.2'])('terms in %s change nothing on the way there and back', (profile) => {
  const languages = { sourceLanguage: tag('en'), targetLanguage: tag('fa') };
  const input = {
    fileName: 'a.md',
    bytes: new TextEncoder().encode('Mutual *aid* and mutual aid. A rose.\n\n- Roses, a **rose**\n'),
    ...languages,
    profile,
  };
  const { terms } = readGlossary('mutual aid\tهمیاری\nrose\tرز\n');
  const [plain, marked] = [[], terms].map(
    (own) => extractFile(bench.usecases, { ...input, terms: own }).bytes!,
  );
  expect(new TextDecoder().decode(marked).match(/<mrk /g)).toHaveLength(3);
  const targets = JSON.stringify({
    u1: [{ target: 'همیاری.' }, { target: 'یک رز.' }],
    u2: [{ target: 'رز' }],
  });
  const [plainBack, markedBack] = [plain!, marked!].map((bytes) => {
    const applied = applyTargets(bench.usecases, { fileName: 'a.xlf', bytes, ...languages, targets });
    expect(applied.problems.filter(({ code }) => code !== 'code-missing')).toEqual([]);
    return applied.bytes!;
  });
  const merge = (bytes: Uint8Array) =>
    mergeFile(bench.usecases, { fileName: 'a.xlf', bytes, sourceLanguage: tag('en'), fallback: 'source' })
      .bytes!;
  expect(Buffer.from(merge(markedBack!)).toString()).toBe(Buffer.from(merge(plainBack!)).toString());
  const without = new TextEncoder().encode(
    new TextDecoder()
      .decode(markedBack)
      .replace(/<\/?mrk[^>]*>/gu, '')
      .replace(/<gls:glossary>[^]*?<\/gls:glossary>/gu, ''),
  );
  for (const back of [markedBack!, without]) {
    const file = (bytes: Uint8Array) => ({ fileName: 'a.xlf', bytes, sourceLanguage: tag('en') });
    const result = compareFiles(bench.usecases, file(marked!), file(back));
    if (result.kind !== 'compared') throw new Error(result.kind);
    expect(result.receipt.reasons).toEqual([]);
    expect(result.receipt.counts).toMatchObject({ added: 3, lost: 0, changed: 0 });
  }
});
