/** Transactions that are tried again where two servers stood in each other's way. */
import type { Kysely } from 'kysely';
import pg from 'pg';
import type { Tables } from '../sql/schema.ts';

/** serialization_failure, deadlock_detected: nothing was written, and another try is all it takes. */
const TRY_AGAIN = new Set(['40001', '40P01']);
const FOREIGN_KEY = '23503';
const TRIES = 10;

export function transaction<T>(db: Kysely<Tables>, work: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
  return again(() => db.transaction().execute(work));
}

/** Runs it until nobody stood in its way, ten times at most. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= TRIES || !TRY_AGAIN.has(codeOf(error))) throw error;
    }
  }
}

/** Whether the row that it refers to went away meanwhile. */
export function isForeignKeyError(error: unknown): boolean {
  return codeOf(error) === FOREIGN_KEY;
}

function codeOf(error: unknown): string {
  return error instanceof pg.DatabaseError ? (error.code ?? '') : '';
}
