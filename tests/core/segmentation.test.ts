import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLanguageTag } from '../../server/core/text/language.ts';
import type { SegmentOptions, Span } from '../../server/core/text/segmentation.ts';
import { segmentText } from '../../server/core/text/segmentation/segmenter.ts';

const LANGUAGES = ['en', 'fa', 'my', 'de', 'el', 'hy', 'ja', 'und'];

function spansOf(text: string, language: string, options: Partial<SegmentOptions> = {}): readonly Span[] {
  return segmentText(text, { ...options, language: parseLanguageTag(language)! });
}

function cut(text: string, language: string, options: Partial<SegmentOptions> = {}): readonly string[] {
  return spansOf(text, language, options).map(({ start, end }) => text.slice(start, end));
}

describe('what is one segment', () => {
  /** `|` stands where a boundary belongs; the white space beside it is that of the text. */
  test.each([
    // Interviews: the label stays with the first sentence.
    ['en', 'Hein Htet Kyaw: Can you explain these groups? |How many are there?'],
    ['en', 'Yes. |Iranian exiled activists play an important role.'],
    ['en', 'Q. What is his name? |A. His name is Alfred E. Sloan.'],
    ['en', 'M. K.: I left. |INTERVIEWER: Why? |M. K.: No. |I mean, I had to.'],
    ['my', 'ကိုအောင်။ ။ မဟုတ်ဘူး။ |ကျွန်တော် မသိဘူး။'],
    // Quotations hold their sentences and end with their closing mark.
    ['en', 'It began under the slogan “Woman, Life, Freedom.” |These protests are not isolated; they go on.'],
    ['en', 'Could you elaborate on "Neither Shah nor Mullah" and "All Power to Shuras"? |Thanks.'],
    ['en', '“Go home. It is over.” |Nobody moved. |“Stop!” he cried.'],
    ['en', 'He asks “why?” (Smith 55). |So do I.'],
    ['fa', '«ایست!» او فریاد زد. |«ایست! لطفاً!» |آن‌ها نایستادند.'],
    ['my', 'သူက “သွားတော့။ ပြီးပြီ။” ဟု ပြောသည်။ |“ပြီးပြီ။” |ဟုတ်တယ်။'],
    ['ja', '「行け。終わった。」と言った。|誰も動かなかった。'],
    ['zh', '“走吧！”他说。|没有人知道《摔跤吧！爸爸》。|好！'],
    // Brackets: sentences of their own, or parts of one.
    ['en', '[Laughs.] |I do not remember. |[Pause.] |The plan (was it real?) failed.'],
    ['en', 'My school burned. |[crying] I could not speak. |Or is it? |“…and so,” he said, “it ends.”'],
    ['fa', 'طرح (آیا واقعی بود؟) شکست خورد. |(برخی دویدند.) |پلیس شلیک کرد.'],
    ['my', 'အစီအစဉ် (တကယ်လား?) ကျရှုံးသည်။ |(ပြီးပြီ။) |ထွက်သည်။'],
    // Notes belong to the sentence before.
    ['en', 'It ended.[1] |It failed.1 |It came back.¹ |It was won.* |It was 1.5 m.'],
    ['fa', 'این بزرگ‌ترین بود.[۱][۲] |ده روز بود.۳ |تمام شد.'],
    // Numbers, names, abbreviations.
    ['en', 'At least 12,000 civilians were killed (WCPI, 2025–2026). |They oppose the United States. |Why?'],
    ['en', 'See Art. 5 and pp. 12-14 of No. 2/2021. |No. |Cf. Marx et al. (ibid.), vol. I, ch. IV.'],
    ['en', 'Malcolm X. |He rose. |We make a good team, you and I. |Did Albert I. Jones say so?'],
    ['fa', 'در سال ۱۹۱۷ م. و ۱۳۵۷ ه.ش. رخ داد. |نرخ ۳.۵ درصد بود. |ر.ک. و. ا. لنین، ج. ۱، ص. ۲۳. |تمام.'],
    ['de', 'Am 12. Juni kam er z. B. nach Berlin, S. 12. |Dort blieb er.'],
    [
      'en',
      'The U.S. President spoke. |He is from the U.S. |At 10 a.m. Dr. Maung came. |It was 10 a.m. |He left.',
    ],
    ['en', 'He was b. 1911, d. 2002. |Snr. Gen. X. Y. Zaw led the No.1 Division.'],
    // Pauses.
    ['en', 'I… I don’t know. |Well… |It depends. |Wait . . . what?'],
    ['fa', 'من ... نمی‌دانم. |خب… |بستگی دارد.'],
    // Addresses, in any script.
    ['en', 'Ask a.b@example.org. |Or see https://example.org/A.B?C=D!E for more. |Thanks.'],
    ['my', 'https://example.org/a.b ကို ဖတ်ပါ။ |အခမဲ့။'],
    // Lists in one paragraph.
    ['en', '1. Born on May 2. |2. Died abroad'],
    ['my', '၁။ ပထမအချက် ဖြစ်သည်။ |၂။ ဒုတိယအချက် ဖြစ်သည်။'],
    ['en', '• one |• two'],
    // A text of one language may quote another.
    ['en', 'He said: သူသွားသည်။ |ပြီးပြီ။ |Then he left.'],
  ])('%s: %s', (language, marked) => {
    expect(cut(marked.replaceAll('|', ''), language)).toEqual(marked.split('|').map((part) => part.trim()));
  });
});

