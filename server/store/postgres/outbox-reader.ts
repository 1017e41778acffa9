/**
 * Reads the outbox where several servers write at once. Ids are drawn before the commit, so a smaller id may
 * appear after a larger one: a gap in the ids is waited for, until every transaction that may fill it has ended
 * (what is then still missing was rolled back or pruned).
 */
import { sql, type Kysely } from 'kysely';
import type { ChangeEvent } from '../segment.ts';
import type { ChangeRead } from '../sql/change-feed.ts';
import { CHANGES_A_READ, toChange, type OutboxRow } from '../sql/outbox.ts';
import type { Tables } from '../sql/schema.ts';

/** Gaps below `upTo` are final once all transactions before `transaction` have ended. */
interface Horizon {
  readonly upTo: number;
  readonly transaction: number;
}

export class OutboxReader {
  readonly #db: Kysely<Tables>;
  #horizon: Horizon | null = null;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  async read(after: number): Promise<ChangeRead> {
    // One statement, so that the rows and the oldest running transaction are of the same moment.
    const { rows } = await sql<OutboxRow & { oldest_running: number }>`
      select outbox.*, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest_running
      from outbox where id > ${after} order by id limit ${CHANGES_A_READ}`.execute(this.#db);
    const events: ChangeEvent[] = [];
    let last = after;
    for (const row of rows) {
      if (row.id !== last + 1 && !this.#isFinal(row.id, row.oldest_running)) {
        await this.#setHorizon(rows.at(-1)?.id ?? row.id);
        return { events, more: true };
      }
      events.push(toChange(row));
      last = row.id;
    }
    return { events, more: rows.length === CHANGES_A_READ };
  }

  #isFinal(id: number, oldestRunning: number): boolean {
    const horizon = this.#horizon;
    return horizon !== null && id <= horizon.upTo && oldestRunning >= horizon.transaction;
  }

  /**
   * Whoever drew an id below `upTo` already had a number of its own, as it had locked a row before; a number
   * drawn now is larger than all of those.
   */
  async #setHorizon(upTo: number): Promise<void> {
    if (this.#horizon !== null && upTo <= this.#horizon.upTo) return;
    const { rows } = await sql<{ transaction: number }>`
      select pg_current_xact_id()::text::bigint as transaction`.execute(this.#db);
    const [row] = rows;
    if (row !== undefined) this.#horizon = { upTo, transaction: row.transaction };
  }
}
