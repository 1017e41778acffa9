/** A form that is refused comes back as it was typed, with the reason where it is to be mended. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentId, MemoryId, ProjectId, TermbaseId } from '../../server/store/ids.ts';
import { importSample, openWorkbench, type Workbench } from '../support/workbench.ts';
import { formWithFile, get, post } from './client.ts';

let bench: Workbench;
let document: DocumentId;
let project: ProjectId;
let memory: MemoryId;
let termbase: TermbaseId;

beforeAll(async () => {
  bench = await openWorkbench();
  const { store } = bench.usecases;
  document = await importSample(bench.usecases, { targetLanguages: ['fa'] });
  ({ project } = (await store.findDocument(document))!);
  memory = (await store.memories.createMemory('Lamps', 0))!;
  await store.memories.createMemory('Taken & gone', 0);
  termbase = (await store.terms.createTermbase('Lamps', 0))!;
  await store.terms.createTermbase('Taken & gone', 0);
});
afterAll(() => bench.close());

const english = { cookie: 'recto_language=en', 'Sec-Fetch-Site': 'same-origin' };

const NAMES: readonly (readonly [string, () => string, string, string, string])[] = [
  ['a new memory', () => '/memories', 'name', 'name', 'memory-name-taken'],
  ['a memory’s new name', () => `/memories/${memory}/name`, 'name', 'rename', 'memory-name-taken'],
  ['a new termbase', () => '/termbases', 'name', 'name', 'termbase-name-taken'],
  ['a termbase’s new name', () => `/termbases/${termbase}/name`, 'name', 'rename', 'termbase-name-taken'],
  [
    'a new memory in a project’s settings',
    () => `/projects/${project}/settings/memories`,
    'newMemory',
    'new-memory',
    'memory-name-taken',
  ],
];

it.each(NAMES)('%s, whose name is taken', async (_, path, field, id, code) => {
  const { status, text } = await post(
    bench,
    path(),
    { [field]: 'Taken & gone', propagation: 'project' },
    english,
  );
  expect(status).toBe(422);
  const input = new RegExp(`<p class="field__error" id="${id}-error">[^]*?</p>\\s*<input [^>]*>`, 'u').exec(
    text,
  )![0];
  expect(input).toContain(code);
  expect(input).toContain('value="Taken &amp; gone"');
  expect(input).toContain(`aria-describedby="${id}-error" aria-invalid="true" autofocus`);
  expect(text.match(/ autofocus/gu)).toHaveLength(1);
  if (field === 'newMemory') expect(text).toContain('<option value="project" selected>');
});

it.each([
  ['memory', () => `/memories/${memory}/import`],
  ['termbase', () => `/termbases/${termbase}/import`],
])('languages typed for a file that is brought into a %s', async (_, path) => {
  const fields = { sourceLanguage: 'de-AT', targetLanguage: 'my' };
  const { status, text } = await post(bench, path(), formWithFile(fields, null), english);
  expect(status).toBe(422);
  expect(text).toMatch(/id="import-source"[^>]* value="de-AT"/u);
  expect(text).toMatch(/id="import-target"[^>]* value="my"/u);
});

it('names and translations in the ledger', async () => {
  const page = await get(bench, `/projects/${project}/names`, english);
  const sent = new URLSearchParams();
  for (const [, name, value = ''] of page.text.matchAll(
    /<input [^>]*name="(termbase|concept|name|was-fa|to-fa)"[^>]*?(?: value="([^"]*)")?[^>]*>/gu,
  ))
    sent.append(name!, value);
  // The last row is for a name that nobody found.
  const last = (name: string, value: string): void => {
    const values = sent.getAll(name);
    sent.delete(name);
    for (const each of [...values.slice(0, -1), value]) sent.append(name, each);
  };
  last('name', 'Old Tom');
  last('to-fa', 'تام\u0001 <پیر>');
  const { status, text } = await post(bench, `/projects/${project}/names`, sent, english);
  expect(status).toBe(422);
  expect(text).toContain('xml-character-illegal');
  expect(text).toMatch(/name="name"[^>]* value="Old Tom"/u);
  expect(text).toContain('value="تام\u0001 &lt;پیر&gt;"');
});
