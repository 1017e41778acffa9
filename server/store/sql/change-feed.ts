/**
 * Brings the rows of the outbox to the listeners of this process, once and in order. A wake-up (a commit of our
 * own, a NOTIFY) makes it look at once; looking now and then finds what came without one.
 */
import type { ChangeEvent } from '../segment.ts';

export interface ChangeSource {
  /** Id of the newest change. */
  newest(): Promise<number>;
  /** Changes after `after`, oldest first, and none that an older one might still come before. */
  read(after: number): Promise<ChangeRead>;
  /** How long to wait for a wake-up before looking anyway, in milliseconds. */
  patience(): number;
}

export interface ChangeRead {
  readonly events: readonly ChangeEvent[];
  /** There is more to read at once, or very soon. */
  readonly more: boolean;
}

type Listener = (event: ChangeEvent) => void;

export class ChangeFeed {
  readonly #source: ChangeSource;
  readonly #listeners = new Set<Listener>();
  /** Id of the last change that was delivered; null while nobody listens. */
  #cursor: number | null = null;
  #starting: Promise<void> | null = null;
  #reading: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(source: ChangeSource) {
    this.#source = source;
  }

  /** Calls `listener` for what changes from now on; returns how to stop. */
  onChange(listener: Listener): () => void {
    const entry: Listener = (event) => {
      listener(event);
    };
    this.#listeners.add(entry);
    if (this.#cursor === null) this.#starting ??= this.#start();
    return () => {
      this.#listeners.delete(entry);
      if (this.#listeners.size === 0) this.#rest();
    };
  }

  /** Resolves when a change made from now on is one after the calls of onChange so far. */
  async listening(): Promise<void> {
    await this.#starting;
  }

  /** There may be something new. */
  wake(): void {
    if (this.#cursor === null || this.#stopped) return;
    if (this.#reading !== null) {
      this.#again = true;
      return;
    }
    this.#reading = this.#deliver().finally(() => {
      this.#reading = null;
      this.#lookLater();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#listeners.clear();
    this.#rest();
    await this.#starting;
    await this.#reading;
  }

  async #start(): Promise<void> {
    try {
      const newest = await this.#source.newest();
      if (this.#listeners.size > 0) this.#cursor = newest;
      this.#lookLater();
    } catch {
      // The database is away: whoever saves gets the error, and here it is tried again.
      this.#timer = setTimeout(() => {
        if (this.#listeners.size > 0 && !this.#stopped) this.#starting ??= this.#start();
      }, this.#source.patience());
      this.#timer.unref();
    } finally {
      this.#starting = null;
    }
  }

  #rest(): void {
    this.#cursor = null;
    clearTimeout(this.#timer);
  }

  #lookLater(): void {
    clearTimeout(this.#timer);
    if (this.#cursor === null || this.#stopped) return;
    if (this.#again) {
      this.#again = false;
      this.wake();
      return;
    }
    this.#timer = setTimeout(() => {
      this.wake();
    }, this.#source.patience());
    this.#timer.unref();
  }

  async #deliver(): Promise<void> {
    let read: ChangeRead;
    do {
      if (this.#cursor === null) return;
      try {
        read = await this.#source.read(this.#cursor);
      } catch {
        return; // the database is away: the next look will find what came meanwhile
      }
      for (const event of read.events) this.#announce(event);
      if (read.more && read.events.length === 0) await pause();
    } while (read.more);
  }

  #announce(event: ChangeEvent): void {
    if (this.#cursor === null || event.id <= this.#cursor) return;
    this.#cursor = event.id;
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch (error) {
        // One listener's bug must not keep the others from the change, and must not go unseen.
        setImmediate(() => {
          throw error;
        });
      }
    }
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}
