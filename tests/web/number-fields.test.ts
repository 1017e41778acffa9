/** Fields for numbers speak the reader's digits, take anybody's, and give back what is none with the reason beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProjectId, TermbaseId, MemoryId, DocumentId } from '../../server/store/ids.ts';
import { importSample, openWorkbench, root, type Workbench } from '../support/workbench.ts';
import { get, post } from './client.ts';

let bench: Workbench;
let document: DocumentId;
let project: ProjectId;
let memory: MemoryId;
let termbase: TermbaseId;

beforeAll(async () => {
  bench = await openWorkbench();
  const { store } = bench.usecases;
  document = await importSample(bench.usecases);
  ({ project } = (await store.findDocument(document))!);
  memory = (await store.memories.createMemory('Lamps', 0))!;
  termbase = (await store.terms.createTermbase('Lamps', 0))!;
});
afterAll(() => bench.close());

const as = (language: string) => ({ cookie: `recto_language=${language}`, 'Sec-Fetch-Site': 'same-origin' });

/** The field with its message, as the page has them; '' where there is none. */
function fieldOf(html: string, id: string): string {
  return (
    new RegExp(`(?:<p class="field__error" id="${id}-error">[^]*?</p>\\s*)?<input [^>]*id="${id}"[^>]*>`, 'u')
      .exec(html)
      ?.join('') ?? ''
  );
}

/** A page with a number, how it is sent, and what is kept then. */
const FIELDS = [
  {
    name: 'the price of a machine',
    page: () => `/projects/${project}/machine`,
    to: () => `/projects/${project}/machine`,
    id: () => 'price',
    code: 'number-wanted',
    fields: (number: string) => ({
      provider: 'libre-translate',
      url: 'http://127.0.0.1:5000',
      price: number,
    }),
    kept: async () => (await bench.usecases.store.findMachineSettings(project))?.price,
    good: { en: ['1,200.5', '1200.5'], fa: ['۱٬۲۰۰٫۵', '۱۲۰۰٫۵'], my: ['၁,၂၀၀.၅', '၁၂၀၀.၅'], value: 1200.5 },
  },
  {
    name: 'a rate',
    page: () => `/projects/${project}/fa/analysis`,
    to: () => `/projects/${project}/fa/analysis/rates`,
    id: () => 'rate-75-84',
    code: 'number-whole-wanted',
    fields: (number: string) => ({ '75-84': number, '101': '5' }),
    kept: async () => (await bench.usecases.store.analysis.findRates(project))?.['75-84'],
    good: { en: ['45%', '45'], fa: ['۴۵٪', '۴۵'], my: ['၄၅', '၄၅'], value: 45 },
  },
  {
    name: 'points of a memory',
    page: () => `/projects/${project}/settings`,
    to: () => `/projects/${project}/settings/memories`,
    id: () => `memory-penalty-${memory}`,
    code: 'number-whole-wanted',
    fields: (number: string) => ({ memory: String(memory), use: 'read', order: '1', penalty: number }),
    kept: async () => (await bench.usecases.store.memories.listProjectMemories(project))[0]?.penalty,
    good: { en: ['12', '12'], fa: ['١٢', '۱۲'], my: ['၁၂', '၁၂'], value: 12 },
  },
  {
    name: 'the place of a termbase',
    page: () => `/projects/${project}/settings`,
    to: () => `/projects/${project}/settings/termbases`,
    id: () => `termbase-order-${termbase}`,
    code: 'number-whole-wanted',
    fields: (number: string) => ({ termbase: String(termbase), use: String(termbase), order: number }),
    kept: async () => (await bench.usecases.store.terms.listProjectTermbases(project)).length,
    good: { en: ['7', '1'], fa: ['۷', '۱'], my: ['၇', '၁'], value: 1 },
  },
] as const;

describe.each(FIELDS)('$name', ({ page, to, id, code, fields, kept, good }) => {
  it.each(['en', 'fa', 'my'] as const)('in %s', async (language) => {
    const [typed, shown] = good[language];
    expect((await post(bench, to(), fields(typed), as(language))).status).toBe(303);
    expect(await kept()).toBe(good.value);
    const field = fieldOf((await get(bench, page(), as(language))).text, id());
    expect(field).toMatch(/type="text" inputmode="(?:numeric|decimal)"/u);
    expect(field).toContain(`value="${shown}"`);
    expect(field).not.toContain('aria-invalid');
  });

  it.each(['x۱', '-5', '1000000000', '۱٫۲٫۳'])('gives back %s, and keeps what was there', async (typed) => {
    const before = await kept();
    const { status, text } = await post(bench, to(), fields(typed), as('my'));
    expect(status).toBe(422);
    const field = fieldOf(text, id());
    expect(field).toContain(`value="${typed}"`);
    expect(field).toContain(`>${code}</code>`);
    expect(field).toMatch(
      new RegExp(`aria-describedby="[^"]*${id()}-error"[^>]* aria-invalid="true"[^>]* autofocus`, 'u'),
    );
    expect(await kept()).toBe(before);
  });
});

it('gives back all of a form, also what nobody found fault with', async () => {
  const { text } = await post(
    bench,
    `/projects/${project}/settings/memories`,
    {
      memory: String(memory),
      use: 'write',
      order: 'first',
      penalty: '۹',
      newMemory: 'Fresh',
      propagation: 'off',
    },
    as('fa'),
  );
  expect(fieldOf(text, `memory-order-${memory}`)).toContain('value="first"');
  expect(fieldOf(text, `memory-penalty-${memory}`)).toContain('value="۹"');
  expect(text).toMatch(/name="newMemory"[^>]*value="Fresh"/u);
  expect(text).toContain('<option value="write" selected>');
  expect(text).toContain('<option value="off" selected>');
  expect(await bench.usecases.store.memories.findMemoryNamed('Fresh')).toBeNull();
});

it('is not looked at where the memory is not used, and is refused only of projects that are there', async () => {
  const unused = { memory: String(memory), use: 'none', order: 'x', penalty: 'y' };
  expect((await post(bench, `/projects/${project}/settings/memories`, unused)).status).toBe(303);
  const used = { ...unused, use: 'read' };
  expect((await post(bench, '/projects/999/settings/memories', used)).status).toBe(404);
});

describe('going to a segment', () => {
  const at = (asked: string): string => `/documents/${document}/fa?segment=${encodeURIComponent(asked)}`;
  it.each(['3', '۳', '၃', ' ٣ '])('takes %s', async (asked) => {
    const { text } = await get(bench, at(asked), as('fa'));
    expect(text).not.toContain('editor__missing');
    expect(text).toMatch(/&#34;wanted&#34;:3[,}]|"wanted":3[,}]|&quot;wanted&quot;:3[,}]/u);
  });
  it.each([
    ['99', '၉၉'],
    ['x', 'x'],
    ['2.5', '၂.၅'],
  ])('says that there is no %s', async (asked, shown) => {
    const { text } = await get(bench, at(asked), as('my'));
    expect(/editor__missing[^<]*>([^<]*)</u.exec(text)?.[1]).toContain(shown);
    expect(fieldOf(text, 'go-to')).toContain(`value="${asked}"`);
  });
});

it('no page has a field that refuses digits', () => {
  const views = readdirSync(join(root, 'views'), { recursive: true, encoding: 'utf8' });
  const templates = views.filter((name) => name.endsWith('.ejs'));
  expect(templates.length).toBeGreaterThan(20);
  for (const name of templates)
    expect([name, readFileSync(join(root, 'views', name), 'utf8')]).toEqual([
      name,
      expect.not.stringMatching(/type=["']?(?:number|range)/u),
    ]);
});
