/**
 * Connections to PostgreSQL, each one set up the same: whole numbers come as numbers, a commit is on disk when it
 * is acknowledged whatever the server's default, and unqualified names mean the given schema.
 */
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from '../sql/schema.ts';
import { preparing } from './prepared.ts';

/** Of readers, and of writers. */
const CONNECTIONS = 6;

/** bigint (keys, times, counts) as a number: all of ours are below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format): unknown =>
    id === pg.types.builtins.INT8 && format !== 'binary'
      ? Number
      : (pg.types.getTypeParser(id, format) as unknown),
};

const SET_UP = `select set_config('search_path', $1, false), set_config('synchronous_commit',
  case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end,
  false)`;

/** Nothing connects before the first query. */
export function connect(url: string, schema: string): Kysely<Tables> {
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS, types, application_name: 'recto' });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: preparing(pool),
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(SET_UP, [quoted(schema)]));
      },
    }),
  });
}

/** An identifier as SQL writes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
