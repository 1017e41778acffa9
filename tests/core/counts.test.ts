/** What texts amount to by each method, on real texts and at the edges. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { countSegments } from '../../server/core/document/count-segments.ts';
import type { Unit } from '../../server/core/document/unit.ts';
import { addCounts, type Counts } from '../../server/core/progress/counts.ts';
import { gmxMethod, gmxText, type GmxText } from '../../server/core/text/gmx.ts';
import { addMeasures, isEstimate, measure } from '../../server/core/text/measures.ts';
import { countBurmeseSyllables } from '../../server/core/text/syllables.ts';
import { countWords } from '../../server/core/text/words.ts';
import { corpusFile, corpusJson, hasCorpus } from '../support/corpus.ts';
import { en, fa, language, my, plainUnit } from '../support/store-samples.ts';

describe.runIf(hasCorpus())('the Universal Declaration', () => {
  const texts = (code: 'en' | 'fa' | 'my'): readonly string[] =>
    z
      .array(z.object({ en: z.string().nullish(), fa: z.string().nullish(), my: z.string().nullish() }))
      .parse(corpusJson(`parallel/udhr-en-${code === 'en' ? 'fa' : code}.json`))
      .flatMap((row) => row[code] ?? []);

  it('in English and Persian has so many words', () => {
    expect(addMeasures(texts('en').map((text) => measure(text, en)))).toMatchObject({ words: 1753 });
    expect(addMeasures(texts('fa').map((text) => measure(text, fa)))).toMatchObject({
      words: 1821,
      whiteSpaceWords: 1822, // an ellipsis stands alone
      burmeseSyllables: 0,
    });
  });

  it('in Burmese has what was measured, and why we count otherwise', () => {
    const all = texts('my');
    const sum = (count: (text: string) => number): number =>
      all.reduce((total, text) => total + count(text), 0);
    const matches = (pattern: RegExp) => (text: string) => text.match(pattern)?.length ?? 0;
    const cut = (granularity: 'word' | 'grapheme', wanted: (each: Intl.SegmentData) => boolean) => {
      const segmenter = new Intl.Segmenter('my', { granularity });
      return (text: string) => [...segmenter.segment(text)].filter(wanted).length;
    };
    // As it was typed, သည့် with its marks in another order is cut in two: fewer words after NFC.
    expect(sum(cut('word', ({ isWordLike }) => isWordLike === true))).toBe(2819);
    expect(addMeasures(all.map((text) => measure(text, my)))).toEqual({
      words: 2752,
      whiteSpaceWords: 1171,
      characters: 14987,
      charactersWithoutSpaces: 13906,
      graphemes: 9092,
      burmeseSyllables: 4372,
    });
    // Letters and graphemes without punctuation.
    expect(sum(matches(/[\p{L}\p{M}\p{N}]/gu))).toBe(13609);
    expect(sum(cut('grapheme', ({ segment }) => /[^\p{P}\s]/u.test(segment)))).toBe(7714);
    // A consonant with ့ between it and its asat begins no syllable (-244); vowels by themselves and ၏ do (+117).
    expect(sum(matches(/(?<!\u1039)[က-အ](?![\u103A\u1039])/gu))).toBe(4499);
  });
});

describe('Burmese syllables', () => {
  test.each([
    ['', 0],
    ['မြန်မာ', 2],
    ['ကျွန်ုပ်တို့', 2],
    ['အင်္ဂလိပ်', 2],
    ['ဗုဒ္ဓ', 1],
    ['သတ္တဝါ', 2],
    ['ယောက်ျား', 1],
    ['သည့်', 1],
    ['သည\u103A\u1037', 1],
    ['ဥပဒေ', 3],
    ['ဉာဏ်', 1],
    ['ဩဂုတ်လ', 3],
    ['၎င်း၏', 2],
    ['၁၉၈၈။ ၊ abc', 0],
  ])('%s has %i', (text, expected) => {
    expect(countBurmeseSyllables(text)).toBe(expected);
  });
});

describe.runIf(hasCorpus())('WordBreakTest.txt', () => {
  it('holds for all but two of its lines', () => {
    const lines = corpusFile('unicode/WordBreakTest.txt').toString('utf8').split('\n');
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    const rows = lines.map((line) => line.replace(/#.*/u, '').trim()).filter((line) => line !== '');
    const failed = rows.filter((row) => {
      const words = row
        .split('÷')
        .map((word) => word.replaceAll('×', ' ').trim())
        .filter((word) => word !== '')
        .map((word) => String.fromCodePoint(...word.split(/\s+/u).map((code) => Number.parseInt(code, 16))));
      const got = [...segmenter.segment(words.join(''))].map(({ segment }) => segment);
      return got.join('÷') !== words.join('÷');
    });
    expect(rows).toHaveLength(1823);
    expect(failed.length).toBeLessThanOrEqual(2);
  });
});

