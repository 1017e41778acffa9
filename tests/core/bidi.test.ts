/** The bidirectional algorithm: Unicode's own cases, and what translators into Persian meet. */
import { describe, expect, test } from 'vitest';
import { bidiText, isolatesOf, levelsOf, runsOf, visualOrder } from '../../server/core/text/bidi.ts';
import type { Direction } from '../../server/core/text/language.ts';
import { corpusFile, hasCorpus } from '../support/corpus.ts';

/** As it is drawn from left to right; mirrored brackets stay as they are written. */
const drawn = (text: string, direction: Direction = 'rtl'): string =>
  visualOrder(text, direction)
    .map((index) => text.charAt(index))
    .join('');

describe.runIf(hasCorpus())('Unicode’s BidiCharacterTest', () => {
  test('levels and order of every case', () => {
    const wrong: string[] = [];
    let cases = 0;
    for (const line of corpusFile('unicode/BidiCharacterTest.txt').toString().split('\n')) {
      // The direction of a line is ours to say: where the case leaves it open, it is the one that it resolves to.
      const [points, , resolved, levels, order] = line.split('#')[0]!.split(';');
      if (order === undefined) continue;
      const characters = points!.split(' ').map((point) => String.fromCodePoint(Number.parseInt(point, 16)));
      const text = characters.join('');
      const starts = characters.map((_, index) => characters.slice(0, index).join('').length);
      const base = resolved === '0' ? 'ltr' : 'rtl';
      const expected = levels!.split(' ');
      const got = levelsOf(text, base);
      const isRight = expected.every(
        (level, index) => level === 'x' || got[starts[index]!] === Number(level),
      );
      const wanted = order.split(' ').filter((each) => each !== '');
      const shown = visualOrder(text, base)
        .map((at) => starts.indexOf(at))
        .filter((index) => index >= 0 && expected[index] !== 'x');
      cases += 1;
      if (!isRight || shown.join(' ') !== wanted.join(' ')) wrong.push(line);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(cases).toBe(91_707);
  });
});

describe('what is outside of the basic plane', () => {
  test('a face is no letter, and Adlam runs from right to left', () => {
    expect(Array.from(levelsOf('سلام 😀!', 'rtl'))).toEqual(Array<number>(8).fill(1));
    expect(Array.from(levelsOf('𞤀𞤁', 'ltr'))).toEqual([1, 1, 1, 1]);
    expect(Array.from(levelsOf('𝕬𝕭', 'rtl'))).toEqual([2, 2, 2, 2]);
    expect(drawn('ب😀پ')).toBe('پ😀ب');
  });
});

describe('in a line from right to left', () => {
  test.each([
    ['(C.P.B.)', '(.C.P.B)'],
    ['/usr/local/bin', 'usr/local/bin/'],
    ['C++', '++C'],
    ['%s', 's%'],
    ['-5', '5-'],
    ['Yangon, Mandalay', 'Yangon, Mandalay'],
  ])('%s is drawn %s where nothing holds it together', (text, expected) => {
    const shown = drawn(`ا ${text} ب`);
    expect(shown).toBe(`ب ${mirrored(expected)} ا`);
  });

  test.each(['(C.P.B.)', '/usr/local/bin', 'C++', '%2$s', '{name}', '<b>', '+98 21 1234-5678', '-5'])(
    '%s is whole in an isolate',
    (text) => {
      const line = `ا \u2066${text}\u2069 ب`;
      expect(drawn(line).replace(/[\u2066\u2069]/gu, '')).toBe(`ب ${text} ا`);
    },
  );

  test('each line is a paragraph of the same direction', () => {
    expect(visualOrder('ab!\nب!', 'rtl')).toEqual([3, 2, 0, 1, 5, 4]);
    expect(visualOrder('a!\n'.repeat(20_000), 'rtl')).toHaveLength(60_000);
  });

  test('a code is one neutral position', () => {
    const code = { code: 'standalone', id: '1', equiv: 'x', text: '<x/>' } as const;
    expect(runsOf(bidiText(['ا ', code, ' ab']), 'rtl')).toEqual([
      { start: 0, end: 4, level: 1 },
      { start: 4, end: 6, level: 2 },
    ]);
  });
});

test('isolates are found with their depth; what is not closed in its line is none', () => {
  expect(isolatesOf('a\u2066b\u2067c\u2069\u2069 \u2068d\n\u2069')).toEqual([
    { kind: 'lri', start: 1, end: 7, depth: 0 },
    { kind: 'rli', start: 3, end: 6, depth: 1 },
  ]);
  expect(isolatesOf('\u2069 plain \u2066')).toEqual([]);
});

/** Brackets in a stretch that runs from right to left are drawn turned; here they are compared as written. */
function mirrored(text: string): string {
  return text === '(.C.P.B)' ? ').C.P.B(' : text;
}
