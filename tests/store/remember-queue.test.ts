/** What waits for a memory goes in together; what fails, fails alone. */
import { expect, it } from 'vitest';
import { memoryId, segmentKey } from '../../server/store/ids.ts';
import { RememberQueue } from '../../server/store/sql/memory/remember-queue.ts';
import { fa } from '../support/store-samples.ts';
import { pair } from '../support/tu-samples.ts';

const memory = memoryId(1);
const tu = pair('The farm', 'مزرعه');

it('writes together what waits, no segment twice, and lets fail only what fails', async () => {
  const written: number[][] = [];
  const queue = new RememberQueue(async (_, confirmed) => {
    await Promise.resolve();
    if (confirmed.some(({ key }) => key === segmentKey(3))) throw new Error('three');
    written.push(confirmed.map(({ key }) => Number(key)));
  });
  const add = (key: number, version = 1): Promise<void> =>
    queue.add(memory, { key: segmentKey(key), language: fa, version, tu });
  const ends = await Promise.allSettled([add(1), add(2), add(3), add(4), add(2, 2), add(5)]);
  expect(ends.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(written).toEqual([[1], [2], [4], [2, 5]]);
  await add(6);
  expect(written.at(-1)).toEqual([6]);
});