/** Paragraphs of the first text that was translated here, its sentences parted by `|`. */
describe('the interview', () => {
  test.each([
    'Hein Htet Kyaw: Can you introduce the audience to your politics and the Worker-communist Party of Iran?',
    'Milad Resaeimanesh:',
    'The Worker-communist Party of Iran (WCPI) represents this political tradition. |It emerged in direct opposition to both the Islamic Republic and monarchist or nationalist alternatives.',
    'The current uprisings are a continuation of the revolutionary movement that began in September 2022 under the slogan “Woman, Life, Freedom.” |These protests are not spontaneous or isolated; they reflect a deep and sustained rejection of the Islamic Republic as a system.',
    'However, according to reports from opposition and independent media, including Iran International, at least 12,000 civilians were reportedly killed over a very short period,\nthough the real number is likely higher.',
    'Hein Htet Kyaw: You have protested for political prisoners and against the Islamic regime. |Are there Iranian exiled left-wing activists in the country you are in that you work with? |Can you explain these groups?',
    'Furthermore, could you elaborate on the significance of the slogans "Neither Shah nor Mullah" and "All Power to Shuras"?',
    'Anti-imperialism does not mean supporting reactionary regimes simply because they oppose the United States. |The Islamic Republic is not anti-imperialist; it is a capitalist state.',
    'The movement itself—through strikes, neighbourhood coordination, women’s resistance, and popular councils—has produced a clear political direction: secularism, equality, and social justice.',
    'Regarding 2025–2026 Iranian protests (Revolution)',
    'The link for that interview is available here: <https://libcom.org/article/video-interview-iranian-revolution-2022-milad-resaeimanesh>',
  ])('%s', (marked) => {
    expect(cut(marked.replaceAll('|', ''), 'en')).toEqual(marked.split('|').map((part) => part.trim()));
  });
});

describe('options', () => {
  const wrapped = 'It was a cold\nnight.\r\nThe next day it was\rwarm.';

  test('a line break is white space unless the caller says that it ends a segment', () => {
    expect(cut(wrapped, 'en')).toEqual(['It was a cold\nnight.', 'The next day it was\rwarm.']);
    expect(cut(wrapped, 'en', { lineBreaks: 'boundary' })).toEqual([
      'It was a cold',
      'night.',
      'The next day it was',
      'warm.',
    ]);
  });

  test('a blank line always ends a segment', () => {
    expect(cut('One\n\ntwo\r\n \r\nthree\r\nfour\u2029five', 'en')).toEqual([
      'One',
      'two',
      'three\r\nfour',
      'five',
    ]);
  });

  test('no boundary falls inside a protected span, and one may fall at its edges', () => {
    const text = 'Call f(). Then g(). Stop.\nGo.';
    const span = { start: 5, end: 19 };
    expect(cut(text, 'en', { protected: [span] })).toEqual(['Call f(). Then g().', 'Stop.', 'Go.']);
    const last = { start: 20, end: 30 };
    expect(cut(text, 'en', { protected: [last, span], lineBreaks: 'boundary' })).toHaveLength(2);
  });

  test('an inline code that holds text is read like a word', () => {
    expect(cut('It was \uFFFC. \uFFFC came back. See \uFFFC.Then', 'en')).toEqual([
      'It was \uFFFC.',
      '\uFFFC came back.',
      'See \uFFFC.Then',
    ]);
  });

  test('an unknown language has the rules that all share', () => {
    expect(cut('Tere. Mis on? See on hr. Tamm.', 'et')).toEqual(['Tere.', 'Mis on?', 'See on hr.', 'Tamm.']);
    expect(cut('', 'et')).toEqual([]);
    expect(cut(' \n\u3000 ', 'et')).toEqual([]);
  });
});

