/** What holds a text, in source and target, beside a look through all texts in one statement. */
import type { MemoryId } from '../../../server/store/ids.ts';
import type { Store } from '../../../server/store/store.ts';
import { percentiles, say, timed } from './figures.ts';
import type { Pair } from './memory.ts';
import { drawing } from './texts.ts';

const QUESTIONS = 100;
/** Rarely words, and in many of them. */
const SHORT = ['er', 'te', 'ed', 'th', 'ate', 'ation', 'ing', 'ment', 'able', 'ها', 'ای', 'ست', 'ری'];

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
    const rare = rarePairs(texts);
    const kinds: readonly (readonly [string, () => string, boolean])[] = [
      ['a phrase of 18 letters', cut(18), false],
      ['a word', word, false],
      ['a whole word', word, true],
      ['3 letters', cut(3), false],
      ['2 letters', cut(2), false],
      ['1 letter', cut(1), false],
      ['2 letters that are rare', () => rare[draw(rare.length)] ?? 'qz', false],
      ['a whole word of few letters', () => SHORT[draw(SHORT.length)] ?? '', true],
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

/** Two characters that hardly a text has beside each other. */
function rarePairs(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts.slice(0, 20_000)) {
    for (let at = 0; at + 2 <= text.length; at += 1) {
      const pair = text.slice(at, at + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count <= 3).map(([pair]) => pair);
}
