/** Memories of a project in its settings, matches by the API, and filling a document without scripts. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { memoryId } from '../../server/store/ids.ts';
import { allSegments } from '../support/store-samples.ts';
import { importSample, openWorkbench, tag, type Workbench } from '../support/workbench.ts';

const fa = tag('fa');
let workbench: Workbench;

beforeEach(async () => {
  workbench = await openWorkbench();
  await importSample(workbench.usecases, { fileName: 'a.txt', text: 'Nobody came.\n\nIt was late.\n' });
});
afterEach(() => workbench.close());

function post(path: string, fields: readonly (readonly [string, string])[]): Promise<Response> {
  return fetch(`${workbench.address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])),
  });
}

async function put(key: number, target: string): Promise<unknown> {
  const response = await fetch(`${workbench.address}/api/segments/${key}/fa`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ base: 0, target: [target], state: 'translated' }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

async function get(path: string): Promise<unknown> {
  const response = await fetch(`${workbench.address}${path}`, { headers: { Accept: 'application/json' } });
  return response.json();
}

it('uses memories in an order, with a penalty, read only or written, and makes new ones', async () => {
  const { store } = workbench.usecases;
  const [project] = await store.listProjects();
  const page = await (await fetch(`${workbench.address}/projects/${project!.id}/settings`)).text();
  expect(page).toContain('Translation memories');
  const [own] = await store.memories.listMemories();
  const bought = (await store.memories.createMemory('Bought', 1))!;
  const [segment] = await allSegments(store, (await store.listDocuments(project!.id))[0]!.id, fa);
  await put(segment!.key, 'کسی نیامد.');
  const answer = await post(`/projects/${project!.id}/settings/memories`, [
    ['memory', String(own!.id)],
    ['use', 'read'],
    ['order', '۲'],
    ['penalty', '5'],
    ['memory', String(bought)],
    ['use', 'write'],
    ['order', '1'],
    ['penalty', ' '],
    ['newMemory', ' Fresh '],
    ['propagation', 'off'],
  ]);
  expect(answer.status).toBe(303);
  const fresh = await store.memories.findMemoryNamed('Fresh');
  expect(await store.memories.listProjectMemories(project!.id)).toEqual([
    { memory: bought, penalty: 0, writable: true },
    { memory: own!.id, penalty: 5, writable: false },
    { memory: fresh!.id, penalty: 0, writable: true },
  ]);
  expect((await store.living.findMemorySettings(project!.id)).propagation).toBe('off');
  await expect.poll(async () => (await store.memories.findMemory(bought))?.tus).toBe(1);
  expect((await post('/projects/999/settings/memories', [])).status).toBe(404);
  const strange = [
    ['memory', '-1'],
    ['use', 'write'],
    ['memory', '777'],
    ['use', 'read'],
  ] as const;
  expect((await post(`/projects/${project!.id}/settings/memories`, strange)).status).toBe(303);
  expect(await store.memories.listProjectMemories(project!.id)).toEqual([]);
  expect(await store.memories.findMemory(memoryId(own!.id))).not.toBeNull();
});

it('answers with matches in words, and fills a document by a form, told by its page', async () => {
  const { store } = workbench.usecases;
  const [first] = await store.listProjects();
  const [segment] = await allSegments(store, (await store.listDocuments(first!.id))[0]!.id, fa);
  await put(segment!.key, 'کسی نیامد.');
  const document = await importSample(workbench.usecases, {
    name: 'New',
    fileName: 'b.txt',
    text: 'Nobody came.\n\nNobody came\n',
  });
  const { project } = (await store.findDocument(document))!;
  const memory = (await store.memories.findMemoryNamed('The lamp'))!;
  await store.memories.setProjectMemories(project, [{ memory: memory.id, penalty: 0, writable: true }]);
  await store.living.giveOwnMemory(project, 'New', 1);
  const [one, two] = await allSegments(store, document, fa);
  expect(await get(`/api/segments/${one!.key}/fa/matches`)).toMatchObject({
    matches: [
      {
        score: 100,
        kind: 'exact',
        words: '',
        memory: 'The lamp',
        target: ['کسی نیامد.'],
      },
    ],
  });
  expect(await get(`/api/segments/${two!.key}/fa/matches`)).toMatchObject({
    matches: [{ kind: 'fuzzy', penalties: [{ reason: 'case' }] }],
  });
  expect(await get(`/api/segments/${one!.key}/fa/fragments`)).toEqual({ fragments: [] });
  expect(await get('/api/segments/9999/fa/matches')).toEqual({ error: 'not-found' });
  expect(await get(`/api/segments/${one!.key}/de/matches`)).toEqual({ error: 'not-found' });

  const begun = await post(`/documents/${document}/fa/pretranslation`, [['minimum', '100']]);
  expect(begun.status).toBe(303);
  const address = begun.headers.get('location')!;
  await expect.poll(async () => get(address)).toMatchObject({ status: 'done', filled: 1, total: 2 });
  const shown = await fetch(`${workbench.address}${address}`);
  expect(shown.url).toContain('/import/');
  expect(await shown.text()).toContain('Filled from the memories');
  expect((await post(`/documents/${document}/fa/pretranslation`, [['minimum', '3']])).status).toBe(400);
});
