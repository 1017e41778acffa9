/** Terms in texts: which words are forms of them, and which are not. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Concept, Term } from '../../../server/core/terminology/concept.ts';
import { recognise } from '../../../server/core/terminology/recognise.ts';
import { termIndex } from '../../../server/core/terminology/term-index.ts';
import { concept, term } from '../../support/concepts.ts';
import { tag } from '../../support/workbench.ts';

/** What is found, as `words=term` with `?` where it is only perhaps one and `<` where it lies within another. */
function found(
  language: string,
  terms: readonly (string | Partial<Term>)[],
  text: string,
): readonly string[] {
  const concepts = terms.map((each, index): Concept => {
    const given = typeof each === 'string' ? { text: each } : each;
    return concept(`c${index}`, [term(language, given.text ?? '', given)]);
  });
  return recognise(text, termIndex(concepts, tag(language))).flatMap(
    ({ start, end, entries, form, within }) =>
      entries.map(
        (entry) =>
          `${text.slice(start, end)}=${entry.term.text}${form === 'perhaps' ? '?' : ''}${within ? '<' : ''}`,
      ),
  );
}

describe('forms of a word', () => {
  test.each([
    ['en', 'commodity', 'commodities', 'commodity', 'Commodity’s'],
    ['en', 'child', 'children', 'Child', 'CHILDREN'],
    ['en', 'woman', 'women'],
    ['en', 'thesis', 'theses'],
    ['en', 'crisis', 'crises'],
    ['en', 'workman', 'workmen'],
    ['en', 'wolf', 'wolves'],
    ['en', 'Leveller', 'Levellers', "Leveller's", 'Levellers’'],
    ['en', 'co-operation', 'cooperation', 'co operation', 'co‑operation'],
    ['en', 'cooperation', 'co-operation'],
    ['en', 'organisation', 'organizations'],
    ['en', 'labor', 'labour'],
    ['en', 'human rights', 'human right', 'human  rights', 'human\u00A0rights'],
    ['en', 'trade union', 'trade unions', 'trade-unions', 'Trade\uFFFC Union'],
    ['en', 'Élisée Reclus', 'Elisee Reclus'],
    ['en', 'NGO', 'NGOs', 'NGO'],
    ['fa', 'کتاب', 'کتابها', 'کتاب‌ها', 'کتاب ها', 'کتاب های', 'کتاب‌هایشان', 'كتاب', 'کتابِ', 'کتـاب'],
    ['fa', 'اتحادیه', 'اتحادیهٔ', 'اتحادیه‌ی', 'اتحادیۀ', 'اتحادیه ی', 'اتحادیه‌ای', 'اتحادیه‌هایی'],
    ['fa', 'دانشجو', 'دانشجویان', 'دانشجوی', 'دانشجوها'],
    ['fa', 'برده', 'بردگان', 'برده‌ها'],
    ['fa', 'کارگر', 'کارگران', 'کارگرانشان', 'کارگرها'],
    [
      'fa',
      'اتحادیهٔ کارگری',
      'اتحادیه‌های کارگری',
      'اتحادیه های کارگری',
      'اتحادیه کارگری',
      'اتحاديه‌ي كارگري',
    ],
    ['fa', 'کتاب‌خانه', 'کتابخانه', 'کتاب خانه', 'کتابخانه‌ها'],
    ['fa', 'دست کم', 'دست‌کم', 'دستکم'],
    ['fa', 'رسانه‌ها', 'رسانه', 'رسانه‌های', 'رسانه ها'],
    ['my', 'အလုပ်သမား', 'အလုပ်သမား', 'အလုပ်\u200Bသမား'],
    ['my', 'ကျွန်တော့်', 'ကျွန်တော\u103A\u1037'],
    ['de', 'Genossenschaft', 'genossenschaft'],
    ['ru', 'Кропоткин', 'кропоткин'],
    ['zh', '互助', '互助'],
  ])('%s: %s', (language, of, ...forms) => {
    for (const form of forms) {
      expect(found(language, [of], `(${form})`), form).toEqual([`${form.replace(/['’]s?$/u, '')}=${of}`]);
      expect(found(language, [of], `${form}.`), form).toHaveLength(1);
    }
  });

  test.each([
    ['en', 'universe', 'university universities universal'],
    ['en', 'organ', 'organise organisation organic'],
    ['en', 'new', 'news renew newer'],
    ['en', 'good', 'goods'],
    ['en', 'hop', 'hoping hoped'],
    ['en', 'car', 'caring cared'],
    ['en', 'arms', 'arm'],
    ['en', 'aid', 'aide said'],
    ['en', 'state', 'statement understate'],
    ['en', 'US', 'us Us'],
    ['en', 'IT', 'it It'],
    ['en', 'IT', 'WHAT IT IS'],
    ['en', 'C', 'C++ C# c'],
    ['en', 'foo', 'foo_bar'],
    ['fa', 'مرد', 'مردم نامرد'],
    ['fa', 'دان', 'دانشجو'],
    ['fa', 'کار', 'کارت آشکار'],
    ['my', 'ကား', 'စကားပြော'],
    ['my', 'ဗုဒ္ဓ', 'ဗုဒ်ဓ'],
    ['my', 'ကမ်', 'ကမ္ဘာ'],
    ['de', 'Art', 'Arten artig'],
  ])('%s: %s is not in “%s”', (language, of, text) => {
    expect(found(language, [of], text)).toEqual([]);
  });

  test.each([
    ['en', 'strike', null, 'striking', '?'],
    ['en', 'strike', 'verb', 'struck', ''],
    ['en', 'plan', 'verb', 'planned', ''],
    ['en', 'write', 'verb', 'written', ''],
    ['en', 'dye', null, 'dying', null],
    ['en', 'die', 'verb', 'dying', ''],
    ['en', 'strike', 'noun', 'striking', null],
    ['en', 'strike', 'noun', 'strikes', ''],
    ['en', 'fast', 'adverb', 'fasts', null],
    ['fa', 'مرد', null, 'مردان', '?'],
    ['fa', 'انقلاب', null, 'انقلابی', '?'],
    ['my', 'လူ', null, 'လူ့', '?'],
  ] as const)('%s: %s (%s) and %s', (language, text, partOfSpeech, form, mark) => {
    const result = mark === null ? [] : [`${form}=${text}${mark}`];
    expect(found(language, [{ text, partOfSpeech }], form)).toEqual(result);
  });
});

