import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeContent, textOf, type Content, type ContentPart } from '../../server/core/text/content.ts';
import { diffContent } from '../../server/core/text/text-diff.ts';
import { tag } from '../support/workbench.ts';

const shown = (before: Content, after: Content, language: string): readonly string[] =>
  diffContent(before, after, tag(language)).map(({ change, content }) => {
    const sign = { kept: '=', added: '+', removed: '-' }[change];
    return sign + content.map((part) => (typeof part === 'string' ? part : `<${part.id}>`)).join('');
  });

describe('diffContent', () => {
  test.each<[string, Content, Content, readonly string[]]>([
    ['en', ['The lamp burned.'], ['The lamp still burned.'], ['=The lamp ', '+still ', '=burned.']],
    ['fa', ['کتاب‌ها را خواندم'], ['کتاب‌هایم را خواندم'], ['-کتاب‌ها', '+کتاب‌هایم', '= را خواندم']],
    ['my', ['မီးအိမ်သည်'], ['မီးအိမ်က'], ['=မီးအိမ်', '-သည်', '+က']],
    ['my', ['ကောင်းသည်'], ['ကောင်တီသည်'], ['-ကောင်း', '+ကောင်တီ', '=သည်']],
    ['my', ['ရာဟု အယ်လ်ဒီ'], ['ရာဟု အယ်လ်ဖီ'], ['=ရာဟု အယ်လ်', '-ဒီ', '+ဖီ']],
    ['my', ['ဗုဒ္ဓ API ၁၂၃'], ['ဗုဒ္ဒ APIs ၁၂၄'], ['-ဗုဒ္ဓ', '+ဗုဒ္ဒ', '= ', '-API', '+APIs', '= ', '-၁၂၃', '+၁၂၄']],
    ['en', ['Say မင်္ဂလာပါ now'], ['Say မင်္ဂလာပျ now'], ['=Say မင်္ဂလာ', '-ပါ', '+ပျ', '= now']],
    ['shn', ['မႂ်ႇသုင်'], ['မႂ်ႇသုၵ်'], ['=မႂ်ႇ', '-သုင်', '+သုၵ်']],
    [
      'fa',
      ['می‌خواهم ۱٬۲۰۰ بار'],
      ['نمی‌خواهم ۱٬۳۰۰ بار'],
      ['-می‌خواهم', '+نمی‌خواهم', '= ', '-۱٬۲۰۰', '+۱٬۳۰۰', '= بار'],
    ],
    ['fa', ['خانهٔ بزرگ'], ['خانه‌ای بزرگ'], ['-خانهٔ', '+خانه‌ای', '= بزرگ']],
    ['en', [], ['new'], ['+new']],
    ['en', ['same'], ['same'], ['=same']],
  ])('%s', (language, before, after, expected) => {
    expect(shown(before, after, language)).toEqual(expected);
  });

  test('a code that moved is removed and added', () => {
    const code = { code: 'standalone' as const, id: '1', equiv: '', text: '' };
    expect(shown([code, 'a b'], ['a b', code], 'en')).toEqual(['-<1>', '=a b', '+<1>']);
  });

  test('no piece begins inside of a Burmese syllable, in any language, nor inside of a Persian word', () => {
    const burmese = fc.constantFrom(
      'က',
      'ခ',
      'သ',
      'င',
      'ာ',
      'ိ',
      'ို',
      'း',
      '့',
      '်',
      '္',
      'ျ',
      'ြ',
      'ဣ',
      '၎',
      ' ',
      '။',
      'x',
    );
    const persian = fc.constantFrom('ک', 'ا', 'ی', '\u200c', 'ٔ', 'ّ', ' ', '،', '۱', '«');
    const text = (unit: fc.Arbitrary<string>) => fc.string({ unit, maxLength: 14 });
    const starts = (
      before: string,
      after: string,
      language: string,
    ): readonly (readonly [string, string])[] =>
      (['added', 'removed'] as const).flatMap((without) => {
        const parts = diffContent([before], [after], tag(language))
          .filter(({ change }) => change !== without)
          .map(({ content }) => textOf(content));
        return parts.slice(1).map((part, at) => [parts[at]!, part] as const);
      });
    fc.assert(
      fc.property(
        text(burmese),
        text(burmese),
        fc.constantFrom('my', 'en', 'th'),
        (before, after, language) => {
          for (const [left, right] of starts(before, after, language)) {
            if (!/[\u1000-\u103f]$/u.test(left) || right.startsWith('x')) continue;
            expect(right).not.toMatch(/^(?:\p{M}|\p{L}\u1037?[\u103a\u1039])/u);
            if (/^\p{L}/u.test(right)) expect(left).not.toMatch(/\u1039$/u);
          }
        },
      ),
      { numRuns: 1_000 },
    );
    fc.assert(
      fc.property(text(persian), text(persian), (before, after) => {
        for (const [left, right] of starts(before, after, 'fa'))
          expect(`${left}|${right}`).not.toMatch(/\p{L}[\p{M}\u200c]*\|[\p{L}\p{M}\u200c]/u);
      }),
      { numRuns: 1_000 },
    );
  });

  test('joined, its pieces are both texts, however long', () => {
    const word = fc.constantFrom('a ', 'b ', 'c', ' ', 'می‌', 'ကို', '🕯');
    const text = fc
      .array(word, { maxLength: 40 })
      .map((words): Content => normalizeContent([words.join('')]));
    const part = (pieces: ReturnType<typeof diffContent>, without: string): Content =>
      normalizeContent(
        pieces.flatMap(({ change, content }): readonly ContentPart[] => (change === without ? [] : content)),
      );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = diffContent(before, after, tag('en'));
        expect(part(pieces, 'added')).toEqual(before);
        expect(part(pieces, 'removed')).toEqual(after);
      }),
    );
    const long = (seed: string): Content => [
      Array.from({ length: 3_000 }, (_, index) => `${seed}${index}`).join(' '),
    ];
    expect(part(diffContent(long('a'), long('b'), tag('en')), 'removed')).toEqual(long('b'));
  });
});
