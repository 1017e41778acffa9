/**
 * A file of translations into a memory, as a stream: TUs go in as they come, in batches, so that a large file costs no
 * memory and saves stay quick. What went in stays in when the file breaks off or somebody cancels, and is known of
 * (memory-imports.ts); the same file given again finds it there and merges.
 */
import type { Tu } from '../core/memory/tu.ts';
import { hasErrors, problem, type Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { TuEvent } from '../formats/memory-format.ts';
import type { MemoryId, SurveyId } from '../store/ids.ts';
import type { ImportedTus } from '../store/memory-store.ts';
import type { Dependencies } from './dependencies.ts';
import { courseOfImport, endImport, startImport } from './memory-imports.ts';
import { readTusOf } from './read-tus.ts';

export interface ImportMemoryInput {
  readonly memory: MemoryId;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly fileName: string;
  /** Of the file in bytes; 0 where nobody knows. */
  readonly size: number;
  readonly author: string;
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
  /** Of those, such as became what the file has. */
  readonly replaced: number;
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
/** Milliseconds between two signs of life: several within the silence after which an import counts as dead. */
const BEAT = 2_000;

/** Throws where the memory is not there, or the chunks break off; that, too, is kept. */
export async function importMemory(deps: Dependencies, input: ImportMemoryInput): Promise<ImportedMemory> {
  const id = await startImport(deps, input);
  const going = new Import(deps, input, id);
  const beat = startBeat(deps, id);
  try {
    const result = await takeAll(deps, input, going);
    const end = result.kind === 'imported' ? 'whole' : result.kind === 'broken' ? 'broken' : 'stopped';
    await endImport(deps, id, input, end, going.course());
    return result;
  } catch (error) {
    // Where the store is what failed, or was closed, silence tells that it stopped.
    await endImport(deps, id, input, going.hasBegun ? 'stopped' : 'broken', {}).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(beat);
  }
}

/** Says that it lives, also where bytes come slowly, or a part takes long to go in. */
function startBeat({ store, now }: Dependencies, id: SurveyId): NodeJS.Timeout {
  let isTelling = false;
  return setInterval(() => {
    if (isTelling) return;
    isTelling = true;
    void store.surveys
      .updateSurvey(id, 'looking', { told: now() })
      .catch(() => undefined) // where the store fails, the import itself hears of it
      .finally(() => {
        isTelling = false;
      });
  }, BEAT);
}

async function takeAll(deps: Dependencies, input: ImportMemoryInput, going: Import): Promise<ImportedMemory> {
  const options = {
    fileName: input.fileName,
    sourceLanguage: input.sourceLanguage ?? null,
    targetLanguage: input.targetLanguage ?? null,
  };
  for await (const event of readTusOf(deps, going.counted(input.chunks), options)) {
    await going.take(event);
    if (going.isEnded || input.signal?.aborted === true) return going.result('cancelled');
  }
  await going.flush();
  if (going.isEnded) return going.result('cancelled');
  if (going.isBroken) return going.result('broken');
  going.sayWhereEmpty();
  return going.result('imported');
}

class Import {
  isBroken = false;
  /** By somebody, who thought that it had died. */
  isEnded = false;
  readonly #deps: Dependencies;
  readonly #input: ImportMemoryInput;
  readonly #problems: Problem[] = [];
  #furtherProblems = 0;
  readonly #id: SurveyId;
  #counts = { bytes: 0, added: 0, merged: 0, replaced: 0, refused: 0 };
  #batch: Tu[] = [];
  #batchBytes = 0;
  /** Of what was taken; bytes are read some way ahead of it. */
  #taken = 0;

  constructor(deps: Dependencies, input: ImportMemoryInput, id: SurveyId) {
    this.#deps = deps;
    this.#input = input;
    this.#id = id;
  }

  /** Something went in. */
  get hasBegun(): boolean {
    return this.#counts.added + this.#counts.merged > 0;
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
      this.#taken += size;
      if (this.#batch.length >= BATCH || this.#batchBytes >= BATCH_BYTES) await this.flush();
      return;
    }
    if (event.kind === 'refused') this.#counts.refused += 1;
    else if (hasErrors([event.problem])) this.isBroken = true;
    this.#tell(event.problem);
  }

  /** A file of which nothing came in, and nothing was refused, is hardly what its sender meant. */
  sayWhereEmpty(): void {
    const { added, merged, refused } = this.#counts;
    if (added + merged + refused === 0) this.#tell(problem('memory-units-none'));
  }

  #tell(told: Problem): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(told);
    else this.#furtherProblems += 1;
  }

  async flush(): Promise<void> {
    if (this.#batch.length > 0) {
      const { memories } = this.#deps.store;
      const done = await memories.importTus(this.#id, this.#batch, (part) => this.course(part));
      this.isEnded = done === null;
      this.#counts.added += done?.added ?? 0;
      this.#counts.merged += done?.merged ?? 0;
      this.#counts.replaced += done?.replaced ?? 0;
    }
    this.#batch = [];
    this.#batchBytes = 0;
    this.#input.onProgress?.({ ...this.#counts });
  }

  /** How far it is, when that has gone in too. */
  course(part: ImportedTus = { added: 0, merged: 0, replaced: 0 }): ReturnType<typeof courseOfImport> {
    const { bytes, added, merged, replaced, refused } = this.#counts;
    return courseOfImport(this.#deps, {
      bytes: Math.min(bytes, this.#taken),
      added: added + part.added,
      merged: merged + part.merged,
      replaced: replaced + part.replaced,
      refused,
    });
  }

  result(kind: ImportedMemory['kind']): ImportedMemory {
    const { problems, furtherProblems } = {
      problems: this.#problems,
      furtherProblems: this.#furtherProblems,
    };
    return { kind, ...this.#counts, problems, furtherProblems };
  }
}
