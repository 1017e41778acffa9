/** What holds a text, in source and target, beside a look through all texts in one statement. */
import type { MemoryId } from '../../../server/store/ids.ts';
import type { Store } from '../../../server/store/store.ts';
import { percentiles, say, timed } from './figures.ts';
import type { Pair } from './memory.ts';
import { drawing } from './texts.ts';

const QUESTIONS = 100;

export async function benchConcordance(store: Store, memory: MemoryId, pair: Pair): Promise<void> {
  for (const [language, other, texts] of [
    [pair.from, pair.to, pair.sources],
    [pair.to, pair.from, pair.targets],
  ] as const) {
    const draw = drawing(9);
    const cut = (length: number) => (): string => {
      const text = texts[draw(texts.length)] ?? '';
      const at = draw(Math.max(1, text.length - length));
      return text.slice(at, at + length);
    };
    const word = (): string => {
      const words = (texts[draw(texts.length)] ?? '').split(' ');
      return words[draw(words.length)] ?? '';
    };
    const kinds: readonly (readonly [string, () => string, boolean])[] = [
      ['a phrase of 18 letters', cut(18), false],
      ['a word', word, false],
      ['a whole word', word, true],
      ['3 letters', cut(3), false],
      ['2 letters', cut(2), false],
      ['Arabic letters for Persian ones', () => word().replaceAll('ی', 'ي').replaceAll('ک', 'ك'), false],
    ];
    for (const [name, text, wholeWord] of kinds) {
      const times: number[] = [];
      for (let n = 0; n < QUESTIONS; n += 1) {
        const question = {
          memories: [memory],
          text: text(),
          language,
          otherLanguage: other,
          wholeWord,
          limit: 50,
        };
        times.push((await timed(() => store.memories.findOccurrences(question))).ms);
      }
      say(`concordance in ${language}: ${name}`, percentiles(times));
    }
  }
}
