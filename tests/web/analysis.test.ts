/** Leverage of a project: looked for in the background, shown, taken along, weighed, and a filter of the editor. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { importDocument } from '../../server/usecases/import-document.ts';
import type { DocumentId } from '../../server/store/ids.ts';
import { pair } from '../support/tu-samples.ts';
import { openWorkbench, tag, type Workbench } from '../support/workbench.ts';
import { get, post } from './client.ts';

let bench: Workbench;
let document: DocumentId;
const page = '/projects/1/fa/analysis';
const TEXT = `The harbour was quiet that morning.\n\nThe harbour was quiet that morning.\n
The old lamp still burned above the door.\n\nNobody had asked her name.\n`;

beforeAll(async () => {
  bench = await openWorkbench();
  const added = await importDocument(bench.usecases, {
    fileName: '=harbour.md',
    bytes: new TextEncoder().encode(TEXT),
    sourceLanguage: tag('en'),
    targetLanguages: [tag('fa')],
    projectName: 'Harbour',
    granularity: 'sentence',
    switches: {},
    author: '',
  });
  if (added.kind !== 'imported') throw new Error('not imported');
  document = added.document;
  const { memories } = bench.usecases.store;
  const memory = (await memories.createMemory('Harbours', 0))!;
  await memories.addTus(memory, [
    pair('The old lamp still burned above the gate.', 'چراغ کهنه هنوز بالای دروازه می‌سوخت.'),
    pair('Nobody had asked her name.', 'هیچ‌کس نامش را نپرسیده بود.'),
  ]);
  const project = (await bench.usecases.store.listProjects())[0]!;
  await memories.setProjectMemories(project.id, [{ memory, penalty: 0, writable: false }]);
});
afterAll(async () => {
  await bench.close();
});

const report = z.object({
  all: z.object({
    bands: z.record(z.string(), z.object({ segments: z.number(), words: z.number() })),
    total: z.object({ segments: z.number() }),
    weightedWords: z.number(),
    notAnalysed: z.number(),
  }),
});
const json = async (): Promise<z.infer<typeof report>['all']> =>
  report.parse(JSON.parse((await get(bench, `${page}.json`)).text)).all;

it('is not known before somebody asks', async () => {
  expect((await get(bench, page)).text).toContain('Nobody has looked yet');
  expect((await json()).notAnalysed).toBe(4);
  expect((await get(bench, `/documents/${document}/fa?band=101`)).text).toContain('Nobody has looked yet');
});

it('is looked for in the background, in bands', async () => {
  expect((await post(bench, `${page}/begin`, {})).location).toBe(page);
  await expect.poll(async () => (await json()).notAnalysed, { timeout: 20_000 }).toBe(0);
  const { bands, weightedWords } = await json();
  expect(bands).toMatchObject({
    new: { segments: 1, words: 6 },
    repetition: { segments: 1, words: 6 },
    '85-94': { segments: 1, words: 8 },
    '100': { segments: 1, words: 5 },
  });
  expect(weightedWords).toBeCloseTo(6 + 6 * 0.3 + 8 * 0.6 + 5 * 0.3);
});

it('is a filter of the segments', async () => {
  const { store } = bench.usecases;
  const found = await store.listSegments(document, tag('fa'), { bands: ['85-94', 'repetition'] }, 0, 100);
  expect(found.segments.map(({ position }) => position)).toEqual([2, 3]);
});

it('is a filter of the editor, to which every row of the report leads', async () => {
  const editor = `/documents/${document}/fa`;
  const { text } = await get(bench, page);
  expect(text).toContain(`href="${editor}?band=85-94"`);
  expect(text).not.toContain(`href="${editor}?band=101"`);
  const shown = (await get(bench, `${editor}?band=85-94,nonsense&state=initial`)).text;
  expect(shown).toContain('<option value="85-94" selected>');
  expect(shown).not.toContain('Nobody has looked yet');
  expect(shown.match(/data-position="(\d+)"|id="segment-(\d+)"/g)?.join()).toContain('3');
  expect(shown).toContain('lamp');
  expect(shown).not.toContain('harbour was');
  const count = async (query: string): Promise<unknown> =>
    JSON.parse((await get(bench, `/api${editor}/count?${query}`)).text);
  expect(await count('band=85-94,repetition')).toEqual({ count: 2 });
  expect(await count('band=85-94&text=harbour')).toEqual({ count: 0 });
  expect((await get(bench, `/api${editor}/count?band=x`)).status).toBe(400);
});

it('is one page to hand on, in the person’s language, with nothing from outside', async () => {
  const { text, headers } = await get(bench, `${page}.html`, { cookie: 'recto_language=fa' });
  expect(headers.get('content-disposition')).toContain('leverage-fa.html');
  expect(text).toContain('<html lang="fa" dir="rtl"');
  expect(text).toContain('<td>۸</td>');
  expect(text).toContain('=harbour.md');
  expect(text).toContain('url(data:font/woff2;base64,');
  expect(text).not.toMatch(/<script|<link|<img|\s(?:src|href)=|url\((?!data:)|@import/);
  expect((await get(bench, `${page}.html`)).text).toContain('<td>4.8</td>');
});

it('goes out as a table that no spreadsheet runs', async () => {
  const { text } = await get(bench, `${page}.csv`);
  expect(text).toContain("'=harbour.md,85-94,1,8,");
  expect(text).not.toMatch(/^=/m);
});

it('is weighed by rates that a person gives, in any digits', async () => {
  await post(bench, `${page}/rates`, { new: '۵۰', '85-94': '', '100': '٪100' });
  expect((await json()).weightedWords).toBeCloseTo(6 * 0.5 + 6 * 0.3 + 8 * 0.6 + 5);
});

it('is not there for a language that the project has not', async () => {
  expect((await get(bench, '/projects/1/my/analysis')).status).toBe(404);
});
