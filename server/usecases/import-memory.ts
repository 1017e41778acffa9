/**
 * A file of translations into a memory, as a stream: TUs go in as they come, in batches, so that a large file costs no
 * memory and saves stay quick. What went in stays in when the file breaks off or somebody cancels; the same file given
 * again finds it there and merges.
 */
import type { Tu } from '../core/memory/tu.ts';
import { hasErrors, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { TuEvent } from '../formats/memory-format.ts';
import type { MemoryId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';
import { readTusOf } from './read-tus.ts';

export interface ImportMemoryInput {
  readonly memory: MemoryId;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly fileName: string;
  /** Of a file that does not say its languages (PO, a table). */
  readonly sourceLanguage?: LanguageTag | null;
  readonly targetLanguage?: LanguageTag | null;
  /** Between batches; what went in stays in. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  /** Of the file, taken so far. */
  readonly bytes: number;
  readonly added: number;
  readonly merged: number;
  readonly refused: number;
}

export interface ImportedMemory extends ImportProgress {
  /** `broken`: the file could not be read to its end. */
  readonly kind: 'imported' | 'broken' | 'cancelled';
  /** In order, with their places: the first MOST_PROBLEMS. */
  readonly problems: readonly Problem[];
  readonly furtherProblems: number;
}

/** So many are kept. */
export const MOST_PROBLEMS = 100;

/** A batch has at most so many TUs, and bytes of the file: one transaction, and little that waits in memory for it. */
const BATCH = 500;
const BATCH_BYTES = 1 << 19;

export async function importMemory(deps: Dependencies, input: ImportMemoryInput): Promise<ImportedMemory> {
  const going = new Import(deps, input);
  const options = {
    fileName: input.fileName,
    sourceLanguage: input.sourceLanguage ?? null,
    targetLanguage: input.targetLanguage ?? null,
  };
  for await (const event of readTusOf(deps, going.counted(input.chunks), options)) {
    await going.take(event);
    if (input.signal?.aborted === true) return going.result('cancelled');
  }
  await going.flush();
  return going.result(going.isBroken ? 'broken' : 'imported');
}

class Import {
  isBroken = false;
  readonly #deps: Dependencies;
  readonly #input: ImportMemoryInput;
  readonly #problems: Problem[] = [];
  #furtherProblems = 0;
  #counts = { bytes: 0, added: 0, merged: 0, refused: 0 };
  #batch: Tu[] = [];
  #batchBytes = 0;

  constructor(deps: Dependencies, input: ImportMemoryInput) {
    this.#deps = deps;
    this.#input = input;
  }

  /** The same chunks, their bytes counted. */
  async *counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.#counts.bytes += chunk.length;
      yield chunk;
    }
  }

  async take(event: TuEvent): Promise<void> {
    if (event.kind === 'tu') {
      const { tu, size } = event;
      this.#batch.push(tu.document === '' ? { ...tu, document: this.#input.fileName } : tu);
      this.#batchBytes += size;
      if (this.#batch.length >= BATCH || this.#batchBytes >= BATCH_BYTES) await this.flush();
      return;
    }
    if (event.kind === 'refused') this.#counts.refused += 1;
    else if (hasErrors([event.problem])) this.isBroken = true;
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(event.problem);
    else this.#furtherProblems += 1;
  }

  async flush(): Promise<void> {
    if (this.#batch.length > 0) {
      const { added, merged } = await this.#deps.store.memories.addTus(this.#input.memory, this.#batch);
      this.#counts.added += added;
      this.#counts.merged += merged;
    }
    this.#batch = [];
    this.#batchBytes = 0;
    this.#input.onProgress?.({ ...this.#counts });
  }

  result(kind: ImportedMemory['kind']): ImportedMemory {
    const { problems, furtherProblems } = {
      problems: this.#problems,
      furtherProblems: this.#furtherProblems,
    };
    return { kind, ...this.#counts, problems, furtherProblems };
  }
}