test.each([
  [
    'en',
    ['aid', 'mutual aid', 'mutual'],
    'mutual aid',
    ['mutual aid=mutual aid', 'mutual=mutual<', 'aid=aid<'],
  ],
  [
    'en',
    ['trade union', 'union member'],
    'trade union member',
    ['trade union=trade union<', 'union member=union member'],
  ],
  ['my', ['နိုင်ငံ', 'နိုင်ငံတော်', 'အစိုးရ'], 'နိုင်ငံတော်အစိုးရက', ['နိုင်ငံတော်=နိုင်ငံတော်', 'နိုင်ငံ=နိုင်ငံ<', 'အစိုးရ=အစိုးရ']],
  ['my', ['PDF', 'ဖိုင်'], 'PDFဖိုင်များ', ['PDF=PDF', 'ဖိုင်=ဖိုင်']],
  [
    'fa',
    ['کارگر', 'اتحادیهٔ کارگری'],
    'اتحادیه‌های کارگری',
    ['اتحادیه‌های کارگری=اتحادیهٔ کارگری', 'کارگری=کارگر?<'],
  ],
])('%s: the longest of %j first', (language, terms, text, expected) => {
  expect(found(language, terms, text)).toEqual(expected);
});

it('asks capitals of names alone', () => {
  const name = [{ text: 'Reading', partOfSpeech: 'properNoun' as const }];
  expect(found('en', name, 'Reading in reading READING')).toEqual(['Reading=Reading', 'READING=Reading']);
  expect(found('en', ['Anarchism'], 'anarchism')).toEqual(['anarchism=Anarchism']);
});

it('finds homonyms together, and only terms of the language and its script', () => {
  const concepts = [
    concept('a', [term('en-GB', 'bank'), term('fa', 'بانک')]),
    concept('b', [term('en', 'bank'), term('sr', 'банка')]),
  ];
  const [only, ...more] = recognise('Banks', termIndex(concepts, tag('en-US')));
  expect(only?.entries.map((entry) => entry.concept.id)).toEqual(['a', 'b']);
  expect(more).toEqual([]);
  expect(recognise('банка', termIndex(concepts, tag('sr-Latn')))).toEqual([]);
  expect(recognise('банка', termIndex(concepts, tag('sr')))).toHaveLength(1);
});

const WORDS = fc.constantFrom(
  'mutual',
  'aid',
  'unions',
  'کتاب',
  'خانه‌ها',
  'လူ့',
  'အလုပ်သမား',
  'C++',
  'a-b',
  '互助',
  'US',
  '…',
  'ی',
);
const PHRASE = fc.array(WORDS, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

it.each(['en', 'fa', 'my', 'und'])(
  '%s: finds every term in its own text, and gives spans of the text',
  (language) => {
    fc.assert(
      fc.property(fc.array(PHRASE, { maxLength: 6 }), PHRASE, (phrases, text) => {
        const concepts = phrases.map((phrase, index) => concept(`${index}`, [term(language, phrase)]));
        const index = termIndex(concepts, tag(language));
        for (const phrase of phrases.filter((each) => /\p{L}{2}/u.test(each))) {
          const own = recognise(`${text} (${phrase})`, index).filter(({ entries }) =>
            entries.some((entry) => entry.term.text === phrase),
          );
          expect(own.length, phrase).toBeGreaterThan(0);
        }
        let last = 0;
        for (const { start, end } of recognise(text, index)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
      { numRuns: 200 },
    );
  },
);

it('has done with a hostile text and a hostile termbase in time', () => {
  const terms = Array.from({ length: 40 }, (_, index) => 'a '.repeat(index + 1).trim());
  expect(found('en', terms, 'a '.repeat(2_000)).length).toBeGreaterThan(1_000);
  expect(found('en', terms, 'a-'.repeat(2_000)).length).toBeGreaterThan(1_000);
});
