/**
 * PostgreSQL, where a team outgrows one machine: several servers over one database, told of each other's
 * changes by LISTEN/NOTIFY. Needs version 13 or later, encoding UTF8, and connections to the primary itself.
 */
import { sql, type Kysely } from 'kysely';
import type { Store } from '../store.ts';
import { ChangeFeed } from '../sql/change-feed.ts';
import type { Engine } from '../sql/engine.ts';
import { migrate } from '../sql/migrate.ts';
import type { ColumnTypes } from '../sql/migrations/migration.ts';
import { newestChange } from '../sql/outbox.ts';
import type { Tables } from '../sql/schema.ts';
import { storeOver } from '../sql/sql-store.ts';
import { connect, quoted } from './connect.ts';
import { Listener } from './listener.ts';
import { OutboxReader } from './outbox-reader.ts';
import { saveBatch } from './save.ts';
import { transaction } from './transaction.ts';

export const POSTGRES_TYPES: ColumnTypes = {
  key: 'bigint generated always as identity primary key',
  int: 'bigint',
  table: '',
  clustered: '',
  uncounted: (table, column) => [
    // The second takes away what was counted before.
    `alter table ${table} alter column ${column} set statistics 0`,
    `alter table ${table} alter column ${column} type bigint`,
  ],
};

export interface PostgresOptions {
  /** Where the tables are, made where it is not there; by default `public`. At most 50 bytes. */
  readonly schema?: string;
}

/** Opens and migrates; several servers may do so at once. Throws where the database is not fit or a newer Recto's. */
export async function openPostgresStore(url: string, options: PostgresOptions = {}): Promise<Store> {
  const schema = options.schema ?? 'public';
  const db = connect(url, schema);
  // Those who write, and wait for each other, leave connections to those who read.
  const writing = connect(url, schema);
  try {
    await requireUtf8(db);
    const isNew = await migrateAlone(db, schema);
    return await storeOver(engineOver(db, writing, url, schema), isNew);
  } catch (error) {
    await Promise.all([db.destroy(), writing.destroy()]);
    throw error;
  }
}

async function requireUtf8(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ encoding: string }>`
    select current_setting('server_encoding') as encoding`.execute(db);
  const encoding = rows[0]?.encoding ?? 'unknown';
  if (encoding === 'UTF8') return;
  throw new Error(
    `The database has the encoding ${encoding}, in which not every text can be kept. ` +
      `Create one with: createdb --encoding=UTF8 --template=template0 NAME`,
  );
}

/** The lock is held to the end of the transaction: the next server finds everything done. */
async function migrateAlone(db: Kysely<Tables>, schema: string): Promise<boolean> {
  return transaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`recto ${schema}`}, 0))`.execute(tx);
    const { rows } = await sql`select 1 from pg_namespace where nspname = ${schema}`.execute(tx);
    if (rows.length === 0) await sql.raw(`create schema ${quoted(schema)}`).execute(tx);
    return migrate(tx, POSTGRES_TYPES);
  });
}

function engineOver(db: Kysely<Tables>, writing: Kysely<Tables>, url: string, schema: string): Engine {
  const reader = new OutboxReader(db);
  const listener = new Listener(db, url, `recto_${schema}`, () => {
    changes.wake();
  });
  const changes = new ChangeFeed({
    newest: async () => {
      await listener.listen();
      return newestChange(db);
    },
    read: (after) => reader.read(after),
    patience: () => listener.patience(),
  });
  return {
    name: 'postgres',
    db,
    changes,
    write: (work) => transaction(writing, work),
    save: async (batch) => {
      await changes.listening();
      const results = await saveBatch(writing, batch);
      if (results.some((result) => result.kind === 'saved')) {
        listener.announce();
        changes.wake();
      }
      return results;
    },
    contains: (text, needle) => sql`strpos(${text}, ${needle}) > 0`,
    close: async () => {
      await changes.stop();
      await listener.close();
      await Promise.all([db.destroy(), writing.destroy()]);
    },
  };
}
