/** What was acknowledged is there, whenever the process dies. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openPostgresStore } from '../../server/store/postgres/open.ts';
import { openBetterSqlite3 } from '../../server/store/sqlite/better-sqlite3.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { segmentKey } from '../../server/store/ids.ts';
import type { Store } from '../../server/store/store.ts';
import { postgresUrl, schemaForTest } from '../support/postgres.ts';
import { addTexts, allSegments, fa, recount } from '../support/store-samples.ts';

const root = resolve(import.meta.dirname, '../..');
const KILLS = 5;
/** Each kill starts a program anew; a busy machine takes its time. */
const TIME = 240_000;
const SEGMENTS = ['a', 'b', 'c'];

/** Runs the program, kills it some time after the given number of acknowledgements, gives them. */
async function runAndKill(place: readonly string[], task: string, after: number): Promise<readonly string[]> {
  const program = ['--import', 'tsx', 'tests/support/saving-process.ts', ...place, task];
  const child = spawn(process.execPath, program, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  const exit = new Promise((done) => child.on('exit', done));
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'open') acknowledged.push(line);
    if (acknowledged.length >= after) setTimeout(() => child.kill('SIGKILL'), Math.random() * 20);
  }
  await exit;
  expect(child.signalCode).toBe('SIGKILL');
  return acknowledged;
}

/** Every acknowledged version, in order, at most one more for each segment, counters right. */
async function expectNothingLost(store: Store, acknowledged: readonly string[]): Promise<void> {
  const newest = new Map<number, number>();
  for (const line of acknowledged) {
    const [key = 0, version = 0] = line.split(' ').map(Number);
    newest.set(key, version);
  }
  // Killed early, it may not have come to every segment.
  expect(newest.size).toBeGreaterThan(0);
  for (const [key, version] of newest) {
    const versions = (await store.listVersions(segmentKey(key), fa)).toReversed();
    expect(versions.length - version).toBeGreaterThanOrEqual(0);
    expect(versions.length - version).toBeLessThanOrEqual(1);
    for (const [index, kept] of versions.entries()) {
      expect([kept.version, kept.target]).toEqual([index + 1, [`متن ${index + 1}`]]);
    }
    expect((await store.findSegment(segmentKey(key), fa))!.current).toEqual(versions.at(-1));
  }
  const [project] = await store.listProjects();
  const [document] = await store.listDocuments(project!.id);
  expect(await store.documentProgress(document!.id)).toContainEqual(await recount(store, document!.id, fa));
}

vi.setConfig({ testTimeout: TIME });
const folder = mkdtempSync(join(tmpdir(), 'recto-kill-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function sqliteValues(path: string, query: string): readonly unknown[] {
  const database = openBetterSqlite3(path);
  const rows = database.prepare(query).all([]);
  database.close();
  return rows;
}

describe('killed over SQLite', () => {
  it('while saving, it loses nothing', async () => {
    const path = join(folder, 'saves.sqlite');
    const made = await openSqliteStore(path);
    await addTexts(made, SEGMENTS);
    await made.close();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const moment = 3 + Math.floor(Math.random() * 200);
      const acknowledged = await runAndKill(['sqlite', path, ''], 'save', moment);
      const store = await openSqliteStore(path);
      await expectNothingLost(store, acknowledged);
      await store.close();
      expect(sqliteValues(path, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(sqliteValues(path, 'pragma foreign_key_check')).toEqual([]);
    }
  });

  it('while importing, it shows whole documents only, and clears the rest an hour later', async () => {
    const path = join(folder, 'imports.sqlite');
    const made = await openSqliteStore(path);
    await addTexts(made, SEGMENTS);
    await made.close();
    for (const moment of [0, 1]) {
      const acknowledged = await runAndKillImport(path, moment);
      const store = await openSqliteStore(path);
      const [project] = await store.listProjects();
      const [, ...imported] = await store.listDocuments(project!.id);
      expect(imported.map(({ id }) => id)).toEqual(expect.arrayContaining([...acknowledged]));
      for (const { id } of imported) expect(await allSegments(store, id)).toHaveLength(5000);
      await store.close();
    }
    const rest =
      'select count(*) as n from segment where document_id in (select id from document where complete = 0)';
    expect(sqliteValues(path, rest)).not.toEqual([{ n: 0 }]);
    const database = openBetterSqlite3(path);
    database.exec('update document set begun_at = begun_at - 3600001 where complete = 0');
    database.close();
    await (await openSqliteStore(path)).close();
    expect(sqliteValues(path, 'select count(*) as n from document where complete = 0')).toEqual([{ n: 0 }]);
    expect(sqliteValues(path, 'select count(*) % 5000 as n from segment')).toEqual([{ n: SEGMENTS.length }]);
  });
});

/** Killed when the import after the given number of whole ones has its first rows in. */
async function runAndKillImport(path: string, whole: number): Promise<readonly number[]> {
  const program = ['--import', 'tsx', 'tests/support/saving-process.ts', 'sqlite', path, '', 'import'];
  const child = spawn(process.execPath, program, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = new Promise((done) => child.on('exit', done));
  const acknowledged: number[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line !== 'open') acknowledged.push(Number.parseInt(line, 10));
  });
  const begun =
    'select 1 from segment where document_id in (select id from document where complete = 0) and position > 2';
  const before = sqliteValues(path, begun).length;
  while (acknowledged.length < whole || sqliteValues(path, begun).length <= before) {
    await new Promise((done) => setTimeout(done, 5));
  }
  child.kill('SIGKILL');
  await exit;
  return acknowledged;
}

const url = postgresUrl();
if (url !== null) {
  describe('killed over PostgreSQL', () => {
    it('while saving, it loses nothing', async () => {
      const schema = schemaForTest('kill');
      const made = await openPostgresStore(url, { schema });
      await addTexts(made, SEGMENTS);
      for (let kill = 0; kill < KILLS; kill += 1) {
        const moment = 3 + Math.floor(Math.random() * 200);
        const acknowledged = await runAndKill(['postgres', url, schema], 'save', moment);
        const store = await openPostgresStore(url, { schema });
        await expectNothingLost(store, acknowledged);
        await store.close();
      }
      await made.close();
    });
  });
}
