/** Searching: what is the same to a reader, and where it is found in the original. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findSpans } from '../../server/core/text/find.ts';
import { fold, foldedChunks } from '../../server/core/text/fold.ts';

describe('the same to a reader', () => {
  test.each([
    ['case', 'Straße', 'STRASSE', 'strasse'],
    ['final sigma', 'ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['dotted and dotless i', 'İstanbul', 'istanbul', 'ISTANBUL', 'ıstanbul'],
    ['accents', 'café', 'cafe\u0301', 'CAFE', 'ｃａｆｅ'],
    ['letters with strokes', 'Łódź', 'lodz'],
    ['ligatures', 'ﬁn œuvre', 'fin oeuvre'],
    ['stress', 'за\u0301мок', 'замок'],
    ['curly quotes', 'doesn’t “go”', 'doesn\'t "go"'],
    ['yeh', 'ایران', 'ايران', 'اىران'],
    ['kaf', 'کتاب', 'كتاب', 'ﻛﺘﺎﺏ'],
    ['heh with hamza', 'خانۀ ما', 'خانهٔ ما', 'خانە\u0654 ما'],
    ['yeh with hamza', 'پائیز', 'پاییز', 'پايي\u0654ز'],
    ['ZWNJ', 'می‌روم', 'میروم', 'ﻣﯽﺭﻭﻡ'],
    ['tatweel', 'ســلام', 'سلام'],
    ['harakat', 'مُحَمَّد', 'محمد'],
    ['direction controls', '\u2067(C.P.B.)\u2069\u200E', '(c.p.b.)'],
    ['soft hyphen and word joiner', 'in\u00ADter\u2060net', 'internet'],
    ['zero-width space', 'မြန်မာ\u200Bနိုင်ငံ', 'မြန်မာနိုင်ငံ'],
    ['digits', '۱۴۰۲ ١٤٠٢ ၁၄၀၂ १४०२', '1402 1402 1402 1402', '１４０２ 𝟏𝟒𝟎𝟐 ¹⁴⁰² ①④⓪②'],
    ['order of Burmese marks', 'သည\u103A\u1037', 'သည\u1037\u103A'],
    ['Burmese ဦ', 'ဥ\u102E', 'ဦ'],
    ['white space', 'a\u00A0b', 'a b', 'a\tb', 'a　b'],
    ['Hangul', '한국', '한국'.normalize('NFD')],
  ])('%s', (_, ...spellings) => {
    expect(new Set(spellings.map(fold)).size, JSON.stringify(spellings.map(fold))).toBe(1);
  });

  test.each([
    ['Burmese wa and zero', 'ဝ', '၀'],
    ['Burmese signs', 'ကု', 'ကူ'],
    ['heh with hamza and heh with yeh', 'خانۀ من', 'خانه‌ی من'],
    ['short i', 'й', 'и'],
    ['voicing', 'が', 'か'],
    ['Thai tones', 'ข่าว', 'ข้าว'],
    ['symbols', '≠', '='],
    ['number of spaces', 'a  b', 'a b'],
    ['acute accent and space', 'a´b', 'a b'],
  ])('but not %s', (_, one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

/** Letters of many scripts, with what stands between and on them. */
const signs = [
  'aEéßıſÅΣς ijkЙйёşſﬁ²½…´¨≠؟،',
  'یيىكکۀهٔەآأؤئ\u200C\u200D\u0640\u064E\u0651\u0654۱٢3ﷲﻻﹰﹱ',
  'ကဝ၀\u1037\u103A\u1039\u102D\u102Fင\u200Bဥ\u102E၊။',
  'がか\u3099ｶﾞ한\u1112\u1161\u11ABกำ\u0E33\u0E49👩👧\u{1F1F2}\u20E3\uFE0F\u0301\u0338\u0306\u2067\u2069\u00AD\n\u00A0',
].flatMap((each) => Array.from(each));
const anyText = fc.oneof(
  fc.array(fc.constantFrom(...signs), { maxLength: 24 }).map((letters) => letters.join('')),
  fc.string({ unit: 'binary', maxLength: 24 }),
  fc.string({ unit: 'grapheme', maxLength: 24 }),
);

describe('folding', () => {
  it('folds nothing twice, of all characters that there are', () => {
    const twice: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const once = fold(String.fromCodePoint(code));
      if (fold(once) !== once) twice.push(code.toString(16));
    }
    expect(twice).toEqual([]);
  });

  it('folds nothing twice, of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => fold(fold(text)) === fold(text)),
      { numRuns: 3000 },
    );
  });

  it('is the same for every normal form', () => {
    fc.assert(
      fc.property(anyText, (text) =>
        (['NFC', 'NFD'] as const).every((form) => fold(text.normalize(form)) === fold(text)),
      ),
      { numRuns: 3000 },
    );
  });

  it('knows where each piece comes from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        const chunks = [...foldedChunks(text)];
        for (const { text: folded, start, end } of chunks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(fold(text.slice(start, end))).toBe(folded);
          last = end;
        }
        expect(chunks.map((chunk) => chunk.text).join('')).toBe(fold(text));
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('is done with a long text at once', () => {
    expect(fold('می‌روم '.repeat(100_000))).toHaveLength(600_000);
    expect(fold(`a${'\u0301'.repeat(300_000)}`)).toBe('a');
    expect(findSpans(`a${'\u200D'.repeat(300_000)}\u0301b`, 'ab')).toEqual([{ start: 0, end: 300_003 }]);
    expect(findSpans('ကို'.repeat(100_000), 'ကို')).toHaveLength(100_000);
  });
});

describe('what is found', () => {
  test.each<[string, string, readonly string[]]>([
    ['او می‌روم و ميروم', 'میروم', ['می‌روم', 'ميروم']],
    ['در سال ۱۴۰۲ و 1402', '١٤٠٢', ['۱۴۰۲', '1402']],
    ['خانۀ ما، خانهٔ شما', 'خانه', ['خانۀ', 'خانهٔ']],
    ['Straße', 's', ['S', 'ß']],
    ['résumé', 'RESUME', ['résumé']],
    ['e\u0301te\u0301', 'e', ['e\u0301', 'e\u0301']],
    ['👩‍👧 and 👧', '👧', ['👩‍👧', '👧']],
    ['ကျွန်ုပ်တို့', 'တို', ['တို့']],
    ['၀တ္ထု ဝတ္ထု', 'ဝတ္ထု', ['ဝတ္ထု']],
    ['\u2067(C.P.B.)\u2069', '(c.p.b.)', ['(C.P.B.)']],
    ['a\u200Bb', 'b', ['b']],
    ['the ﬁnal', 'in', ['ﬁn']],
    ['ســلام', 'ـ', ['ـ', 'ـ']],
    ['می‌روم', '\u200C', ['\u200C']],
    ['aaa', 'aa', ['aa']],
    ['abc', '', []],
    ['', 'a', []],
  ])('in %j for %j', (text, query, expected) => {
    expect(findSpans(text, query).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('folds to what holds the query, wherever the query comes from', () => {
    const found = fc.tuple(anyText, fc.nat(24), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(found, fc.string(), ([text, from, length], other) => {
        const folded = fold(text);
        const needle = fold(folded.slice(from, from + length));
        fc.pre(needle !== '');
        const spans = findSpans(text, needle);
        if (folded.includes(needle)) expect(spans.length).toBeGreaterThan(0);
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(fold(text.slice(start, end))).toContain(needle);
          last = end;
        }
        expect(findSpans(text, other).length > 0).toBe(
          other !== '' && (fold(other) === '' ? text.includes(other) : folded.includes(fold(other))),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
