/**
 * Packs the places of TUs that came one by one, once they are many. Each batch goes from one table to the other in one
 * transaction, so every look-up finds each place in at least one of them, and a crash costs nothing.
 */
import { sql, type Kysely } from 'kysely';
import type { Engine } from '../engine.ts';
import { breathe } from '../pace.ts';
import type { Tables } from '../schema.ts';
import { insertion } from './insert-rows.ts';
import type { TmPrefixTable } from './memory-schema.ts';
import { PACKED_COLUMNS, packPlaces } from './packed-places.ts';

/** Rows that a look-up may well read one by one, of some three thousand TUs. */
const MANY = 20_000;
const ROWS_A_BATCH = 2_000;

/** Where the index has many that are not packed, packs them. */
export async function packWhereMany(engine: Engine, index: number): Promise<void> {
  const some = engine.db.selectFrom('tm_prefix').select('tu_id').where('index_id', '=', index);
  const many = await some.offset(MANY).limit(1).executeTakeFirst();
  if (many === undefined) return;
  while (await engine.write((tx) => packBatch(engine, tx, index))) await breathe();
}

/** Whether there is more. */
async function packBatch(engine: Engine, tx: Kysely<Tables>, index: number): Promise<boolean> {
  const key = sql.raw('index_id, token, tier, length, tu_id');
  const { rows } = await sql<TmPrefixTable>`delete from tm_prefix where (${key}) in (
    select ${key} from tm_prefix where index_id = ${index} order by ${key} limit ${ROWS_A_BATCH})
    returning *`.execute(tx);
  await insertPacked(engine, tx, rows.toSorted(inOrder));
  return rows.length === ROWS_A_BATCH;
}

function inOrder(one: TmPrefixTable, other: TmPrefixTable): number {
  return (
    one.token - other.token || one.tier - other.tier || one.length - other.length || one.tu_id - other.tu_id
  );
}

async function insertPacked(
  engine: Engine,
  tx: Kysely<Tables>,
  rows: readonly TmPrefixTable[],
): Promise<void> {
  const lists = new Map<number, TmPrefixTable[]>();
  for (const row of rows) {
    const list = lists.get(row.token * 2 + row.tier) ?? [];
    if (list.length === 0) lists.set(row.token * 2 + row.tier, list);
    list.push(row);
  }
  await insertPackedRows(
    engine,
    tx,
    [...lists.values()].flatMap((list) => list.slice(0, 1).flatMap((first) => packPlaces(first, list))),
  );
}

/** Those that are there already, whole, stay. */
export const insertPackedRows = insertion(
  'tm_packed',
  PACKED_COLUMNS,
  'on conflict (index_id, token, tier, longest, hash) do nothing',
);
