/** A memory as TMX, as a stream: TUs are asked for a page at a time. */
import { primaryLanguage, type Tu } from '../core/memory/tu.ts';
import type { Problem } from '../core/problem.ts';
import type { LanguageTag } from '../core/text/language.ts';
import { MEMORY_FORMATS } from '../formats/registry.ts';
import type { MemoryId, TuId } from '../store/ids.ts';
import type { Dependencies } from './dependencies.ts';

export interface ExportMemoryInput {
  readonly memory: MemoryId;
  /**
   * Only these, a language with all its regional kinds; the first is the source of the file. Empty: all of them.
   */
  readonly languages: readonly LanguageTag[];
  readonly version: string;
  /** What could not be written as it is. */
  readonly onProblem: (problem: Problem) => void;
  /** How many TUs went out so far. */
  readonly onProgress?: (tus: number) => void;
  readonly signal?: AbortSignal;
}

const PAGE = 1000;

/** The bytes of the file; stops where it was cancelled. */
export function exportMemory(deps: Dependencies, input: ExportMemoryInput): AsyncIterable<Uint8Array> {
  const format = MEMORY_FORMATS.find((each) => each.writeTus !== undefined);
  if (format?.writeTus === undefined) throw new Error('no format writes memories');
  return format.writeTus(tusOf(deps, input), {
    sourceLanguage: input.languages[0] ?? null,
    date: deps.now(),
    version: input.version,
    report: input.onProblem,
  });
}

async function* tusOf(deps: Dependencies, input: ExportMemoryInput): AsyncGenerator<Tu> {
  let after: TuId | null = null;
  let count = 0;
  for (;;) {
    const page = await deps.store.memories.listTus(input.memory, after, PAGE);
    for (const tu of page) {
      const chosen = inLanguages(tu, input.languages);
      if (chosen !== null) yield chosen;
    }
    count += page.length;
    input.onProgress?.(count);
    after = page.at(-1)?.id ?? null;
    if (page.length < PAGE || after === null || input.signal?.aborted === true) return;
  }
}

/** The TU with those languages alone, in their order; null where fewer than two of them are in it. */
function inLanguages(tu: Tu, languages: readonly LanguageTag[]): Tu | null {
  if (languages.length === 0) return tu;
  const variants = languages.flatMap((language) => {
    const exact = tu.variants.filter((variant) => variant.language === language);
    if (exact.length > 0 || language.includes('-')) return exact;
    return tu.variants.filter((variant) => primaryLanguage(variant.language) === language);
  });
  return variants.length < 2 ? null : { ...tu, variants };
}
