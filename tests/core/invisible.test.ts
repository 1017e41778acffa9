import { describe, expect, test } from 'vitest';
import { invisiblesIn } from '../../server/core/text/invisible.ts';

const labels = (text: string): string =>
  invisiblesIn(text)
    .map(({ label }) => label)
    .join(' ');

describe('characters that cannot be seen', () => {
  test.each([
    ['می\u200cروم و ن\u200dع', 'ZWNJ ZWJ'],
    ['\u2066C++\u2069\u200e\u061c\u200f', 'LRI PDI LRM ALM RLM'],
    ['\u202aa\u202bb\u202cc\u202dd\u202e', 'LRE RLE PDF LRO RLO'],
    ['မြန်\u200bမာ\u2060\ufeff', 'ZWSP WJ BOM'],
    ['a\u00a0b\u202fc\u2003d\u00ade', 'NBSP NNBSP U+2003 SHY'],
    ['a\u{e0041}\u{e007f}\u2061\u3164', 'U+E0041 U+E007F U+2061 U+3164'],
    ['plain text\tand a line\n', ''],
  ])('%j', (text, expected) => {
    expect(labels(text)).toBe(expected);
  });

  test.each([
    '👩\u200d💻',
    '👩🏽\u200d🚀',
    '❤️\u200d🔥',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '☺️',
    '\u0600۱۲',
  ])('what belongs to the sign %s is seen', (text) => {
    expect(labels(text)).toBe('');
  });

  test('they stand where they are in UTF-16, and their kind says how they are drawn', () => {
    expect(invisiblesIn('😀\u200c\u{e0041}')).toEqual([
      { start: 2, end: 3, label: 'ZWNJ', kind: 'joiner' },
      { start: 3, end: 5, label: 'U+E0041', kind: 'other' },
    ]);
  });
});
