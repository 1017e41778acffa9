/** What concordance finds: texts within texts of a memory, folded, in all three scripts. */
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../server/core/text/content.ts';
import { tuId, type TuId } from '../../../server/store/ids.ts';
import type { StoredTu } from '../../../server/store/memory-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { drawing } from '../../../scripts/bench/tm/texts.ts';
import { en, fa, my } from '../../support/store-samples.ts';
import { newMemory, pair } from '../../support/tu-samples.ts';

export function concordanceContract(store: () => Store): void {
  describe('occurrences', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['The Farm stood by the river.', 'مزرعه کنار رود بود.'],
      ['Farming is hard; a % of _it', 'كشاورزي سخت است'],
      ['He went home', 'او به خانه می‌رفت'],
      ['A cafe\u0301 in the CITY', 'کافه‌ای در شهر'],
      ['er', 'x"y'],
    ];
    it.each<[string, string, boolean, readonly number[]]>([
      ['farm', 'en', false, [0, 1]],
      ['farm', 'en', true, [0]],
      ['er', 'en', true, [4]],
      ['er', 'en', false, [0, 4]],
      ['a', 'en', true, [1, 3]],
      ['%', 'en', false, [1]],
      ['_i', 'en', false, [1]],
      ['café', 'en', false, [3]],
      ['کشاورزی', 'fa', false, [1]],
      ['كافهاي', 'fa', false, [3]],
      ['رفت', 'fa', false, [2]],
      ['رفت', 'fa', true, []],
      ['خانه', 'fa', true, [2]],
      ['"', 'fa', false, [4]],
      ['x"y', 'fa', false, [4]],
      ['farm', 'fa', false, []],
      ['', 'en', false, []],
      ['\u200C', 'fa', false, []],
      ["' or 1=1", 'en', false, []],
    ])('of %j in %s, whole words %j', async (text, tag, wholeWord, expected) => {
      const memory = await newMemory(store());
      await store().memories.addTus(
        memory,
        pairs.map(([source, target]) => pair(source, target)),
      );
      await store().memories.addTus(await newMemory(store()), [pair('farm', 'x')]);
      const [here, there] = tag === 'en' ? [en, fa] : [fa, en];
      const asked = { memories: [memory], text, language: here, otherLanguage: there, wholeWord, limit: 100 };
      const found = await store().memories.findOccurrences(asked);
      expect(found.map((tu) => pairs.findIndex(([source]) => source === tu.variants[0]!.content[0]))).toEqual(
        expected,
      );
      expect(await store().memories.findOccurrences({ ...asked, otherLanguage: my })).toEqual([]);
      expect(await store().memories.findOccurrences({ ...asked, limit: 1 })).toHaveLength(
        Math.min(1, expected.length),
      );
    });

    it('of a Burmese syllable, of one letter, and within words', async () => {
      const memory = await newMemory(store());
      const texts = ['ကျွန်တော် စာအုပ် ဖတ်သည်။', 'စာ', 'မြို့တော်'];
      await store().memories.addTus(
        memory,
        texts.map((text, n) => ({
          ...pair(`${n}`, ''),
          variants: [
            { language: my, content: [text] },
            { language: en, content: [`${n}`] },
          ],
        })),
      );
      const found = async (text: string, wholeWord = false): Promise<unknown> =>
        (
          await store().memories.findOccurrences({
            ...{ memories: [memory], text, language: my, otherLanguage: en, wholeWord, limit: 9 },
          })
        ).map((tu) => Number(tu.variants[1]!.content[0]));
      expect(await found('စာ')).toEqual([0, 1]);
      expect(await found('စာ', true)).toEqual([0, 1]);
      expect(await found('တော်')).toEqual([0, 2]);
      expect(await found('မ')).toEqual([2]);
      expect(await found('ဖတ်သည်')).toEqual([0]);
    });

    it('of many, put away and since changed, are those that a look at every text finds', async () => {
      const memory = await newMemory(store());
      const draw = drawing(20);
      const words = ['ab', 'abc', 'b.a', 'c', '%a', 'ab-c', 'کتاب', 'کتا', 'با', 'မြို့', 'တော်', 'စာ', '😀b'];
      const text = (): string =>
        Array.from({ length: 1 + draw(4) }, () => words[draw(words.length)]).join(' ');
      const texts = Array.from({ length: 8_400 }, (_, n) => (n % 2_000 === 7 ? `${text()} qz` : text()));
      await store().memories.addTus(
        memory,
        texts.map((each, n) => pair(each, `${n}`)),
      );
      const numbers = new Map<number, string>();
      for (let after: TuId | null = null; numbers.size < texts.length;) {
        const page: readonly StoredTu[] = await store().memories.listTus(memory, after, 1_000);
        for (const tu of page) numbers.set(tu.id, textOf(tu.variants[0]!.content));
        after = page.at(-1)!.id;
      }
      const ids = [...numbers.keys()].map(tuId);
      for (const [n, becomes] of [text(), 'xyz qz', 'ab'].entries()) {
        await store().memories.updateTu(ids[n * 3]!, pair(becomes, `new ${n}`));
        numbers.set(ids[n * 3]!, becomes);
      }
      await store().memories.deleteTus(ids.slice(10, 20));
      for (const id of ids.slice(10, 20)) numbers.delete(id);
      const asked = { memories: [memory], language: en, otherLanguage: fa };
      for (const needle of [
        ...words,
        'q',
        'z',
        'qz',
        'yz',
        'xyz',
        'c ab',
        'ေ',
        'ို',
        'كتاب',
        'a.',
        'ab abc',
        'nn',
      ]) {
        for (const wholeWord of [false, true]) {
          const expected = [...numbers].filter(([, each]) =>
            holds(each, needle.replace('ك', 'ک'), wholeWord),
          );
          const [first, , third] = [0, 0, Math.floor(expected.length / 2)];
          for (const from of [first, third]) {
            const after = expected[from - 1]?.[0];
            const found = await store().memories.findOccurrences({
              ...{ ...asked, text: needle, wholeWord, limit: 60 },
              ...(after === undefined ? {} : { after: tuId(after) }),
            });
            expect(
              found.map(({ id }) => Number(id)),
              `${needle} ${wholeWord} ${from}`,
            ).toEqual(expected.slice(from, from + 60).map(([id]) => id));
          }
        }
      }
    });
  });
}

/** Letters beside each other are of one word, but not in Burmese. */
function holds(text: string, needle: string, wholeWord: boolean): boolean {
  const letter = '[a-z\u0600-\u06FF]';
  const sure = needle.replaceAll('.', '\\.');
  const before = new RegExp(`^${letter}`).test(needle) ? `(?<!${letter})` : '';
  const behind = new RegExp(`${letter}$`).test(needle) ? `(?!${letter})` : '';
  return new RegExp(wholeWord ? `${before}${sure}${behind}` : sure, 'u').test(text);
}
