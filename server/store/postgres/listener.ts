/**
 * The wake-up between servers. NOTIFY inside a commit would make all commits queue up behind each other, so a
 * server that has written sends one some milliseconds later, for all its commits since; what is new stands in
 * the outbox. Lost with its connection, a wake-up is made good by looking.
 */
import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import type { Tables } from '../sql/schema.ts';

const NOTIFY_AFTER = 20;
const RECONNECT_AFTER = 1000;
/** Looking without a wake-up: while listening only against lost ones, otherwise as the only way to know. */
const PATIENCE_LISTENING = 2000;
const PATIENCE_ALONE = 100;

export class Listener {
  readonly #db: Kysely<Tables>;
  readonly #url: string;
  readonly #channel: string;
  readonly #onWake: () => void;
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | undefined;
  #notify: NodeJS.Timeout | undefined;
  #closed = false;

  /** `channel` must be an identifier of at most 63 bytes. */
  constructor(db: Kysely<Tables>, url: string, channel: string, onWake: () => void) {
    this.#db = db;
    this.#url = url;
    this.#channel = channel;
    this.#onWake = onWake;
  }

  patience(): number {
    return this.#client === null ? PATIENCE_ALONE : PATIENCE_LISTENING;
  }

  /** Connects, if it is not connected; where that fails it goes on trying by itself. */
  async listen(): Promise<void> {
    if (this.#client !== null || this.#closed) return;
    clearTimeout(this.#retry);
    const client = new pg.Client({ connectionString: this.#url, application_name: 'recto changes' });
    const lost = (): void => {
      if (this.#client === client) this.#client = null;
      if (this.#closed) return;
      clearTimeout(this.#retry);
      this.#retry = setTimeout(() => void this.listen(), RECONNECT_AFTER);
      this.#retry.unref();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', this.#onWake);
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.#channel)}`);
      this.#client = client;
    } catch {
      lost();
    }
  }

  /** Something was committed: the other servers are told soon. */
  announce(): void {
    this.#notify ??= setTimeout(() => {
      this.#notify = undefined;
      this.#tell().catch(() => undefined); // their next look finds it
    }, NOTIFY_AFTER);
  }

  /** Tells what is still to be told and disconnects. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    if (this.#notify !== undefined) {
      clearTimeout(this.#notify);
      await this.#tell().catch(() => undefined);
    }
    await this.#client?.end();
  }

  async #tell(): Promise<void> {
    await sql`select pg_notify(${this.#channel}, '')`.execute(this.#db);
  }
}
