/** What a file asks of length and wording: measured and found as the standard says. */
import { describe, expect, test } from 'vitest';
import { checkUnit } from '../../server/core/document/check-unit.ts';
import { segmentId } from '../../server/core/document/ids.ts';
import type { Limit } from '../../server/core/document/limits.ts';
import { overrideRules, type ValidationRule } from '../../server/core/document/validation-rules.ts';
import type { UnitPart } from '../../server/core/document/unit.ts';
import type { Content } from '../../server/core/text/content.ts';

const limit = (measure: Limit['measure'], maximum: number, rest: Partial<Limit> = {}): Limit => ({
  measure,
  minimum: 0,
  maximum,
  normalization: 'none',
  ...rest,
});

function part(target: Content | null, source: Content = ['x']): UnitPart {
  return { kind: 'segment', id: segmentId('1'), state: 'initial', source, target };
}

function found(limits: readonly Limit[], ...targets: (Content | null)[]): readonly string[] {
  return checkUnit({ limits, parts: targets.map((target) => part(target)) })
    .flat()
    .map(({ code, values }) => `${code} ${values['size']} ${values['measure']}`);
}

const BREAK = { code: 'standalone', id: '1', equiv: '\n', text: '' } as const;
const OPEN = { code: 'open', id: 'b', equiv: '', text: '' } as const;
const CLOSE = { ...OPEN, code: 'close' } as const;

describe('limits', () => {
  test.each<readonly [string, readonly Limit[], readonly (Content | null)[], readonly string[]]>([
    ['code points', [limit('codepoints', 2)], [['ab😀']], ['text-over-limit 3 characters']],
    ['as many as allowed', [limit('codepoints', 3)], [['ab😀']], []],
    [
      'what a reader counts, in Burmese',
      [limit('graphemes', 1)],
      [['မြို့မြို့']],
      ['text-over-limit 2 graphemes'],
    ],
    ['bytes of UTF-8', [limit('utf8', 4)], [['سلام']], ['text-over-limit 8 bytes']],
    ['bytes of UTF-16', [limit('utf16', 5)], [['a😀']], ['text-over-limit 6 bytes']],
    ['bytes of UTF-32', [limit('utf32', 7)], [['a😀']], ['text-over-limit 8 bytes']],
    ['form C before counting', [limit('codepoints', 1, { normalization: 'nfc' })], [['e\u0301']], []],
    ['form D', [limit('codepoints', 1, { normalization: 'nfd' })], [['é']], ['text-over-limit 2 characters']],
    ['segments together', [limit('codepoints', 3)], [['ab'], ['cd']], ['text-over-limit 4 characters']],
    ['too short', [limit('codepoints', 9, { minimum: 3 })], [['ab']], ['text-under-limit 2 characters']],
    ['not too short before it is whole', [limit('codepoints', 9, { minimum: 3 })], [['ab'], null], []],
    ['no maximum', [{ ...limit('codepoints', 0), maximum: null }], [['ab']], []],
    ['nothing translated', [limit('codepoints', 9, { minimum: 3 })], [null], []],
    ['codes count nothing', [limit('codepoints', 1)], [['a', BREAK]], []],
    [
      'or what the file says',
      [limit('utf8', 4, { weights: { 'standalone:1': 5 } })],
      [['a', BREAK]],
      ['text-over-limit 6 bytes'],
    ],
    [
      'the inside of one pair',
      [limit('codepoints', 1, { inside: 'b' })],
      [['abc', OPEN, 'de', CLOSE, 'f']],
      ['text-over-limit 2 characters'],
    ],
    ['which is not there', [limit('codepoints', 1, { inside: 'b' })], [['abc']], []],
  ])('%s', (_, limits, targets, expected) => {
    expect(found(limits, ...targets)).toEqual(expected);
  });
});

const rule = (
  kind: ValidationRule['kind'],
  text: string,
  rest: Partial<ValidationRule> = {},
): ValidationRule => ({
  kind,
  text,
  existsInSource: false,
  caseSensitive: true,
  normalization: 'nfc',
  ...rest,
});

describe('validation rules', () => {
  test.each<readonly [ValidationRule, string, string, string | null]>([
    [rule('isPresent', 'loja'), 'store', 'na loja online', null],
    [rule('isPresent', 'loja'), 'store', 'na store online', 'isPresent'],
    [rule('isPresent', 'loja', { occurs: 2 }), 'store', 'loja na loja', null],
    [rule('isPresent', 'loja', { occurs: 2 }), 'store', 'loja', 'occurs'],
    [rule('isPresent', 'aa', { occurs: 2 }), 's', 'aaa', 'occurs'],
    [rule('isNotPresent', 'store'), 'store', 'loja', null],
    [rule('isNotPresent', 'store'), 'store', 'na store', 'isNotPresent'],
    [rule('startsWith', '*'), '* a', '* b', null],
    [rule('startsWith', '*'), '* a', 'b *', 'startsWith'],
    [rule('endsWith', ':'), 'a:', 'b:', null],
    [rule('endsWith', ':'), 'a:', 'b.', 'endsWith'],
    [rule('endsWith', ':', { existsInSource: true }), 'a:', 'b:', null],
    [rule('endsWith', ':', { existsInSource: true }), 'a.', 'b:', 'source'],
    [rule('isPresent', 'Loja'), 's', 'loja', 'isPresent'],
    [rule('isPresent', 'Loja', { caseSensitive: false }), 's', 'LOJA', null],
    [rule('isPresent', 'e\u0301'), 's', '\u00e9', null],
    [rule('isPresent', 'e\u0301', { normalization: 'none' }), 's', '\u00e9', 'isPresent'],
  ])('%j %s → %s', (asked, source, target, expected) => {
    const problems = checkUnit({ rules: [asked], parts: [part([target], [source])] }).flat();
    expect(problems.map(({ values }) => values['rule'])).toEqual(expected === null ? [] : [expected]);
  });

  test('a unit states a rule again or switches it off', () => {
    const [a, b, c] = [rule('isPresent', 'a'), rule('isPresent', 'b'), rule('isNotPresent', 'a')] as const;
    const again = rule('isPresent', 'a', { occurs: 2 });
    expect(overrideRules([a, b, c], [{ rule: again, disabled: false }])).toEqual([b, c, again]);
    expect(overrideRules([a, b, c], [{ rule: a, disabled: true }])).toEqual([b, c]);
  });
});
