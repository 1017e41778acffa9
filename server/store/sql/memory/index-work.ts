/** Brings indexes to their end: before a question where it must be, behind its back where it may be. */
import type { Engine } from '../engine.ts';
import { keyLanguage, placeLanguage } from './build-index.ts';
import { INDEX_STATES, languagesOf, type MemoryLanguage } from './memory-languages.ts';
import { packWhereMany } from './pack-places.ts';

/** After the last TUs that came in bulk, in milliseconds: more of them may be on their way. */
const QUIET = 1_000;
/** After the first of those that come one by one. */
const NOW_AND_THEN = 20_000;

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
    this.#after(QUIET, memory);
  }

  /** Packs what came one by one, where it has become much. */
  nowAndThen(memory: number): void {
    if (!this.#timers.has(memory)) this.#after(NOW_AND_THEN, memory);
  }

  #after(milliseconds: number, memory: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(memory);
      this.#tidy(memory).catch(() => undefined); // the store was closed; another time will see to it
    }, milliseconds);
    timer.unref();
    this.#timers.set(memory, timer);
  }

  async #tidy(memory: number): Promise<void> {
    for (const language of await languagesOf(this.#engine, this.#engine.db, [memory])) {
      if (language.index?.state === INDEX_STATES.keyed) await this.placed(language);
      const { index } = language;
      if (index !== null) await this.#once(`pack ${index.id}`, () => packWhereMany(this.#engine, index.id));
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
