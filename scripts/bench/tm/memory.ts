/** A memory of a benchmark: made of texts, asked, and compared with a look at every unit. */
import { isSimilar, mostEdits, similarityOf } from '../../../server/core/memory/prefix-filter.ts';
import { matchingKeyOfText } from '../../../server/core/memory/matching-key.ts';
import { distanceFrom } from '../../../server/core/memory/token-distance.ts';
import { PLAIN_TU, type Tu } from '../../../server/core/memory/tu.ts';
import { parseLanguageTag, UNDETERMINED, type LanguageTag } from '../../../server/core/text/language.ts';
import type { MemoryId } from '../../../server/store/ids.ts';
import type { Store } from '../../../server/store/store.ts';

export function tag(text: string): LanguageTag {
  return parseLanguageTag(text) ?? UNDETERMINED;
}

export function unit(
  sourceLanguage: LanguageTag,
  source: string,
  targetLanguage: LanguageTag,
  target: string,
): Tu {
  return {
    ...PLAIN_TU,
    variants: [
      { language: sourceLanguage, content: [source] },
      { language: targetLanguage, content: [target] },
    ],
  };
}

export interface Pair {
  readonly from: LanguageTag;
  readonly to: LanguageTag;
  readonly sources: readonly string[];
  readonly targets: readonly string[];
}

const UNITS_A_CALL = 5_000;

export async function fill(
  store: Store,
  name: string,
  { from, to, sources, targets }: Pair,
): Promise<MemoryId> {
  const memory = await store.memories.createMemory(name, Date.now());
  if (memory === null) throw new Error(`${name} is taken`);
  for (let at = 0; at < sources.length; at += UNITS_A_CALL) {
    const some = sources.slice(at, at + UNITS_A_CALL);
    await store.memories.addTus(
      memory,
      some.map((source, n) => unit(from, source, to, targets[at + n] ?? '')),
    );
  }
  return memory;
}

/** What a look at every source finds: similarities, the highest first. */
export class WholeScan {
  readonly #numbers = new Map<string, number>();
  readonly #units: readonly Int32Array[];

  constructor(sources: readonly string[]) {
    this.#units = sources.map((text) => Int32Array.from(this.#tokens(text)));
  }

  find(text: string, minimum: number, limit: number): readonly number[] {
    const tokens = this.#tokens(text);
    const distance = distanceFrom(tokens);
    const found: number[] = [];
    for (const unit of this.#units) {
      const longer = Math.max(unit.length, tokens.length);
      const most = mostEdits(longer, minimum);
      if (Math.abs(unit.length - tokens.length) > most) continue;
      const edits = distance([...unit], most);
      if (isSimilar(edits, longer, minimum)) found.push(similarityOf(edits, longer));
    }
    return found.sort((a, b) => b - a).slice(0, limit);
  }

  #tokens(text: string): readonly number[] {
    return matchingKeyOfText(text).tokens.map((token) => {
      const number = this.#numbers.get(token) ?? this.#numbers.size;
      this.#numbers.set(token, number);
      return number;
    });
  }
}
