/** What the contract cannot see: that writes of one turn share a commit, and that nobody sees it before. */
import { Kysely, SqliteDialect } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import type { SqliteDriver } from '../../server/store/sqlite/driver.ts';
import { openBetterSqlite3 } from '../../server/store/sqlite/better-sqlite3.ts';
import { openSqliteStore, SQLITE_TYPES } from '../../server/store/sqlite/open.ts';
import { migrate } from '../../server/store/sql/migrate.ts';
import { insertProject, listProjects } from '../../server/store/sql/projects.ts';
import type { Tables } from '../../server/store/sql/schema.ts';
import { WriteQueue } from '../../server/store/sqlite/write-queue.ts';
import { addTexts, allSegments, sampleProject, saveOf } from '../support/store-samples.ts';

/** The driver, with a list of the transactions' ends; commits fail while `fail` says so. */
function watched(path: string, ends: string[], fail: { next: boolean }): SqliteDriver {
  const driver = openBetterSqlite3(path);
  return {
    ...driver,
    prepare(sql) {
      const statement = driver.prepare(sql);
      if (sql !== 'commit' && sql !== 'rollback') return statement;
      return {
        ...statement,
        run(parameters) {
          ends.push(sql);
          if (sql === 'commit' && fail.next) {
            fail.next = false;
            throw new Error('disk full');
          }
          return statement.run(parameters);
        },
      };
    },
  };
}

const texts = Array.from({ length: 30 }, (_, index) => `t${index}`);

it('saves of one turn share one commit; of the next turn, the next', async () => {
  const ends: string[] = [];
  const store = await openSqliteStore(':memory:', (path) => watched(path, ends, { next: false }));
  onTestFinished(() => store.close());
  const keys = (await allSegments(store, await addTexts(store, texts))).map(({ key }) => key);
  ends.length = 0;
  await Promise.all(keys.map((key) => store.saveTarget(saveOf(key, 0, 'x'))));
  expect(ends).toEqual(['commit']);
  await Promise.all(keys.map((key) => store.saveTarget(saveOf(key, 1, 'y'))));
  expect(ends).toEqual(['commit', 'commit']);
});

it('a write that fails half way leaves nothing, and its neighbours are not touched', async () => {
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: openBetterSqlite3(':memory:') }) });
  await migrate(db, SQLITE_TYPES);
  const queue = new WriteQueue(db, () => undefined);
  const results = await Promise.allSettled([
    queue.run((tx) => insertProject(tx, { ...sampleProject, name: 'one' })),
    queue.run(async (tx) => {
      await insertProject(tx, { ...sampleProject, name: 'two' });
      throw new Error('half way');
    }),
    queue.run((tx) => insertProject(tx, { ...sampleProject, name: 'three' })),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await listProjects(db)).map(({ name }) => name)).toEqual(['one', 'three']);
  await queue.close();
  await expect(queue.run(listProjects)).rejects.toThrow('closed');
  await db.destroy();
});

it('a commit that fails rejects all of its group, and nothing of it stays', async () => {
  const ends: string[] = [];
  const fail = { next: false };
  const store = await openSqliteStore(':memory:', (path) => watched(path, ends, fail));
  onTestFinished(() => store.close());
  const document = await addTexts(store, texts);
  const keys = (await allSegments(store, document)).map(({ key }) => key);
  fail.next = true;
  const results = await Promise.allSettled(keys.map((key) => store.saveTarget(saveOf(key, 0, 'x'))));
  expect(results.map(({ status }) => status)).toEqual(keys.map(() => 'rejected'));
  expect((await allSegments(store, document)).every(({ current }) => current === null)).toBe(true);
  const again = await Promise.all(keys.map((key) => store.saveTarget(saveOf(key, 0, 'x'))));
  expect(again.every(({ kind }) => kind === 'saved')).toBe(true);
});

it('a page read while a group is being written sees none of it', async () => {
  const ends: string[] = [];
  const store = await openSqliteStore(':memory:', (path) => watched(path, ends, { next: false }));
  onTestFinished(() => store.close());
  const document = await addTexts(store, texts);
  const keys = (await allSegments(store, document)).map(({ key }) => key);
  const saves = Promise.all(keys.map((key) => store.saveTarget(saveOf(key, 0, 'x'))));
  const seen = new Set<number>();
  for (let look = 0; look < 50; look += 1) {
    const written = (await allSegments(store, document)).filter(({ current }) => current !== null);
    seen.add(written.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await saves;
  expect([...seen].filter((count) => count !== 0)).toEqual([30]);
});
