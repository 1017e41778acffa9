import { describe, expect, test } from 'vitest';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import { countCharacters, countWords, WORD_METHOD } from '../../server/core/text/words.ts';

const words = (text: string, language: string): number => countWords(text, parseLanguageTag(language)!);

describe('countWords', () => {
  test.each([
    ['en', '', 0],
    ['en', ' — … ', 0],
    ['en', 'The Worker-communist Party of Iran (WCPI)', 7],
    ['en', 'It doesn’t cost 12,000.50, does it?', 6],
    ['fa', 'می‌روم', 1],
    ['fa', 'کتاب‌های بیست‌وپنج نفر', 3],
    ['fa', '۱٬۲۰۰ تومان و ۳٫۵ درصد', 5],
    ['fa', '«زن، زندگی، آزادی»', 3],
    ['my', 'မြန်မာနိုင်ငံ၏ မြို့တော်သည်', 3],
    ['my', '၁၂၀၀၀', 1],
    ['my', '။ ၊', 0],
  ])('%s: %s has %i', (language, text, expected) => {
    expect(words(text, language)).toBe(expected);
  });

  test('counts the same Burmese word typed in another order of marks alike', () => {
    const typed = 'သည\u103A\u1037';
    expect(typed).not.toBe(typed.normalize('NFC'));
    expect(words(typed, 'my')).toBe(words(typed.normalize('NFC'), 'my'));
  });

  test('counts a long text as it counts its sentences', () => {
    const sentence = 'The real number is likely higher. ';
    expect(words(sentence.repeat(40_000), 'en')).toBe(6 * 40_000);
  });

  test('finishes where no white space is', () => {
    expect(words('က'.repeat(300_000), 'my')).toBeGreaterThan(0);
    expect(words('a'.repeat(300_000), 'en')).toBeGreaterThan(0);
    expect(words('\n\r\n'.repeat(100_000), 'en')).toBe(0);
  });

  test('names its method', () => {
    expect(WORD_METHOD).toContain('UAX #29');
  });
});

describe('countCharacters', () => {
  test.each([
    ['en', 'a b\u00A0c', { all: 5, withoutSpaces: 3, graphemes: 5 }],
    ['en', 'e\u0301 👩‍👧', { all: 6, withoutSpaces: 5, graphemes: 3 }],
    ['fa', 'می‌روم', { all: 6, withoutSpaces: 6, graphemes: 5 }],
    ['my', 'ကျွန်ုပ်တို့', { all: 12, withoutSpaces: 12, graphemes: 4 }],
  ])('%s: %s', (language, text, expected) => {
    expect(countCharacters(text, parseLanguageTag(language)!)).toEqual(expected);
  });

  test('does not split what belongs together where it cuts a long text', () => {
    const count = countCharacters('e\u0301'.repeat(50_000), parseLanguageTag('en')!);
    expect(count).toEqual({ all: 100_000, withoutSpaces: 100_000, graphemes: 50_000 });
  });
});
