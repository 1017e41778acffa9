/**
 * The driver port: the little that is asked of an SQLite library, all of it synchronous. better-sqlite3 has this
 * shape, and so have libsql and Node's own; another one takes its place by one file like better-sqlite3.ts.
 */
import type { SqliteDatabase } from 'kysely';

export interface SqliteDriver extends SqliteDatabase {
  /** Runs statements that give nothing back. */
  exec(statements: string): void;
}

/** Opens the file, made where it is not there, or ':memory:'. */
export type OpenSqlite = (path: string) => SqliteDriver;
