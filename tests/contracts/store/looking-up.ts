/** Look-ups where there is much: thousands of texts that only look alike, and places in the index that were packed. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { matchingKey } from '../../../server/core/memory/matching-key.ts';
import { similarityOf } from '../../../server/core/memory/prefix-filter.ts';
import { tokenDistance } from '../../../server/core/memory/token-distance.ts';
import { variantIn } from '../../../server/core/memory/tu.ts';
import type { LanguageTag } from '../../../server/core/text/language.ts';
import type { MemoryId } from '../../../server/store/ids.ts';
import type { StoredTu } from '../../../server/store/memory-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { en, fa, my } from '../../support/store-samples.ts';
import { newMemory, pair } from '../../support/tu-samples.ts';

const TIME = 240_000;
const WORDS = 'one two three four five six seven eight nine ten'.split(' ');

export function lookingUpContract(store: () => Store): void {
  it(
    'a similar text is found behind thousands of others that have the same words',
    { timeout: TIME },
    async () => {
      const { memories } = store();
      const memory = await newMemory(store());
      // The same words in another order have the same length and signature, and are not similar.
      const others = Array.from({ length: 2_500 }, (_, n) =>
        pair(shuffled([...WORDS, ...WORDS], n).join(' '), `${n}`),
      );
      const question = [...WORDS, ...WORDS].join(' ');
      await memories.addTus(memory, [...others, pair(question.replaceAll('five', 'fünf'), 'similar')]);
      for (const limit of [1, 20, 500]) {
        const found = await memories.findSimilar({
          ...{ memories: [memory], sourceLanguage: en, targetLanguage: fa, source: [question] },
          ...{ minimum: 70, limit },
        });
        expect(found.map(({ target }) => target.content[0])).toEqual(['similar']);
      }
    },
  );
}

const ONE_BY_ONE = 99;

/** More places under one word than are read at once, each a row of its own. */
export function looselyPlacedContract(store: () => Store): void {
  it('thousands of texts that came one by one share a rare word', { timeout: TIME }, async () => {
    const { memories } = store();
    const memory = await newMemory(store());
    const texts = Array.from({ length: 4_158 }, (_, n) => pair(`common tale w${n.toString(26)}x`, `${n}`));
    for (let from = 0; from < texts.length; from += ONE_BY_ONE)
      await memories.addTus(memory, texts.slice(from, from + ONE_BY_ONE));
    const found = await memories.findSimilar({
      ...{ memories: [memory], sourceLanguage: en, targetLanguage: fa, source: ['common tale other'] },
      ...{ minimum: 50, limit: 500 },
    });
    expect(found.map(({ similarity }) => Math.floor(similarity))).toEqual(
      Array.from({ length: 500 }, () => 66),
    );
  });
}

const LANGUAGES = [en, fa, my] as const;
const BURMESE = 'လယ်ယာ မြစ် သည် ရှိ အိမ် ကြီး နီ မြို့ လူ ရေ မီး တောင် ပင်လယ် ကျောင်း စာအုပ် မိတ်ဆွေ'.split(' ');
const LETTERS = 'بتجدرسشفکلمنوه';

/** So long that few have the many places that are packed. */
function longText(language: LanguageTag, seed: number): string {
  if (language === my) return shuffled(BURMESE, seed).slice(0, 9).join('');
  const letter = (n: number): string => LETTERS.charAt(n % LETTERS.length);
  const word = (n: number): string =>
    language === en ? `word${n}x` : letter(n) + letter(Math.floor(n / 14)) + letter(Math.floor(n / 196));
  return Array.from({ length: 100 }, (_, n) => word((seed * 13 + n * 7) % 1_501)).join(' ');
}

/** Of a row that counts them. */
export function looseOf(row: unknown): number {
  return z.object({ loose: z.coerce.number() }).parse(row).loose;
}

/** `countLoose`: places that are not packed. */
export function packingContract(
  name: string,
  open: () => Promise<{ readonly store: Store; readonly countLoose: () => Promise<number> }>,
): void {
  describe(`${name}: units that came one by one`, () => {
    it('are found before, while and after their places are packed', { timeout: TIME }, async () => {
      const { store, countLoose } = await open();
      onTestFinished(() => store.close());
      const { memories } = store;
      const memory = await newMemory(store);
      const unit = (seed: number) =>
        pair('', '', {
          variants: LANGUAGES.map((language) => ({ language, content: [longText(language, seed)] })),
        });
      await memories.addTus(memory, [unit(0)]);
      for (const language of LANGUAGES) await expectAll(store, memory, language, 0);
      for (let n = 1; n < 430; n += 86) {
        await memories.addTus(
          memory,
          Array.from({ length: 86 }, (_, at) => unit(n + at)),
        );
      }
      // Burmese has fewer, which are left as they are.
      for (let seed = 0; (await countLoose()) > 15_000; seed += 1) {
        await expectAll(store, memory, LANGUAGES[seed % 3] ?? en, seed);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      const [first, second] = await memories.listTus(memory, null, 2);
      await memories.updateTu(first!.id, unit(999));
      await memories.deleteTus([second!.id]);
      for (const language of LANGUAGES) {
        for (const seed of [0, 1, 2, 77, 999]) await expectAll(store, memory, language, seed);
      }
    });
  });
}

/** A text like that of the seed finds what a look at all finds. */
async function expectAll(store: Store, memory: MemoryId, language: LanguageTag, seed: number): Promise<void> {
  const source = [longText(language, seed).replace(/^\S{1,8}/u, '')];
  const found = await store.memories.findSimilar({
    ...{ memories: [memory], sourceLanguage: language, targetLanguage: language === en ? fa : en, source },
    ...{ minimum: 50, limit: 500 },
  });
  const key = matchingKey(source).tokens;
  const similarities = (await store.memories.listTus(memory, null, 1_000)).map((tu: StoredTu) => {
    const other = matchingKey(variantIn(tu, language)?.content ?? []).tokens;
    return [tu.id, similarityOf(tokenDistance(key, other), Math.max(key.length, other.length))] as const;
  });
  const expected = similarities.filter(([, similarity]) => similarity >= 50);
  expect(found.map(({ tu, similarity }) => [tu.id, similarity]).sort()).toEqual(expected.sort());
}

function shuffled(words: readonly string[], seed: number): readonly string[] {
  let state = seed * 7_919 + 1;
  const drawn = words.map((word) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { word, at: state };
  });
  return drawn.sort((a, b) => a.at - b.at).map(({ word }) => word);
}
