/** Puts waiting texts away: a whole chunk before more of them come in, the rest behind everybody's back. */
import type { Engine } from '../engine.ts';
import { ChunkBuilder } from './chunk-builder.ts';
import { languagesOf } from './memory-languages.ts';
import { FEW_TEXTS, sealTexts, TEXTS_A_CHUNK } from './seal-texts.ts';
import { statement } from '../statement.ts';

/** After the last TUs that came, in milliseconds: more of them may be on their way. */
const QUIET = 1_000;

const readLanguages = statement<{ id: number }>(() => 'select id from memory_language order by id');

export class TextWork {
  readonly #engine: Engine;
  #timer: NodeJS.Timeout | undefined;
  #isSealing = false;
  /** Nobody uses it just now. */
  #spare: ChunkBuilder | null = null;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** Resolves when less than a chunk waits in each language of the memory. */
  async makeRoom(memory: number): Promise<void> {
    for (const { id } of await languagesOf(this.#engine, this.#engine.db, [memory])) {
      await this.#seal(id, TEXTS_A_CHUNK);
    }
  }

  /** Puts away what waits, unless it is little, when nothing has come for a while. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#sealAll().catch(() => undefined); // the store was closed; the next start will see to it
    }, QUIET);
    this.#timer.unref();
  }

  async #sealAll(): Promise<void> {
    if (this.#isSealing) return;
    this.#isSealing = true;
    try {
      for (const { id } of await readLanguages(this.#engine, this.#engine.db)) {
        await this.#seal(id, FEW_TEXTS);
      }
    } finally {
      this.#isSealing = false;
      this.#spare = null;
    }
  }

  /** An import makes one chunk after the other: what it makes them in is taken again, not left to be swept. */
  async #seal(language: number, least: number): Promise<void> {
    const grams = this.#spare ?? new ChunkBuilder();
    this.#spare = null;
    while (await sealTexts(this.#engine, language, least, grams));
    this.#spare = grams;
  }
}
