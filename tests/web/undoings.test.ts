/** What is being taken back of a memory: begun once, told while it goes on, its result told afterwards. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MemoryAct } from '../../server/store/memory-store.ts';
import { createUndoings } from '../../server/web/undoings.ts';
import { newMemory, pair } from '../support/tu-samples.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';
import { get, post } from './client.ts';

const json = { Accept: 'application/json' };
let bench: Workbench;

beforeAll(async () => {
  bench = await openWorkbench();
});

afterAll(() => bench.close());

async function deletion(tus: number): Promise<MemoryAct> {
  const { store } = bench.usecases;
  const memory = await newMemory(store);
  await store.memories.addTus(
    memory,
    Array.from({ length: tus }, (_, at) => pair(`line ${at}`, `سطر ${at}`)),
  );
  const act = (await store.memories.startAct({ memory, kind: 'deleted', author: '', at: 5 }))!;
  const there = await store.memories.listTus(memory, null, 1_000);
  await store.memories.changeTus(
    act,
    there.map((was) => ({ was, becomes: null })),
  );
  return (await store.memories.findAct(act))!;
}

it('goes on once for an act, whoever asks', async () => {
  const act = await deletion(200);
  const undoings = createUndoings(bench.usecases);
  const first = undoings.begin(act);
  expect(undoings.of(act.memory)).toMatchObject([{ act, soFar: { restored: 0, left: 0 } }]);
  expect(undoings.resultOf(act.id)).toBeNull();
  expect(await Promise.all([first, undoings.begin(act)])).toEqual([
    { restored: 200, left: 0 },
    { restored: 200, left: 0 },
  ]);
  expect(undoings.of(act.memory)).toEqual([]);
  expect(undoings.resultOf(act.id)).toEqual({ restored: 200, left: 0 });
  expect(await undoings.begin(act)).toBeNull();
});

it('a page that waits for one that is over is led to what came of it', async () => {
  const act = await deletion(3);
  const address = `/memories/${act.memory}/acts/${act.id}`;
  expect(JSON.parse((await get(bench, address, json)).text)).toEqual({
    done: `/memories/${act.memory}/acts`,
  });
  await post(bench, `${address}/undo`, {});
  const { done } = JSON.parse((await get(bench, address, json)).text) as { readonly done: string };
  expect((await get(bench, done, { 'Accept-Language': 'en' })).text).toMatch(/3 units are as they were/u);
  expect((await get(bench, address)).location).toBe(`/memories/${act.memory}/acts`);
});
