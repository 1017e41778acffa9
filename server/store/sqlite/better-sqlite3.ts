/** The driver port by better-sqlite3. Statements are prepared once and kept, the same few are asked for always. */
import Database from 'better-sqlite3';
import type { SqliteStatement } from 'kysely';
import type { SqliteDriver } from './driver.ts';

const STATEMENTS_KEPT = 200;

export function openBetterSqlite3(path: string): SqliteDriver {
  const database = new Database(path);
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare(sql);
      const prepared: SqliteStatement = {
        reader: statement.reader,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
      if (statements.size >= STATEMENTS_KEPT) statements.clear();
      statements.set(sql, prepared);
      return prepared;
    },
    exec(sql) {
      database.exec(sql);
    },
    close() {
      database.close();
    },
  };
}
