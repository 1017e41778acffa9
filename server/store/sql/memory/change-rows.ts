/**
 * Changes of many rows that need nothing of each other: PostgreSQL is asked for all of them by one statement, since each
 * would be a way there and back; SQLite, to which there is no way, one after the other. Rows are one JSON parameter, so
 * that neither is there a text to be made and prepared for each number of rows, nor a limit to the parameters.
 */
import type { Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Tables } from '../schema.ts';
import { order, type Order, type Words } from '../statement.ts';

/** A change of as many rows as are given. */
export interface RowChange<Row> {
  /** Among all there are; says which ones are asked for together. */
  readonly number: number;
  /** Its text, with one parameter. */
  readonly write: (words: Words) => string;
  readonly alone: Order;
  readonly columnsOf: (row: Row) => readonly (string | number | null)[];
}

/** A change with its rows. */
export interface GivenRows {
  readonly change: Omit<RowChange<never>, 'columnsOf'>;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

let changes = 0;
const together = new Map<string, Order>();

/** `write` gives the text for rows `q.value` of `elements`, whose columns are those that `columnsOf` gives. */
export function rowChange<Row>(
  write: (words: Words) => string,
  columnsOf: RowChange<Row>['columnsOf'],
): RowChange<Row> {
  return { number: changes++, write, alone: order(write), columnsOf };
}

export function given<Row>(change: RowChange<Row>, rows: readonly Row[]): GivenRows {
  return { change, rows: rows.map(change.columnsOf) };
}

/** None of the changes sees what the others do. */
export async function changeRows(
  engine: Engine,
  tx: Kysely<Tables>,
  ...all: readonly GivenRows[]
): Promise<void> {
  const some = all.filter(({ rows }) => rows.length > 0);
  if (engine.name === 'sqlite' || some.length === 1) {
    for (const { change, rows } of some) await change.alone(engine, tx, JSON.stringify(rows));
  } else if (some.length > 0) {
    const parameters = some.map(({ rows }) => JSON.stringify(rows));
    await togetherOf(some.map(({ change }) => change))(engine, tx, ...parameters);
  }
}

function togetherOf(parts: readonly GivenRows['change'][]): Order {
  const name = parts.map(({ number }) => number).join(' ');
  const known = together.get(name);
  if (known !== undefined) return known;
  const made = order((words) => {
    const texts = parts.map(({ write }) => write(words));
    const before = texts.slice(0, -1).map((text, at) => `part${at} as (${text})`);
    return `with ${before.join(', ')} ${texts.at(-1) ?? ''}`;
  });
  together.set(name, made);
  return made;
}