/** Texts made of what the rules look at, far denser than any prose. */
const dense = fc
  .array(
    fc.constantFrom(
      ...'. ! ? … ။ ၊ ؟ : ; , “ ” " \' ( ) [ ] « » * _ — - • 1 ۲ ၃ a B I No Mr e.g \uFFFC \u200B 😀 \uD83D'.split(
        ' ',
      ),
      ...[
        ' ',
        '  ',
        '\n',
        '\r\n',
        '\n\n',
        '\u00A0',
        'word',
        'The',
        'رفت',
        'သည်',
        'https://a.b',
        '...',
        '[1]',
        '1. ',
        ' 2. ',
        '(2) ',
        ' b. ',
        ' • ',
        '။ ။',
      ],
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));
const language = fc.constantFrom(...LANGUAGES);
const lineBreaks = fc.constantFrom<'space' | 'boundary'>('space', 'boundary');

describe('invariants', () => {
  test('nothing is left out but white space, and segments begin and end with something else', () => {
    fc.assert(
      fc.property(
        fc.oneof(dense, fc.string({ unit: 'binary' })),
        language,
        lineBreaks,
        (text, tag, breaks) => {
          let from = 0;
          for (const { start, end } of spansOf(text, tag, { lineBreaks: breaks })) {
            expect(start).toBeGreaterThanOrEqual(from);
            expect(text.slice(from, start)).toMatch(/^\s*$/);
            expect(text.slice(start, end)).toMatch(/^\S(?:[^]*\S)?$/);
            from = end;
          }
          expect(text.slice(from)).toMatch(/^\s*$/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('no boundary falls inside a protected span', () => {
    const ranges = fc.array(fc.tuple(fc.nat(160), fc.nat(30)), { maxLength: 4 });
    fc.assert(
      fc.property(dense, language, lineBreaks, ranges, (text, tag, breaks, found) => {
        const spans = found.map(([start, length]) => ({ start, end: start + length }));
        const cuts = spansOf(text, tag, { lineBreaks: breaks, protected: spans });
        for (const { start, end } of spans) {
          const inside = cuts.filter((span) => span.end > start && span.end < end).map((span) => span.end);
          const rest = inside.filter((offset) => text.slice(offset, end).trim() !== '');
          const gaps = rest.filter((offset) => text.slice(start, offset).trim() !== '');
          expect(gaps).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['dots', '.'],
    ['spaced dots', '. '],
    ['letters and dots', 'a.'],
    ['capitals and dots', 'B. '],
    ['quotation marks', '“"«\''],
    ['closed quotations', '“a.” '],
    ['brackets never closed', '([{«“'],
    ['brackets closed only', ')]}»”'],
    ['digits', '1234567890'],
    ['numbers and dots', '1.2 '],
    ['questions in dashes', '— a? '],
    ['one word', 'word'],
    ['addresses', 'http://a.b?c!'],
    ['notes', '.[1]'],
    ['plain notes', 'a.1 2 3 '],
    ['list items', '1. a 2. b '],
    ['lists', '1. a. '],
    ['bullets', '• '],
    ['line breaks', '\n'],
    ['blank lines', '\n \t\n'],
    ['white space', ' \u00A0'],
    ['marks on nothing', '\u0301.'],
    ['notes apart', 'a. [1] '],
    ['joined notes', '.[1]–'],
    ['reported questions', '“A?” Bo Bo Bo'],
    ['pauses', 'သူ… '],
    ['Burmese', 'သူ။'],
    ['doubled marks', 'က။ ။ '],
    ['apostrophes', "'a.' "],
  ])('a long line of nothing but %s is read once', (_name, piece) => {
    for (const [tag, length] of [
      ['en', 400_000],
      ['fa', 100_000],
      ['my', 100_000],
    ] as const) {
      const text = piece.repeat(length / piece.length);
      expect(spansOf(text, tag).at(-1)?.end ?? 0).toBe(text.trimEnd().length);
    }
  });

  test('a line of six megabytes is cut in one call', () => {
    const text = 'He said: “Go home. It is over.” (See p. 5.) 1. Nobody moved… '.repeat(100_000);
    expect(spansOf(text, 'en')).toHaveLength(300_000);
  });
});
