/**
 * A pool whose connections prepare each statement of fixed text (sql/statement.ts) once, under its name, so that
 * it is neither read nor planned anew each time. Needs connections that stay with one server, as LISTEN does.
 *
 * Nobody waits for `begin`, nor for an order: they go out with what is asked next, or with the commit, as one batch, so
 * that a transaction has no more ways there and back than its answers need. If they fail, that does.
 */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { formOf, type Form } from '../sql/statement.ts';
import {
  isBatchedValue,
  sendBatch,
  type BatchedResult,
  type BatchedStatement,
  type BatchedValue,
} from './batch.ts';

const COMMANDS = ['UPDATE', 'DELETE', 'INSERT', 'SELECT', 'MERGE'] as const;

type Result = PostgresQueryResult<unknown>;

const NOTHING: PostgresQueryResult<never> = { command: 'SELECT', rowCount: 0, rows: [] };
const BEGIN: BatchedStatement = { text: 'begin', values: [] };

export function preparing(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const known = clients.get(client) ?? new PreparingClient(client);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;
  readonly #prepared = new Set<string>();
  #inTransaction = false;
  /** Of the transaction, what did not go out yet. */
  #held: readonly BatchedStatement[] = [];

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(
    asked: string | PostgresCursor<unknown>,
    parameters: readonly unknown[] = [],
  ): Promise<Result> | PostgresCursor<unknown> {
    if (typeof asked !== 'string') throw new Error('Cursors are not used here.');
    if (asked === 'begin') return this.#begin();
    if (asked === 'commit' || asked === 'rollback') return this.#end(asked);
    return this.#ask(asked, parameters);
  }

  release(): void {
    this.#inTransaction = false;
    this.#held = [];
    this.#client.release();
  }

  #begin(): Promise<Result> {
    this.#inTransaction = true;
    this.#held = [BEGIN];
    return Promise.resolve(NOTHING);
  }

  async #end(how: 'commit' | 'rollback'): Promise<Result> {
    const held = this.#held;
    this.#inTransaction = false;
    this.#held = [];
    const [first, second] = held;
    if (first === BEGIN && (second === undefined || how === 'rollback')) return NOTHING;
    await this.#send([...(how === 'commit' ? held : []), { text: how, values: [] }]);
    return NOTHING;
  }

  async #ask(text: string, values: readonly unknown[]): Promise<Result> {
    const form = formOf(text);
    const held = this.#held;
    if (form === undefined) {
      this.#held = [];
      if (held.length > 0) await this.#send(held);
      return resultOf(await this.#client.query<pg.QueryResultRow>({ text, values: [...values] }));
    }
    const statements = statementsOf(form, values.map(batchedValue));
    if (form.kind === 'order' && this.#inTransaction) {
      this.#held = [...held, ...statements];
      return NOTHING;
    }
    this.#held = [];
    const results = (await this.#send([...held, ...statements])).slice(held.length).map(resultOf);
    if (form.kind === 'together') return { ...NOTHING, rows: results.map(({ rows }) => rows) };
    return results[0] ?? NOTHING;
  }

  #send(statements: readonly BatchedStatement[]): Promise<readonly BatchedResult[]> {
    return sendBatch(this.#client, this.#prepared, statements);
  }
}

function statementsOf(form: Form, values: readonly BatchedValue[]): readonly BatchedStatement[] {
  if (form.kind !== 'together') return [{ name: form.name, text: form.text, values }];
  let from = 0;
  return form.parts.map(({ name, text, parameters }) => {
    const own = values.slice(from, from + parameters);
    from += parameters;
    return { name, text, values: own };
  });
}

function batchedValue(value: unknown): BatchedValue {
  if (isBatchedValue(value)) return value;
  throw new TypeError(`A ${typeof value} is no parameter of a statement.`);
}

function resultOf({ command: done, rowCount, rows }: BatchedResult): Result {
  const command = COMMANDS.find((each) => each === done) ?? 'SELECT';
  return { command, rowCount: rowCount ?? 0, rows };
}
