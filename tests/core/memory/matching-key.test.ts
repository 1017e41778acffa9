import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  keyVersion,
  matchingKey,
  matchingKeyOfText,
  MOST_TOKENS,
} from '../../../server/core/memory/matching-key.ts';
import { keyTokensOf } from '../../../server/core/memory/tokens.ts';
import { fold } from '../../../server/core/text/fold.ts';
import type { InlineCode } from '../../../server/core/text/content.ts';

const tokens = (text: string): string => matchingKeyOfText(text).tokens.join(' ');

describe('tokens of a matching key', () => {
  it.each([
    ['words without punctuation', 'Well, “he” said — go!', 'well he said go'],
    ['apostrophes of any shape', "Don’t, don't; l’homme", "don't don't l'homme"],
    ['a quotation is no apostrophe', "'tis 'quoted'", 'tis quoted'],
    ['hyphens part', 'state-of-the-art', 'state of the art'],
    ['points part', 'file.txt e.g. U.S.', 'file txt e g u s'],
    ['names of programs are whole', 'set user_name to __init__', 'set user_name to init'],
    ['accents of either normal form', 'Résumé re\u0301sume\u0301', 'resume resume'],
    ['numbers, whatever their value', 'From 3 to 1,200.5 at 10:30', 'from # to # at #'],
    ['numbers of names', 'MP3 v2 3rd x86_64', 'mp3 v2 3rd x86_64'],
    ['a hyphen before a number', 'covid-19 and -5', 'covid # and #'],
    ['placeholders of programs', '%1$s of {name} %d', '# s of name d'],
    ['Persian letters and ZWNJ', 'كتاب‌هاي ما می‌روم', 'کتابهای ما میروم'],
    ['tatweel', 'سـلام', 'سلام'],
    ['a space without width, which nobody sees', 'می\u200bروم re\u200bdo\u200b, 1\u200b a', 'میروم redo # a'],
    ['Persian numbers, also beside letters', '۱۲تا از ۳٫۵', '# تا از #'],
    ['Arabic vowel marks', 'کِتاب', 'کتاب'],
    ['Burmese words', 'မြန်မာနိုင်ငံ၏ မြို့တော်သည် နေပြည်တော်ဖြစ်သည်။', 'မြန်မာနိုင်ငံ မြို့တော် သည် နေပြည်တော် ဖြစ်သည်'],
    ['Burmese numbers beside letters', 'စာအုပ် ၅အုပ်', 'စာအုပ် # အုပ်'],
    ['Chinese and Latin', '打开Windows文件', '打开 windows 文件'],
    ['Tibetan by its syllables', 'བོད་ཡིག', 'བོད ཡིག'],
    ['Balinese by its characters', 'ᬩᬮᬶ', 'ᬩ ᬮᬶ'],
    ['only punctuation', ' … !', ' ...!'],
    ['only a number', '(42)', '#'],
    ['nothing', ' \u200b', ''],
  ])('%s', (_, text, expected) => {
    expect(tokens(text)).toBe(expected);
  });

  it('says what they are', () => {
    expect(matchingKeyOfText('a b').method).toBe('words');
    expect(matchingKeyOfText('see မြန်မာ').method).toBe('ICU words');
    expect(matchingKeyOfText('ᬩᬮᬶ').method).toBe('graphemes');
  });

  it('keeps numbers as they are written', () => {
    expect(matchingKeyOfText('۱٬۲۰۰ and 3.5, MP3').numbers).toEqual(['۱٬۲۰۰', '3.5']);
  });

  it('cuts Burmese alike with and without zero-width spaces, and typed in either order', () => {
    const text = 'လူတိုင်းသည်တူညီလွတ်လပ်သော';
    expect(tokens(text.replaceAll('သည်', '\u200bသည်\u200b'))).toBe(tokens(text));
    expect(tokens('လူ|တိုင်း|သည်|တူ|ညီ|လွတ်|လပ်|သော'.replaceAll('|', '\u200b'))).toBe(tokens(text));
    expect(tokens('သည\u103a\u1037')).toBe(tokens('သည\u1037\u103a'));
  });

  it('leaves codes out, but those that stand alone part words', () => {
    const code = (kind: InlineCode['code']): InlineCode => ({ code: kind, id: '1', equiv: '', text: '<b>' });
    expect(matchingKey(['re', code('open'), 'do', code('close'), ' it']).tokens).toEqual(['redo', 'it']);
    expect(matchingKey(['one', code('standalone'), 'two']).tokens).toEqual(['one', 'two']);
  });

  it('is stable: a change of these is a change of the rules, whose number is then to be raised', () => {
    expect(keyVersion()).toMatch(/^2-\w+$/);
    expect(keyVersion()).toBe(keyVersion());
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        'one',
        'Two',
        '3.5',
        '၁၂',
        'ကျွန်ုပ်တို့',
        'می\u200cروم',
        'é',
        ' ',
        '-',
        '\u200b',
        "'",
        '。',
        '日本',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('any text', () => {
  it('has one key in both normal forms', () => {
    fc.assert(
      fc.property(text, (each) => {
        expect(tokens(each.normalize('NFD').normalize('NFC'))).toBe(tokens(each.normalize('NFC')));
      }),
    );
  });

  it('has tokens where it says them, in order, and one at least unless it is blank', () => {
    fc.assert(
      fc.property(text, (each) => {
        let last = 0;
        for (const { start, end } of keyTokensOf(each).tokens) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(each.length);
        if (fold(each).trim() !== '') expect(matchingKeyOfText(each).tokens).not.toHaveLength(0);
      }),
    );
  });

  it.each([
    ['letters', 'a'.repeat(300_000)],
    ['marks', 'a\u0301'.concat('\u0301'.repeat(300_000))],
    ['apostrophes', "a'".repeat(150_000)],
    ['joiners', 'a'.concat('\u200c'.repeat(300_000))],
    ['digits', '1,'.repeat(150_000)],
    ['Burmese without a space', 'ကျွန်ုပ်တို့'.repeat(20_000)],
    ['words', 'word '.repeat(60_000)],
  ])('is bounded: %s', (_, each) => {
    const key = matchingKeyOfText(each);
    expect(key.tokens.length).toBeLessThanOrEqual(MOST_TOKENS);
    for (const token of key.tokens) expect(token.length).toBeLessThanOrEqual(120);
  });

  it('tells long texts apart by their ends', () => {
    const long = 'word '.repeat(2 * MOST_TOKENS);
    expect(matchingKeyOfText(`${long}a`).tokens).not.toEqual(matchingKeyOfText(`${long}b`).tokens);
  });
});
