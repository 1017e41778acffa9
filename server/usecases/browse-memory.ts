/** TUs of a memory for a pair of languages, by page: all of them, or those that hold a text. */
import { variantIn, type Tuv } from '../core/memory/tu.ts';
import type { LanguageTag } from '../core/text/language.ts';
import type { MemoryId, TuId } from '../store/ids.ts';
import type { StoredTu } from '../store/memory-store.ts';
import type { Dependencies } from './dependencies.ts';

export interface LanguagePair {
  readonly source: LanguageTag;
  readonly target: LanguageTag;
}

export interface BrowseInput {
  readonly memory: MemoryId;
  /** null: whatever languages a TU has. */
  readonly pair: LanguagePair | null;
  /** '' for all. Needs a pair. */
  readonly text: string;
  readonly side: 'source' | 'target';
  readonly wholeWord: boolean;
  readonly after: TuId | null;
  /** At most 99. */
  readonly limit: number;
}

export interface MemoryPage {
  readonly tus: readonly StoredTu[];
  /** Give it as `after` for the next page; null at the end. */
  readonly next: TuId | null;
}

/** TUs that are looked through for a page; where so many have not the pair, the page is short and goes on. */
const MOST_LOOKED_THROUGH = 10_000;
const A_READ = 1_000;

export async function browseMemory(deps: Dependencies, input: BrowseInput): Promise<MemoryPage> {
  return input.text === '' || input.pair === null ? listed(deps, input) : holding(deps, input, input.pair);
}

async function holding(
  { store }: Dependencies,
  { memory, text, side, wholeWord, after, limit }: BrowseInput,
  { source, target }: LanguagePair,
): Promise<MemoryPage> {
  const [language, otherLanguage] = side === 'source' ? [source, target] : [target, source];
  const found = await store.memories.findOccurrences({
    memories: [memory],
    ...{ text, language, otherLanguage, wholeWord },
    limit: limit + 1,
    ...(after === null ? {} : { after }),
  });
  const tus = found.slice(0, limit);
  return { tus, next: found.length > limit ? (tus.at(-1)?.id ?? null) : null };
}

async function listed({ store }: Dependencies, input: BrowseInput): Promise<MemoryPage> {
  const { memory, pair, limit } = input;
  const tus: StoredTu[] = [];
  let { after } = input;
  for (let seen = 0; seen < MOST_LOOKED_THROUGH; seen += A_READ) {
    const size = pair === null ? limit + 1 : A_READ;
    const read = await store.memories.listTus(memory, after, size);
    for (const tu of read) {
      if (pair !== null && pairOf(tu, pair) === null) continue;
      if (tus.length === limit) return { tus, next: tus.at(-1)?.id ?? null };
      tus.push(tu);
    }
    if (read.length < size) return { tus, next: null };
    after = read.at(-1)?.id ?? after;
  }
  return { tus, next: after };
}

/** The two variants; null where it has not both. */
export function pairOf(
  tu: Pick<StoredTu, 'variants'>,
  { source, target }: LanguagePair,
): { readonly source: Tuv; readonly target: Tuv } | null {
  const [one, other] = [variantIn(tu, source), variantIn(tu, target)];
  return one === null || other === null || one === other ? null : { source: one, target: other };
}
