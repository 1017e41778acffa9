/** Brings indexes to their end: before a question where it must be, behind its back where it may be. */
import type { Engine } from '../engine.ts';
import { keyLanguage, placeLanguage } from './build-index.ts';
import { INDEX_STATES, languagesOf, type MemoryLanguage } from './memory-languages.ts';

/** After the last TUs that came in bulk, in milliseconds: more of them may be on their way. */
const QUIET = 1_000;

export class IndexWork {
  readonly #engine: Engine;
  readonly #running = new Map<string, Promise<void>>();
  readonly #timers = new Map<number, NodeJS.Timeout>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Resolves when all TUVs of the language have their tokens kept; where that takes work, others share it. */
  async keyed(language: MemoryLanguage): Promise<void> {
    if ((language.index?.state ?? INDEX_STATES.keying) !== INDEX_STATES.keying) return;
    await this.#once(`key ${language.id}`, () => keyLanguage(this.#engine, language));
  }

  /** Resolves when all are in their places. */
  async placed(language: MemoryLanguage): Promise<void> {
    await this.#once(`place ${language.id}`, () => placeLanguage(this.#engine, language));
  }

  /** Leaves what came in bulk where it is: more of it comes just now. */
  later(memory: number): void {
    clearTimeout(this.#timers.get(memory));
    this.#timers.delete(memory);
  }

  /** Puts what came in bulk in its places, when no more has come for a while. */
  soon(memory: number): void {
    this.later(memory);
    const timer = setTimeout(() => {
      this.#timers.delete(memory);
      this.#placeAll(memory).catch(() => undefined); // the store was closed; the next question will see to it
    }, QUIET);
    timer.unref();
    this.#timers.set(memory, timer);
  }

  async #placeAll(memory: number): Promise<void> {
    for (const language of await languagesOf(this.#engine, this.#engine.db, [memory])) {
      if (language.index?.state === INDEX_STATES.keyed) await this.placed(language);
    }
  }

  async #once(name: string, work: () => Promise<void>): Promise<void> {
    const begun = this.#running.get(name);
    if (begun !== undefined) return begun;
    const promise = work().finally(() => this.#running.delete(name));
    this.#running.set(name, promise);
    return promise;
  }
}
