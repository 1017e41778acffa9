/** Patterns of ICU and Java, matched at a place: what each dialect spells is understood, and nothing takes for ever. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Automaton } from '../../server/core/text/segmentation/srx/automaton.ts';
import { PatternError } from '../../server/core/text/segmentation/srx/pattern-error.ts';
import { parsePattern } from '../../server/core/text/segmentation/srx/pattern.ts';

const budget = (): { steps: number } => ({ steps: 1e6 });
const whole = (pattern: string, text: string): boolean =>
  new Automaton(parsePattern(`(?:${pattern})\\z`), false).matches(text, 0, budget());

describe('a pattern', () => {
  test.each([
    // Plain things, greedy, lazy, possessive, atomic.
    ['a|bc', ['a', 'bc'], ['b', 'ac', '']],
    ['a{2}b{1,2}c{0,}d?', ['aab', 'aabbcccd'], ['ab', 'aabbb']],
    ['a+?b*+(?>c)', ['aabc', 'ac'], ['bc']],
    ['(?<name>x)(?:y)(z)', ['xyz'], ['xy']],
    ['.', ['a', '𐐷', '။'], ['\n', 'ab', '']],
    // Flags, alone and in the middle.
    ['(?i)mr', ['mr', 'MR', 'mR'], ['m']],
    ['a(?i)b(?-i)c', ['abc', 'aBc'], ['Abc', 'abC']],
    ['a(?iu:éß)', ['aéß', 'aÉß'], ['Aéß']],
    ['(?s).(?-s).', ['\na'], ['a\n']],
    ['(?x) a b # c\n c', ['abc'], ['a b']],
    ['(?i)[^a]', ['b'], ['a', 'A']],
    // Escapes.
    ['\\-\\"\\!\\/\\.', ['-"!/.'], ['-"!/x']],
    ['\\u0041\\x42\\x{43}\\x{10437}\\t\\0101', ['ABC𐐷\tA'], ['ABC']],
    ['\\Qa.b*\\E+c', ['a.b*c', 'a.b**c'], ['axbc']],
    ['\\h\\R\\v', ['\u00a0\r\n\n', ' \n\f'], ['\n\n\n']],
    ['\\d\\w\\s', ['۱ی\u00a0', '1_ '], ['a1 ']],
    ['\\D\\W\\S', ['a-b'], ['1ab']],
    // Properties by every name.
    ['\\p{Lu}\\p{L}\\pN\\P{Ll}', ['Aa1B'], ['aa1B', 'Aa1b']],
    ['\\p{InCyrillic}\\P{InGreek}[\\p{InMyanmar}\\p{Block=Basic Latin}]', ['яяက', 'ѐaa'], ['aяက', 'яαa']],
    ['\\p{Punct}\\p{Alpha}\\p{IsLatin}\\p{script=Myanmar}', ['!aaက'], ['aaaက']],
    ['[[:alpha:][:digit:]]+', ['a1ب'], ['a-']],
    ['\\p{InvalidAsYet}|a', [], []],
    // Classes.
    ['[a-c&&[^b]]', ['a', 'c'], ['b', 'd']],
    ['[\\p{L}--[a-z]]', ['A'], ['a', '1']],
    ['[^\\p{Lu}\\s]', ['a', '1'], ['A', ' ']],
    ['[]a]', [']', 'a'], ['b']],
    ['[a\\-z\\]\\[-]', ['a', '-', 'z', ']', '['], ['b']],
    ['[\\Q^-]\\E]', ['^', '-', ']'], ['Q']],
    ['[a[bc]]', ['a', 'b', 'c'], ['[']],
  ])('%s', (pattern, yes, no) => {
    if (yes.length + no.length === 0) {
      expect(() => parsePattern(pattern)).toThrow(PatternError);
      return;
    }
    expect(yes.filter((text) => !whole(pattern, text))).toEqual([]);
    expect(no.filter((text) => whole(pattern, text))).toEqual([]);
  });

  test.each([
    ['\\bab', 'x ab', 2, true],
    ['\\bب', 'اب', 1, false],
    ['\\bب', 'ا ب', 2, true],
    ['(?<=x)a', 'xa', 1, true],
    ['(?<!x)a', 'xa', 1, false],
    ['a(?=b)', 'ab', 0, true],
    ['a(?!b)', 'ab', 0, false],
    ['^a', 'ba', 1, false],
    ['(?m)^a', 'b\na', 2, true],
    ['a$', 'a\n', 0, true],
  ])('%s in %j at %d: %s', (pattern, text, place, expected) => {
    expect(new Automaton(parsePattern(pattern), false).matches(text, place, budget())).toBe(expected);
  });

  test.each([
    '(a',
    'a)',
    '[a',
    'a**{3,1}',
    '*a',
    '(?<n>a)\\1',
    '\\k<n>',
    '\\p{Nothing}',
    '(?y)a',
    'a\\',
    '[b-a]',
    '\\X',
  ])('refuses %s', (pattern) => {
    expect(() => parsePattern(pattern)).toThrow(PatternError);
  });

  test('backward finds what ends at a place, as the pattern forward finds it in what stands before', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', 'a*', '(?:a|bb)+', 'b?', '.', '(?:ab){1,2}');
    fc.assert(
      fc.property(
        fc.array(atom, { maxLength: 5 }),
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 }),
        (parts, text) => {
          const pattern = parts.join('');
          const backward = new Automaton(parsePattern(pattern), true);
          for (let at = 0; at <= text.length; at += 1) {
            const expected = new RegExp(`(?:${pattern})$`, 'u').test(text.slice(0, at));
            expect(backward.matches(text, at, budget())).toBe(expected);
          }
        },
      ),
    );
  });

  test('that would blow up elsewhere costs no more steps than its length times the text', () => {
    for (const pattern of ['(a+)+b', '(a|a)*b', '(a|aa)+$', '(?:a*)*b', '(a?){50}a{50}b', '(?=(a*)*b)a']) {
      const spent = { steps: 1e6 };
      expect(new Automaton(parsePattern(pattern), false).matches('a'.repeat(5_000), 0, spent)).toBe(false);
      expect(spent.steps).toBeGreaterThan(1e6 - 500 * 500);
    }
    expect(() => new Automaton(parsePattern('((a{1,100}){1,100}){1,100}'), false)).toThrow(PatternError);
    expect(() => parsePattern('('.repeat(10_000))).toThrow(PatternError);
  });
});
