/** Style sheets are written in parts and reach a browser as one file each, with every part in one of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorkbench, type Workbench } from '../support/workbench.ts';
import { get } from './client.ts';

const FOLDER = 'views/assets/css';
let bench: Workbench;
let linked: readonly string[];

beforeAll(async () => {
  bench = await openWorkbench();
  const { text } = await get(bench, '/');
  linked = [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, path = '']) => path);
});

afterAll(() => bench.close());

it('a page waits for one sheet that all pages share', () => {
  expect(linked).toHaveLength(1);
  expect(linked[0]).toMatch(/^\/assets\/[0-9a-f]{12}\/css\/common\.css$/);
});

it('each part comes to a browser in just one sheet, and for ever', async () => {
  const [common = ''] = linked;
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  const sheets: string[] = [];
  for (const name of names.filter((each) => !each.includes('/'))) {
    const { status, headers, text } = await get(bench, common.replace('common.css', name));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(headers.get('cache-control')).toContain('immutable');
    expect(text).not.toContain('@import');
    sheets.push(text);
  }
  for (const name of names.filter((each) => each.includes('/'))) {
    const part = readFileSync(join(FOLDER, name), 'utf8');
    expect([name, sheets.filter((sheet) => sheet.includes(part)).length]).toEqual([name, 1]);
  }
});
