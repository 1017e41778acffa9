/**
 * The one writer. All writes that arrive in the same turn of the event loop share a transaction, and so one
 * flush to the disk; each promise resolves only after the commit. A write that fails is undone by its savepoint
 * and fails alone.
 */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../sql/schema.ts';

/** One write as the queue sees it: what it does, and how its caller hears of the end. */
interface Job {
  run(tx: Kysely<Tables>): Promise<void>;
  committed(): void;
  failed(error: unknown): void;
}

export class WriteQueue {
  readonly #db: Kysely<Tables>;
  readonly #onCommit: () => void;
  #waiting: Job[] = [];
  #working: Promise<void> | null = null;
  #closed = false;

  constructor(db: Kysely<Tables>, onCommit: () => void) {
    this.#db = db;
    this.#onCommit = onCommit;
  }

  /** Runs the work inside the next transaction; resolves with what it gave, when that is on disk. */
  async run<T>(work: (tx: Kysely<Tables>) => Promise<T>): Promise<T> {
    if (this.#closed) throw new Error('The store is closed.');
    return new Promise<T>((resolve, reject) => {
      let result: { readonly value: T };
      this.#waiting.push({
        run: async (tx) => {
          result = { value: await work(tx) };
        },
        committed: () => {
          resolve(result.value);
        },
        failed: reject,
      });
      this.#working ??= this.#work();
    });
  }

  /** Takes nothing more and resolves when everything accepted is done. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const jobs = this.#waiting;
      this.#waiting = [];
      await this.#commit(jobs);
    }
    this.#working = null;
  }

  async #commit(jobs: readonly Job[]): Promise<void> {
    let done: readonly Job[] = [];
    try {
      await this.#db.connection().execute(async (tx) => {
        await sql`begin immediate`.execute(tx);
        try {
          done = await runEach(tx, jobs);
          await sql`commit`.execute(tx);
        } catch (error) {
          // A full disk may have rolled everything back already; the first error is the one to tell.
          await sql`rollback`.execute(tx).catch(() => undefined);
          throw error;
        }
      });
    } catch (error) {
      for (const job of jobs) job.failed(error); // those that failed before stay failed by their own error
      return;
    }
    for (const job of done) job.committed();
    if (done.length > 0) this.#onCommit();
  }
}

/** Gives those that went well; tells the others. */
async function runEach(tx: Kysely<Tables>, jobs: readonly Job[]): Promise<readonly Job[]> {
  const [only, ...others] = jobs;
  if (only !== undefined && others.length === 0) {
    await only.run(tx); // what fails alone is undone with the transaction
    return jobs;
  }
  const done: Job[] = [];
  for (const job of jobs) {
    await sql`savepoint job`.execute(tx);
    try {
      await job.run(tx);
      done.push(job);
    } catch (error) {
      await sql`rollback to job`.execute(tx);
      job.failed(error);
    }
    await sql`release job`.execute(tx);
  }
  return done;
}
