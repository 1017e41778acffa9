/** Random work on memories against a plain list: whatever was done, both answer the same. */
import { describe, expect, it } from 'vitest';
import { matchingKey } from '../../../server/core/memory/matching-key.ts';
import { similarityOf } from '../../../server/core/memory/prefix-filter.ts';
import { tokenDistance } from '../../../server/core/memory/token-distance.ts';
import { variantIn, type Tu } from '../../../server/core/memory/tu.ts';
import type { LanguageTag } from '../../../server/core/text/language.ts';
import { foldContent, foldText } from '../../../server/store/sql/kept-text.ts';
import type { MemoryId, SegmentKey } from '../../../server/store/ids.ts';
import type { StoredTu } from '../../../server/store/memory-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { addTexts, allSegments, en, fa, language, my } from '../../support/store-samples.ts';
import { newMemory, pair } from '../../support/tu-samples.ts';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'the', 'farm', 'river', 'Café', 'by', 'stood', 'v2', '12', 'of', 'red', 'house', 'sees'],
  fa: ['مزرعه', 'رود', 'از', 'از', 'کنار', 'می‌رود', '۱۲', 'خانه', 'بزرگ', 'سرخ'],
  my: ['လယ်ယာ', 'မြစ်', 'သည်', 'သည်', 'ရှိ', 'အိမ်', 'ကြီး', '၁၂', 'နီ'],
};
const LANGUAGES = [en, fa, my, language('en-GB')];
const STEPS = 60;
/** PostgreSQL on a busy machine takes its time. */
const TIME = 240_000;

/** The same numbers in every run. */
function drawing(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function memoryModelContract(store: () => Store): void {
  describe('memories after random work', () => {
    it.each([1, 2])('answer as a plain list would (%i)', { timeout: TIME }, async (seed) => {
      const draw = drawing(seed);
      const model = new Model(store(), draw);
      await model.prepare();
      for (let step = 0; step < STEPS; step += 1) {
        await model.change();
        if (step % 6 === 5) await model.compare();
      }
      await model.compareKept();
    });
  });
}

class Model {
  readonly #store: Store;
  readonly #draw: (below: number) => number;
  #memories: readonly MemoryId[] = [];
  #segments: readonly SegmentKey[] = [];
  #version = 0;

  constructor(store: Store, draw: (below: number) => number) {
    this.#store = store;
    this.#draw = draw;
  }

  async prepare(): Promise<void> {
    this.#memories = [await newMemory(this.#store), await newMemory(this.#store)];
    const segments = await allSegments(this.#store, await addTexts(this.#store, ['a', 'b', 'c']));
    this.#segments = segments.map(({ key }) => key);
  }

  async change(): Promise<void> {
    const { memories } = this.#store;
    const memory = this.#pick(this.#memories);
    const all = await memories.listTus(memory, null, 1_000);
    const some = all.filter(() => this.#draw(12) === 0);
    this.#version += 1;
    const target = { language: fa, version: this.#version };
    switch (this.#draw(8)) {
      case 0:
        await memories.deleteTus(some.map(({ id }) => id));
        break;
      case 1:
        for (const { id } of some) await memories.updateTu(id, this.#tu());
        break;
      case 2:
      case 3:
        await memories.rememberSegment(memory, this.#pick(this.#segments), target, this.#tu());
        break;
      case 4:
        await memories.forgetSegment(this.#pick(this.#segments), fa, this.#version);
        break;
      default:
        await memories.addTus(
          memory,
          Array.from({ length: this.#draw(5) === 0 ? 130 : this.#draw(30) }, () => this.#tu()),
        );
    }
  }

  async compare(): Promise<void> {
    const [sourceLanguage, targetLanguage] = [this.#pick(LANGUAGES), this.#pick(LANGUAGES)];
    const memories = this.#memories.filter(() => this.#draw(3) > 0);
    const tus = await this.#all(memories);
    const source = [this.#text(sourceLanguage)];
    const minimum = this.#pick([50, 60, 70, 71, 85, 100]);
    const found = await this.#store.memories.findSimilar({
      ...{ memories, sourceLanguage, targetLanguage, source, minimum, limit: 500 },
    });
    const expected = tus.flatMap((tu) => {
      const [from, to] = [variantIn(tu, sourceLanguage), variantIn(tu, targetLanguage)];
      if (from === null || to === null || from === to) return [];
      const [a, b] = [matchingKey(source).tokens, matchingKey(from.content).tokens];
      const similarity = similarityOf(tokenDistance(a, b), Math.max(a.length, b.length));
      return similarity >= minimum ? [[tu.id, similarity]] : [];
    });
    expect(found.map(({ tu, similarity }) => [tu.id, similarity]).sort()).toEqual(expected.sort());
    for (const { tu } of found) expect(tu).toEqual(tus.find(({ id }) => id === tu.id));
    await this.#compareOccurrences(memories, tus, sourceLanguage, targetLanguage);
  }

  async #compareOccurrences(
    memories: readonly MemoryId[],
    tus: readonly StoredTu[],
    here: LanguageTag,
    there: LanguageTag,
  ): Promise<void> {
    const text = this.#pick(WORDS[here.slice(0, 2)] ?? []).slice(0, 1 + this.#draw(5));
    const found = await this.#store.memories.findOccurrences({
      ...{ memories, text, language: here, otherLanguage: there, wholeWord: false, limit: 100 },
    });
    const expected = tus.filter((tu) => {
      const [from, to] = [variantIn(tu, here), variantIn(tu, there)];
      return (
        from !== null && to !== null && from !== to && foldContent(from.content).includes(foldText(text))
      );
    });
    expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id).slice(0, 100));
  }

  async compareKept(): Promise<void> {
    for (const id of this.#memories) {
      const tus = await this.#all([id]);
      const memory = await this.#store.memories.findMemory(id);
      expect(memory?.tus).toBe(tus.length);
      for (const tag of LANGUAGES) {
        const kept = memory?.languages.find((each) => each.language === tag)?.tuvs ?? 0;
        expect(kept).toBe(
          tus.flatMap(({ variants }) => variants).filter((each) => each.language === tag).length,
        );
      }
    }
  }

  async #all(memories: readonly MemoryId[]): Promise<readonly StoredTu[]> {
    const all: StoredTu[] = [];
    for (const id of memories) {
      for (let page: readonly StoredTu[] | null = null; page === null || page.length > 0;) {
        page = await this.#store.memories.listTus(id, page?.at(-1)?.id ?? null, 500);
        all.push(...page);
      }
    }
    return all.sort((a, b) => a.id - b.id);
  }

  #tu(): Tu {
    const languages = LANGUAGES.filter(() => this.#draw(3) > 0);
    const context = { previous: this.#draw(4) === 0 ? 'a' : null, next: null, id: null };
    return pair('', '', {
      variants: languages.map((each) => ({ language: each, content: [this.#text(each)] })),
      context,
      changedAt: this.#draw(2) === 0 ? null : this.#draw(100),
    });
  }

  #text(tag: LanguageTag): string {
    const words = WORDS[tag.slice(0, 2)] ?? [];
    const length = 1 + this.#draw(9);
    return Array.from({ length }, () => this.#pick(words)).join(tag === my ? '' : ' ');
  }

  #pick<T>(list: readonly T[]): T {
    return list[this.#draw(list.length)]!;
  }
}
