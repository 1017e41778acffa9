/**
 * Several statements that go to the server in one go and come back in one: it does them in their order, and of those
 * behind one that failed, none. Each that has a name is prepared once a connection.
 */
import pg from 'pg';

export interface BatchedStatement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly BatchedValue[];
}

export type BatchedValue = string | number | null | readonly number[];

export type BatchedResult = Pick<pg.QueryResult<pg.QueryResultRow>, 'command' | 'rowCount' | 'rows'>;

/** `prepared`: names of the statements that this connection knows. Gives a result for each. */
export function sendBatch(
  client: pg.PoolClient,
  prepared: Set<string>,
  statements: readonly BatchedStatement[],
): Promise<readonly BatchedResult[]> {
  return new Promise((resolve, reject) => {
    const batch = new Batch(statements, prepared, (error, results) => {
      if (error === undefined) resolve(results);
      else reject(error);
    });
    client.query(batch);
  });
}

class Batch extends pg.Query {
  /** Sends everything; what comes back is read as the results of a query of several statements are. */
  override readonly submit: (connection: pg.Connection) => void;

  constructor(
    statements: readonly BatchedStatement[],
    prepared: Set<string>,
    done: (error: Error | undefined, results: readonly BatchedResult[]) => void,
  ) {
    super('', (error, result) => {
      const results: readonly unknown[] = [result].flat();
      done(error ?? undefined, results.filter(isResult));
    });
    this.submit = (connection) => {
      connection.stream.cork();
      const preparing: string[] = [];
      const parsed = (): void => {
        prepared.add(preparing.shift() ?? '');
      };
      for (const { name = '', text, values } of statements) {
        if (name === '' || (!prepared.has(name) && !preparing.includes(name))) {
          preparing.push(name);
          connection.parse({ name, text, types: [] }, true);
        }
        connection.bind({ statement: name, values: values.map(asText) }, true);
        connection.describe({ type: 'P' }, true);
        connection.execute(null, true);
      }
      connection.sync();
      connection.stream.uncork();
      if (preparing.length > 0) {
        connection.on('parseComplete', parsed);
        connection.once('readyForQuery', () => connection.off('parseComplete', parsed));
      }
    };
  }
}

export function isBatchedValue(value: unknown): value is BatchedValue {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'number');
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function asText(value: BatchedValue): string | null {
  if (value === null || typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : `{${value.join(',')}}`;
}

function isResult(value: unknown): value is BatchedResult {
  return typeof value === 'object' && value !== null && 'rows' in value;
}
