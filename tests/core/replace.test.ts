import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, textOf, type Content, type InlineCode } from '../../server/core/text/content.ts';
import { replaceText, type Replacement } from '../../server/core/text/replace.ts';
import { inlineCode } from '../support/inline-codes.ts';

const plain: Replacement = { find: '', by: '*', wholeWord: false, folded: false };
const code = (kind: InlineCode['code'], id = '1'): InlineCode => inlineCode(kind, id);

describe('replaced text', () => {
  it.each<readonly [string, string, Partial<Replacement>, string]>([
    ['a.c abc a.c', 'a.c', {}, '* abc *'],
    ['x$1 \\d+ $1', '$1', { by: '$&$1' }, 'x$&$1 \\d+ $&$1'],
    ['aaaa', 'aa', {}, '**'],
    ['two  spaces  here', '  ', { by: ' ' }, 'two spaces here'],
    ['Lamp lamp LAMP', 'lamp', {}, 'Lamp * LAMP'],
    ['Lamp lamp LAMP', 'lamp', { folded: true }, '* * *'],
    ['lamps lamp lamplight', 'lamp', { wholeWord: true }, 'lamps * lamplight'],
    ['يك كتاب کتاب', 'کتاب', {}, 'يك كتاب *'],
    ['يك كتاب کتاب', 'کتاب', { folded: true }, 'يك * *'],
    ['می‌روم نمی‌روم', 'می‌', { by: 'می', wholeWord: false }, 'میروم نمیروم'],
    ['می‌روم', 'می', {}, '*‌روم'],
    ['می‌روم', 'می', { wholeWord: true }, 'می‌روم'],
    ['a\u200Fb\u200F', '\u200F', { by: '' }, 'ab'],
    ['a\u200Fb\u200F', '\u200F', { by: '', folded: true }, 'ab'],
    ['cafe\u0301 cafe', 'cafe', {}, 'cafe\u0301 *'],
    ['cafe\u0301 cafe', 'cafe', { folded: true }, '* *'],
    ['ﬁre', 'f', { folded: true }, 'ﬁre'],
    ['ﬁre', 'fi', { folded: true }, '*re'],
    ['မ မီး ကမ', 'မ', {}, '* မီး က*'],
    ['နက် န', 'န', {}, 'နက် *'],
    ['ဗုဒ္ဓ', 'ဓ', {}, 'ဗုဒ္ဓ'],
    ['ကုိယ်', '\u102F\u102D', { by: '\u102D\u102F' }, 'ကိုယ်'],
    ['👩‍💻 💻', '💻', {}, '👩‍💻 *'],
    ['👩', '\uDC69', {}, '👩'],
    ['', 'a', {}, ''],
  ])('in %j of %j by %j is %j', (text, find, rest, expected) => {
    const { content, found, put } = replaceText([text], { ...plain, find, ...rest });
    expect(textOf(content)).toBe(expected);
    const by = rest.by ?? plain.by;
    expect(put.map(({ start, end }) => expected.slice(start, end))).toEqual(found.map(() => by));
  });

  it('leaves codes where they are, and tells of what they cut', () => {
    const content = ['The ', code('open'), 'lamp', code('close'), ' lam', code('standalone', '2'), 'p lamp'];
    const result = replaceText(content, { ...plain, find: 'lamp', by: 'چراغ' });
    expect(result.content).toEqual([...content.slice(0, 2), 'چراغ', ...content.slice(3, 6), 'p چراغ']);
    expect(result.cut).toBe(0);
    const cut = replaceText(['l', code('open'), 'amp', code('close'), ' lamp'], { ...plain, find: 'lamp' });
    expect(cut.content).toEqual(['l', code('open'), 'amp', code('close'), ' *']);
    expect(cut).toMatchObject({ cut: 1, found: [{ start: 5, end: 9 }], put: [{ start: 5, end: 6 }] });
    const word = { ...plain, find: 'amp', wholeWord: true };
    expect(replaceText(['l', code('open'), 'amp', code('close')], word).found).toEqual([]);
    expect(replaceText(['l', code('standalone'), 'amp'], word).found).toHaveLength(1);
    expect(replaceText(['a', code('standalone')], { ...plain, find: '\uFFFC' }).content).toEqual([
      'a',
      code('standalone'),
    ]);
  });

  it('keeps every code and all text around the hits, whatever is looked for', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'ا', 'ك', 'ک', 'က', 'ိ', '\u200C', '👩') });
    const part = fc.oneof(text, fc.constantFrom(code('open'), code('close'), code('standalone', '3')));
    fc.assert(
      fc.property(
        fc.array(part),
        text,
        text,
        fc.boolean(),
        fc.boolean(),
        (parts, find, by, wholeWord, folded) => {
          fc.pre(find !== '');
          const content: Content = parts;
          const result = replaceText(content, { find, by, wholeWord, folded });
          expect(codesOf(result.content)).toEqual(codesOf(content));
          const rest = (whole: string, spans: typeof result.found): string =>
            spans.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), whole);
          expect(rest(textOf(result.content), result.put)).toBe(rest(textOf(content), result.found));
        },
      ),
    );
  });
});
