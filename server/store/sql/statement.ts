/**
 * Statements whose text is always the same, whatever is asked: put together once for each engine, so that a look-up
 * makes no texts and SQLite prepares none. Lists of any length are one parameter. What PostgreSQL is asked together, or
 * ordered without waiting, costs one way there and back (postgres/prepared.ts).
 */
import { CompiledQuery, type Kysely } from 'kysely';
import type { Engine } from './engine.ts';
import type { Tables } from './schema.ts';

/** All that is asked of an engine here. */
type Named = Pick<Engine, 'name'>;

type Parameter = string | number | readonly number[];

export interface Statement<Row> {
  (engine: Named, db: Kysely<Tables>, ...parameters: readonly Parameter[]): Promise<readonly Row[]>;
  /** To be asked together with others. */
  readonly of: (...parameters: readonly Parameter[]) => Asked<Row>;
}

/** A statement with its parameters. */
export interface Asked<Row> {
  readonly prepared: Prepared;
  readonly parameters: readonly Parameter[];
  readonly alone: (engine: Named, db: Kysely<Tables>) => Promise<readonly Row[]>;
}

export type Order = (...given: Parameters<Statement<unknown>>) => Promise<void>;

/** How the engines say the same. */
export interface Words {
  /** Whether a column is in a list of whole numbers, one parameter. */
  readonly among: string;
  readonly greatest: string;
  /** After a `select` of rows that nobody else may change before this transaction ends. */
  readonly locked: string;
  /** The elements of a JSON array, one parameter, as rows `q` with a `value` that `->>` reads. */
  readonly elements: string;
  /** Function of a text and another, above 0 where the first holds the other, character for character. */
  readonly placeOf: string;
  /**
   * `from` and `where` of a join: rows `t` of a table for each element `q.value` of a JSON array, one parameter, in its
   * order and by the table's index; the next element is not looked at before it is needed.
   */
  readonly forEach: (table: string, where: string) => string;
  /** A new number for a row of the table, of elements `q.value` that are 1, 2, 3 …; to be used before others are asked for. */
  readonly nextId: (table: string) => string;
  /** Between columns and rows of an `insert`: the rows bring their numbers. */
  readonly withIds: string;
}

const WORDS: Readonly<Record<Engine['name'], Words>> = {
  sqlite: {
    among: 'in (select value from json_each(?))',
    elements: 'json_each(?) as q',
    greatest: 'max',
    locked: '', // a transaction that writes is alone
    placeOf: 'instr',
    forEach: (table, where) => `from json_each(?) as q cross join ${table} as t where ${where}`,
    nextId: (table) => `coalesce((select seq from sqlite_sequence where name = '${table}'), 0) + q.value`,
    withIds: '',
  },
  postgres: {
    // Not the parameter itself: for each length of it the statement would be planned anew.
    among: '= some(array(select unnest(cast(? as bigint[]))))',
    elements: 'json_array_elements(cast(? as json)) as q (value)',
    greatest: 'greatest',
    locked: 'for no key update',
    placeOf: 'strpos',
    forEach: (table, where) => `from json_array_elements(cast(? as json)) as q (value)
      cross join lateral (select * from ${table} as t where ${where} offset 0) as t`,
    nextId: (table) => `nextval((select pg_get_serial_sequence('${table}', 'id'))::regclass)`,
    withIds: 'overriding system value',
  },
};

/** What PostgreSQL is sent for a text: one prepared statement, or several together. */
export type Form = Prepared | { readonly kind: 'together'; readonly parts: readonly Prepared[] };

interface Prepared {
  readonly kind: 'statement' | 'order';
  readonly name: string;
  readonly text: string;
  readonly parameters: number;
}

const forms = new Map<string, Form>();

/** undefined where the text is not one of these. */
export function formOf(text: string): Form | undefined {
  return forms.get(text);
}

type Write = (words: Words) => string;

/** `write` gives the text, each of its parameters a question mark. */
export function statement<Row>(write: Write): Statement<Row> {
  return made<Row>('statement', write);
}

/**
 * A statement of a transaction that gives nothing back. On PostgreSQL it may not even be on its way when this resolves:
 * it is done before whatever is asked next, and if it fails, that fails, or the commit.
 */
export function order(write: Write): Order {
  const asked = made<unknown>('order', write);
  return async (...given) => {
    await asked(...given);
  };
}

function made<Row>(kind: 'statement' | 'order', write: Write): Statement<Row> {
  const sqlite = write(WORDS.sqlite);
  let number = 0;
  const postgres = write(WORDS.postgres).replaceAll('?', () => `$${++number}`);
  const prepared: Prepared = { kind, name: `recto ${forms.size}`, text: postgres, parameters: number };
  forms.set(postgres, prepared);
  const alone: (...given: Parameters<Statement<Row>>) => Promise<readonly Row[]> = async (
    engine,
    db,
    ...parameters
  ) => {
    const query =
      engine.name === 'sqlite'
        ? CompiledQuery.raw(
            sqlite,
            parameters.map((each) => (typeof each === 'object' ? JSON.stringify(each) : each)),
          )
        : CompiledQuery.raw(postgres, [...parameters]);
    const { rows } = await db.executeQuery<Row>(query);
    return rows;
  };
  const of = (...parameters: readonly Parameter[]): Asked<Row> => ({
    ...{ prepared, parameters },
    alone: (engine, db) => alone(engine, db, ...parameters),
  });
  return Object.assign(alone, { of });
}

/**
 * The rows of each, asked one after the other: each sees what the others before it have waited for. None of them may
 * change anything.
 */
export function together<Rows extends readonly unknown[]>(
  engine: Named,
  db: Kysely<Tables>,
  ...asked: { readonly [K in keyof Rows]: Asked<Rows[K]> }
): Promise<{ readonly [K in keyof Rows]: readonly Rows[K][] }>;
export async function together(
  engine: Named,
  db: Kysely<Tables>,
  ...asked: readonly Asked<unknown>[]
): Promise<readonly (readonly unknown[])[]> {
  if (engine.name === 'sqlite') {
    const answers = [];
    for (const { alone } of asked) answers.push(await alone(engine, db));
    return answers;
  }
  const parts = asked.map(({ prepared }) => prepared);
  const text = parts.map(({ name }) => name).join(' and ');
  if (!forms.has(text)) forms.set(text, { kind: 'together', parts });
  const parameters = asked.flatMap((each) => each.parameters);
  return (await db.executeQuery<readonly unknown[]>(CompiledQuery.raw(text, parameters))).rows;
}
