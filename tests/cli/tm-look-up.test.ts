/** `recto tm lookup|concordance` as processes, over a workbench's data. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { recto, scratchFolder } from '../support/cli.ts';
import { tuOf } from '../support/tus.ts';

const scratch = scratchFolder();
const data = scratch.path('.');
const pair = ['--source-language', 'en', '--target-language', 'fa', '--data', data];

const matches = z.array(
  z.object({
    score: z.number(),
    kind: z.string(),
    source: z.union([z.string(), z.array(z.unknown())]),
    target: z.union([z.string(), z.array(z.unknown())]),
    memory: z.string(),
    penalties: z.array(z.object({ reason: z.string(), points: z.number() })),
  }),
);

beforeAll(async () => {
  const store = await openSqliteStore(join(data, 'recto.sqlite'));
  const memory = await store.memories.createMemory('essays', 0);
  if (memory === null) throw new Error('taken');
  const bold = { code: 'standalone', id: '1', equiv: '', text: '<br/>' } as const;
  await store.memories.addTus(memory, [
    tuOf({ en: ['Bread and roses.'], fa: ['نان و گل سرخ.'] }),
    tuOf({ en: ['Bread and salt.'], fa: ['نان و نمک.'] }),
    tuOf({ en: ['One', bold, 'two'], fa: ['یک', bold, 'دو'] }),
  ]);
  await store.close();
});
afterAll(() => {
  scratch.remove();
});

it('prints matches, best first', () => {
  const { status, stdout } = recto(['tm', 'lookup', 'bread and roses', ...pair, '--minimum', '50']);
  expect(status).toBe(0);
  expect(stdout).toBe(
    '99  fuzzy  essays  (case −1)\n  Bread and roses.\n  نان و گل سرخ.\n66  fuzzy  essays  (1 of 3 words differ)\n  Bread and salt.\n  نان و نمک.\n',
  );
});

it('prints one JSON value; codes as parts', () => {
  const { stdout } = recto(['tm', 'lookup', 'Bread and roses.', ...pair, '--json']);
  expect(matches.parse(JSON.parse(stdout))).toEqual([
    {
      score: 100,
      kind: 'exact',
      source: 'Bread and roses.',
      target: 'نان و گل سرخ.',
      memory: 'essays',
      penalties: [],
    },
  ]);
  const [withCode] = matches.parse(JSON.parse(recto(['tm', 'lookup', 'one two', ...pair, '--json']).stdout));
  expect(withCode?.source).toEqual(['One', expect.objectContaining({ code: 'standalone', id: '1' }), 'two']);
  expect(withCode?.target).toBe('یک دو');
});

it('reads a query a line and prints an array a line', () => {
  const { status, stdout } = recto(
    ['tm', 'lookup', '-', ...pair],
    'Bread and salt.\n\nnothing of the kind\r\nBread and roses.',
  );
  expect(status).toBe(0);
  expect(stdout.endsWith('\n')).toBe(true);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => matches.parse(JSON.parse(line)));
  expect(lines.map((line) => line.map(({ target }) => target))).toEqual([
    ['نان و نمک.'],
    [],
    [],
    ['نان و گل سرخ.'],
  ]);
});

it('finds where a text stands', () => {
  const { stdout } = recto(['tm', 'concordance', 'نمك', ...pair, '--in', 'target', '--json']);
  expect(JSON.parse(stdout)).toEqual([
    {
      source: 'Bread and salt.',
      target: 'نان و نمک.',
      memory: 'essays',
      in: 'target',
      spans: [{ start: 6, end: 9 }],
    },
  ]);
});

it('an unknown memory is a problem, wrong usage is one too', () => {
  const unknown = recto(['tm', 'lookup', 'x', ...pair, '--memory', 'none']);
  expect([unknown.status, unknown.stdout]).toEqual([1, '']);
  expect(unknown.stderr).toContain('memory-not-found');
  expect(recto(['tm', 'lookup', 'x', '--data', data]).status).toBe(2);
  expect(recto(['tm', 'lookup', 'x', ...pair, '--minimum', 'much']).status).toBe(2);
});
