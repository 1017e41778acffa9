import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeContent, type Content, type ContentPart } from '../../server/core/text/content.ts';
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
    ['en', [], ['new'], ['+new']],
    ['en', ['same'], ['same'], ['=same']],
  ])('%s', (language, before, after, expected) => {
    expect(shown(before, after, language)).toEqual(expected);
  });

  test('a code that moved is removed and added', () => {
    const code = { code: 'standalone' as const, id: '1', equiv: '', text: '' };
    expect(shown([code, 'a b'], ['a b', code], 'en')).toEqual(['-<1>', '=a b', '+<1>']);
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
