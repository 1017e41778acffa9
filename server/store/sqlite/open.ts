/**
 * SQLite, the embedded default: one file, one connection, one writer. WAL with synchronous=FULL, set explicitly
 * because drivers are built with less: with NORMAL a power cut may take saves that were acknowledged.
 */
import { Kysely, sql, SqliteDialect } from 'kysely';
import type { Store } from '../store.ts';
import { ChangeFeed, type ChangeSource } from '../sql/change-feed.ts';
import type { Engine } from '../sql/engine.ts';
import { migrate } from '../sql/migrate.ts';
import type { ColumnTypes } from '../sql/migrations/migration.ts';
import { CHANGES_A_READ, newestChange, toChange } from '../sql/outbox.ts';
import type { Tables } from '../sql/schema.ts';
import { storeOver } from '../sql/sql-store.ts';
import { openBetterSqlite3 } from './better-sqlite3.ts';
import type { OpenSqlite, SqliteDriver } from './driver.ts';
import { saveBatch } from './save.ts';
import { WriteQueue } from './write-queue.ts';

export const SQLITE_TYPES: ColumnTypes = {
  key: 'integer primary key autoincrement',
  int: 'integer',
  table: ' strict',
  clustered: ' strict, without rowid',
  uncounted: () => [], // nothing is counted
};

/** Other processes on the same file (the command line) give no wake-up. */
const LOOK_EVERY = 100;

/**
 * Opens the file (made where it is not there; its folder must be) or ':memory:', and migrates it. Throws where it
 * is no SQLite database or one of a newer Recto.
 */
export async function openSqliteStore(path: string, open: OpenSqlite = openBetterSqlite3): Promise<Store> {
  const driver = open(path);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: driver }) });
  try {
    configure(driver);
    const engine = engineOver(db);
    const isNew = await engine.write((tx) => migrate(tx, SQLITE_TYPES));
    return await storeOver(engine, isNew);
  } catch (error) {
    driver.close();
    throw error;
  }
}

/** KiB; the index of a large memory is read and written all over, and an import has to do with 200 MB in all. */
const CACHE = 16_384;

function configure(driver: SqliteDriver): void {
  driver.exec('pragma busy_timeout = 5000');
  driver.exec('pragma journal_mode = wal');
  driver.exec('pragma synchronous = full');
  driver.exec('pragma foreign_keys = on');
  driver.exec(`pragma cache_size = -${CACHE}`);
}

function engineOver(db: Kysely<Tables>): Engine {
  const changes = new ChangeFeed(sourceOver(db));
  const queue = new WriteQueue(db, () => {
    changes.wake();
  });
  return {
    name: 'sqlite',
    db,
    changes,
    write: (work) => queue.run(work),
    save: async (batch) => {
      await changes.listening();
      return queue.run((tx) => saveBatch(tx, batch));
    },
    contains: (text, needle) => sql`instr(${text}, ${needle}) > 0`,
    close: async () => {
      await queue.close();
      await changes.stop();
      await db.destroy();
    },
  };
}

/** With one writer at a time, ids are in the order of the commits. */
function sourceOver(db: Kysely<Tables>): ChangeSource {
  return {
    newest: () => newestChange(db),
    read: async (after) => {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(CHANGES_A_READ)
        .execute();
      return { events: rows.map(toChange), more: rows.length === CHANGES_A_READ };
    },
    patience: () => LOOK_EVERY,
  };
}
