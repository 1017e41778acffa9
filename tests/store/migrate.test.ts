/** Forward from every earlier version, and never backward. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql, SqliteDialect } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresStore, POSTGRES_TYPES } from '../../server/store/postgres/open.ts';
import { foldAgain } from '../../server/store/sql/fold-again.ts';
import { migrate } from '../../server/store/sql/migrate.ts';
import { MIGRATIONS } from '../../server/store/sql/migrations/list.ts';
import type { Tables } from '../../server/store/sql/schema.ts';
import { openBetterSqlite3 } from '../../server/store/sqlite/better-sqlite3.ts';
import { openSqliteStore, SQLITE_TYPES } from '../../server/store/sqlite/open.ts';
import type { Store } from '../../server/store/store.ts';
import { postgresUrl, schemaForTest } from '../support/postgres.ts';
import { addTexts, allSegments, fa, sampleProject, saveOf } from '../support/store-samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'recto-migrate-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const NEWER = MIGRATIONS.length + 1;
/** One project as version 1 had it; later versions must bring it along. */
const FIRST_PROJECT = sql`insert into project
  (name, source_language, target_languages, author, licence, origin, work_id, created_at)
  values ('The Farm', 'en', '["fa","my"]', 'A. Writer', 'CC BY 4.0', 'https://example.org/farm',
    ${sampleProject.workId}, ${sampleProject.createdAt})`;

/** A document of one segment with a target, with texts folded as no version does it any more. */
const FIRST_DOCUMENT = [
  sql`insert into document (project_id, file_name, format, variant, outline, created_at, segments, words, complete,
    begun_at) select id, 'farm.txt', 'text', '', '[]', 1, 1, 2, 1, 1 from project`,
  sql`insert into segment (document_id, unit_index, unit_id, segment_id, position, source, source_folded, words,
    locked, translate) select id, 0, 'u1', 's1', 1, '["Café 12"]', 'old', 2, 0, 1 from document`,
  sql`insert into target_version (segment_id, language, version, target, state, author, at, origin)
    select id, 'fa', 1, '["كافهٔ ۱۲"]', 'translated', 'Z', 1, '{"kind":"typed"}' from segment`,
  sql`insert into target_current (segment_id, language, document_id, position, version, state, target_folded)
    select id, 'fa', document_id, 1, 1, 'translated', 'old' from segment`,
];

async function insertFirst(db: Kysely<Tables>, version: number): Promise<void> {
  await FIRST_PROJECT.execute(db);
  for (const statement of FIRST_DOCUMENT) await statement.execute(db);
  if (version >= 3) await foldAgain(db);
}

async function expectFolded(store: Store): Promise<void> {
  const [document] = await store.listDocuments((await store.listProjects())[0]!.id);
  for (const [text, found] of Object.entries({ cafe: 1, کافه: 1, '١٢': 1, old: 0 })) {
    const { segments } = await store.listSegments(document!.id, fa, { text }, 0, 9);
    expect(segments, text).toHaveLength(found);
  }
  expect(await store.targetCharacters(document!.id)).toEqual(new Map([[fa, 8]]));
}

async function expectUsable(store: Store): Promise<void> {
  onTestFinished(() => store.close());
  await expectFolded(store);
  const [project] = await store.listProjects();
  expect(project).toEqual({ ...sampleProject, id: project!.id });
  const [segment] = await allSegments(store, await addTexts(store, ['a']));
  expect((await store.saveTarget(saveOf(segment!.key, 0, 'یک'))).kind).toBe('saved');
  expect((await store.findSegment(segment!.key, fa))!.current!.target).toEqual(['یک']);
}

describe('SQLite', () => {
  const connect = (path: string): Kysely<Tables> =>
    new Kysely<Tables>({ dialect: new SqliteDialect({ database: openBetterSqlite3(path) }) });

  it.each(MIGRATIONS.map((_, index) => index + 1))('comes forward from version %i', async (version) => {
    const path = join(folder, `from-${version}.sqlite`);
    const old = connect(path);
    await migrate(old, SQLITE_TYPES, version);
    await insertFirst(old, version);
    await old.destroy();
    await expectUsable(await openSqliteStore(path));
  });

  it('of a newer version is refused and left alone', async () => {
    const path = join(folder, 'newer.sqlite');
    await (await openSqliteStore(path)).close();
    const db = connect(path);
    await db.updateTable('schema_version').set({ version: NEWER }).execute();
    await expect(openSqliteStore(path)).rejects.toThrow(/newer Recto/);
    expect(await db.selectFrom('schema_version').selectAll().execute()).toEqual([{ version: NEWER }]);
    await db.destroy();
  });

  it('opens with what durability needs', async () => {
    const path = join(folder, 'pragmas.sqlite');
    const pragmas: unknown[] = [];
    const store = await openSqliteStore(path, (name) => {
      const driver = openBetterSqlite3(name);
      const close = (): void => {
        for (const pragma of ['journal_mode', 'synchronous', 'foreign_keys']) {
          pragmas.push(driver.prepare(`pragma ${pragma}`).all([])[0]);
        }
        driver.close();
      };
      return { ...driver, close };
    });
    await store.close();
    expect(pragmas).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }]);
  });

  it('that is no database is refused', async () => {
    const path = join(folder, 'text.sqlite');
    writeFileSync(path, 'This is a letter and not a database. '.repeat(100));
    await expect(openSqliteStore(path)).rejects.toThrow(/not a database/);
  });
});

const url = postgresUrl();
if (url !== null) {
  describe('PostgreSQL', () => {
    const connect = (schema: string): Kysely<Tables> => {
      const options = `-c search_path=${pg.escapeIdentifier(schema).replaceAll(/[ \\]/g, '\\$&')}`;
      const pool = new pg.Pool({ connectionString: url, max: 1, options });
      return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
    };

    it.each(MIGRATIONS.map((_, index) => index + 1))('comes forward from version %i', async (version) => {
      const schema = schemaForTest(`from ${version}`);
      const old = connect(schema);
      await sql`create schema ${sql.id(schema)}`.execute(old);
      await migrate(old, POSTGRES_TYPES, version);
      await insertFirst(old, version);
      await old.destroy();
      await expectUsable(await openPostgresStore(url, { schema }));
    });

    it('of a newer version is refused and left alone', async () => {
      const schema = schemaForTest('newer');
      await (await openPostgresStore(url, { schema })).close();
      const db = connect(schema);
      await db.updateTable('schema_version').set({ version: NEWER }).execute();
      await expect(openPostgresStore(url, { schema })).rejects.toThrow(/newer Recto/);
      await db.destroy();
    });

    it('is opened by several servers at once', async () => {
      const schema = schemaForTest('at once');
      const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgresStore(url, { schema })));
      await addTexts(stores[0]!, ['a']);
      expect(await stores[5]!.listProjects()).toHaveLength(1);
      await Promise.all(stores.map((store) => store.close()));
    });

    it('in another encoding than UTF-8 is refused', async () => {
      const name = `recto_latin_${process.pid}`;
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`create database ${name} encoding 'LATIN1' locale 'C' template template0`);
      const latin = new URL(url);
      latin.pathname = `/${name}`;
      await expect(openPostgresStore(latin.href)).rejects.toThrow(/LATIN1.*encoding=UTF8/);
      await client.query(`drop database ${name}`);
      await client.end();
    });
  });
}
