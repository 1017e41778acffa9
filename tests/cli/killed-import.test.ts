/** A server that dies in the midst of an import: the page of the memory says so afterwards, and nothing is there twice. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { openBetterSqlite3 } from '../../server/store/sqlite/better-sqlite3.ts';
import { projectRoot, scratchFolder } from '../support/cli.ts';

const scratch = scratchFolder();
const servers: ChildProcess[] = [];
afterEach(() => {
  for (const server of servers) server.kill('SIGKILL');
});
afterAll(() => {
  scratch.remove();
});

const UNITS = 3_200;
const unit = (at: number): string =>
  `<tu><tuv xml:lang="en"><seg>line ${at} ${'x'.repeat(300)}</seg></tuv><tuv xml:lang="fa"><seg>سطر ${at}</seg></tuv></tu>\n`;
const file = Buffer.from(
  `<tmx version="1.4"><header srclang="en"/><body>${Array.from({ length: UNITS }, (_, at) => unit(at)).join('')}</body></tmx>`,
);
const headers = {
  'Sec-Fetch-Site': 'same-origin',
  'Accept-Language': 'en',
  Cookie: 'recto_name=Zahra',
};

async function start(): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  const cli = join(projectRoot, 'dist/server/cli.js');
  const serve = ['serve', '--port', '0', '--data', scratch.path('data'), '--no-sample'];
  const env = { ...process.env, RECTO_LOG: 'silent' };
  const server = spawn(process.execPath, [cli, ...serve], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  servers.push(server);
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  return { server, address: /http:\S+(?=\/\n)/u.exec(line.toString())![0] };
}

async function page(address: string): Promise<string> {
  const text = await (await fetch(`${address}/memories/1`, { headers })).text();
  return text.replace(/[\u2066-\u2069]/gu, '').replace(/,(?=\d)/gu, '');
}

const newUnits = (text: string): number => Number(/Units that are new: (\d+)/u.exec(text)?.[1] ?? 0);
const allUnits = (text: string): number => Number(/(\d+) units/u.exec(text)?.[1] ?? 0);

test('it is told how far the import came, and the same file goes on', async () => {
  const first = await start();
  const body = new URLSearchParams({ name: 'M' });
  await fetch(`${first.address}/memories`, { method: 'POST', headers, body, redirect: 'manual' });
  const to = `${first.address}/memories/1/import?name=lines.tmx`;
  const sent = request(to, { method: 'PUT', headers: { ...headers, 'Content-Length': file.length } });
  sent.on('error', () => undefined); // the server dies
  sent.write(file.subarray(0, file.length * 0.9));
  await expect.poll(async () => newUnits(await page(first.address))).toBeGreaterThan(0);
  first.server.kill('SIGKILL');
  await once(first.server, 'exit');

  const { address } = await start();
  const there = allUnits(await page(address));
  expect(there).toBeGreaterThan(0);
  expect(there).toBeLessThan(UNITS);
  // As if some seconds had gone by.
  const database = openBetterSqlite3(scratch.path('data/recto.sqlite'));
  database.exec('update memory_survey set told = told - 10001');
  database.close();
  const told = await page(address);
  expect(told).toContain('The import of lines.tmx has stopped before its end.');
  expect(told).toMatch(/Begun [^<]*, Zahra/u);
  const percent = Number(/About (\d+)% of the file/u.exec(told)![1]);
  expect(Math.abs(percent - (100 * there) / UNITS)).toBeLessThan(3);
  expect({ told: newUnits(told), offered: /Take out the (\d+) new units/u.exec(told)?.[1] }).toEqual({
    told: there,
    offered: String(there),
  });

  const again = await fetch(`${address}/memories/1/import?name=lines.tmx`, {
    method: 'PUT',
    headers,
    body: file,
  });
  const { location } = (await again.json()) as { location: string };
  const receipt = await (await fetch(address + location, { headers })).text();
  expect(receipt.replace(/,(?=\d)/gu, '')).toContain(`new: ${UNITS - there}; that were there: ${there};`);
  const after = await page(address);
  expect(allUnits(after)).toBe(UNITS);
  expect(after).not.toContain('has stopped');
});