describe('GMX-V', () => {
  const none = { simpleNumbers: 0, complexNumbers: 0, measurements: 0, alphanumerics: 0 };
  test.each<[string, string, Partial<GmxText>]>([
    [
      'en',
      'The lamp still burned.',
      { words: 4, characters: 18, punctuation: 1, whiteSpace: 3, kind: 'mixed', ...none },
    ],
    ['en', '12', { words: 1, kind: 'numeric', simpleNumbers: 1 }],
    ['en', '10,000.00', { words: 1, kind: 'numeric', complexNumbers: 1 }],
    ['fa', '۱٬۲۰۰', { words: 1, kind: 'numeric', complexNumbers: 1 }],
    ['fa', '۳٫۵', { words: 1, kind: 'numeric', complexNumbers: 1 }],
    ['fa', 'می‌روم', { words: 1, kind: 'mixed', characters: 6 }],
    ['my', '၁၂၀၀၀', { words: 1, kind: 'numeric', simpleNumbers: 1 }],
    ['en', '10.50 mm', { words: 2, kind: 'measurement', measurements: 2 }],
    ['en', '10mm × 25 kg', { words: 3, kind: 'measurement', measurements: 3 }],
    ['en', '35 %', { words: 1, kind: 'measurement', measurements: 1 }],
    ['fa', '۳۵٪', { words: 1, kind: 'measurement', measurements: 1 }],
    ['en', '20 °C', { words: 2, kind: 'measurement', measurements: 2 }],
    ['en', 'AEG321', { words: 1, kind: 'alphanumeric', alphanumerics: 1 }],
    [
      'en',
      'It weighs 5 kg, not 7; see AEG321.',
      { words: 8, kind: 'mixed', measurements: 2, simpleNumbers: 1 },
    ],
    ['en', '—', { words: 0, kind: 'none', punctuation: 1 }],
    ['zh', '你好世界你好世界你好世界你好。', { words: 5, characters: 14 }],
    ['zh-Hant-HK', '你好', { words: 2 / 2.8 }],
    ['yue', '你好', { words: 2 / 2.8 }],
    ['ja', '東京都です', { words: 5 / 3 }],
    ['ko', '안녕 하세요', { words: 5 / 3.3, characters: 5 }],
    ['th', 'สวัสดี', { words: 1 }],
  ])('%s: %s', (tag, text, expected) => {
    expect(gmxText(text, language(tag))).toMatchObject(expected);
  });

  test.each([
    ['my', true, null],
    ['km', true, null],
    ['lo', true, null],
    ['shn', true, null],
    ['fa', false, null],
    ['th', false, 6],
    ['zh', false, 2.8],
  ])('says of %s whether it is an estimate', (tag, estimate, factor) => {
    expect(gmxMethod(language(tag))).toMatchObject({ estimate, factor });
    expect(isEstimate(language(tag))).toBe(estimate);
  });
});

describe('the counts of a document', () => {
  const code = { code: 'standalone', id: '1', equiv: '', text: '<br/>' } as const;
  const mark = (edge: 'open' | 'close') =>
    ({ code: 'marker', id: 'm', edge, equiv: '', text: '', translate: false }) as const;
  const units: readonly Unit[] = [
    plainUnit('u1', [['Café open.'], ['Cafe\u0301 ', code, 'open.'], ['12'], ['12']]),
    plainUnit('u2', [[code], ['See ', mark('open'), 'Farm Press', mark('close'), ' 3 times']]),
    { ...plainUnit('u3', [['Not for you']]), translate: false },
  ];
  const count = (given: readonly Unit[]): Counts => addCounts(countSegments(given, en, fa), [en], [fa]);

  it('tell repetitions, what is not translated and the categories apart', () => {
    expect(count(units)).toMatchObject({
      segments: 6,
      source: { words: { count: 11, method: 'UAX #29, NFC' } },
      target: null,
      repetitions: { segments: 2, words: 3 },
      untranslatable: {
        notTranslated: { segments: 1, words: 3 },
        codesOnly: { segments: 1 },
        protectedWords: 2,
      },
      gmx: {
        method: 'GMX-V 2.0',
        categories: {
          TotalWordCount: 14,
          ProtectedWordCount: 5,
          NumericOnlyTextUnitWordCount: 2,
          RepetitionMatchedWordCount: 2,
          SimpleNumericAutoTextWordCount: 1,
          TranslatableInlineCount: 4,
          TextUnitCount: 7,
        },
      },
    });
  });

  it('are an estimate where one of the languages has no standard', () => {
    const counts = addCounts(countSegments(units, my, fa), [en, my], []);
    expect(counts.source.words.estimate).toBe(true);
    expect(counts.gmx.words.estimate).toBe(true);
  });

  it('round after adding up', () => {
    const zh = language('zh');
    const counts = addCounts(
      countSegments([plainUnit('u', [['你好'], ['世界'], ['再见']])], zh, fa),
      [zh],
      [],
    );
    expect(counts.gmx.categories['TotalWordCount']).toBe(2);
  });
});

describe('counting', () => {
  const word = fc.constantFrom('lamp', 'می‌روم', '۱٬۲۰۰', '12', 'မြန်မာ', 'သည့်', 'AEG321', '— ', 'é', '你好');

  it('of texts that are joined by a line break is the sum', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), fc.constantFrom(en, fa, my), (one, other, tag) => {
        const [left, right] = [one.join(' '), other.join(' ')];
        const { characters, graphemes, ...counts } = addMeasures([measure(left, tag), measure(right, tag)]);
        expect(measure(`${left}\n${right}`, tag)).toEqual({
          ...counts,
          characters: characters + 1,
          graphemes: graphemes + 1,
        });
      }),
    );
  });

  it('does not depend on the form of the text', () => {
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom(en, fa, my), (words, tag) => {
        const text = words.join(' ');
        expect(countWords(text.normalize('NFD'), tag)).toBe(countWords(text, tag));
        expect(countBurmeseSyllables(text.normalize('NFD'))).toBe(countBurmeseSyllables(text));
        expect(gmxText(text.normalize('NFD'), tag)).toEqual(gmxText(text, tag));
      }),
    );
  });

  it('is done with a long text without spaces', () => {
    expect(measure('မြန်မာ'.repeat(50_000), my).burmeseSyllables).toBe(100_000);
    expect(gmxText('你好'.repeat(100_000), language('zh')).characters).toBe(200_000);
    expect(gmxText('7'.repeat(100_000), en).words).toBeGreaterThan(0);
  });
});
