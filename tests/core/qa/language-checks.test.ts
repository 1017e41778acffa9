/** What the checks of Persian, Burmese and direction report and mend, and what they leave alone. */
import { describe, expect, it } from 'vitest';
import type { CheckedSegment, CheckSettings } from '../../../server/core/qa/check.ts';
import { applyFix, fixesTogether } from '../../../server/core/qa/fix.ts';
import { checkSegment } from '../../../server/core/qa/run-checks.ts';
import { flatText } from '../../../server/core/qa/check.ts';
import { parseLanguageTag } from '../../../server/core/text/language.ts';

const ofLanguage = /^(?:persian|burmese|bidi|mixed-digits|digit-system)/u;

function segment(
  language: string,
  target: string,
  source = '',
  settings: CheckSettings = {},
): CheckedSegment {
  return {
    source,
    target,
    sourceContent: [source],
    targetContent: [target],
    sourceLanguage: parseLanguageTag('en')!,
    targetLanguage: parseLanguageTag(language)!,
    settings,
  };
}

function found(checked: CheckedSegment): readonly string[] {
  const ids = checkSegment(checked).filter(({ check }) => ofLanguage.test(check));
  return [
    ...new Set(ids.map(({ check, message }) => (message === undefined ? check : `${check} ${message}`))),
  ];
}

function mended(checked: CheckedSegment): string {
  const findings = checkSegment(checked).filter(({ check }) => ofLanguage.test(check));
  return flatText(applyFix(checked.targetContent, fixesTogether(findings)));
}

describe('Persian slips', () => {
  it.each([
    ['این كتاب خوبي است', 'persian-arabic-letters', 'این کتاب خوبی است'],
    ['کوردەکان', 'persian-arabic-letters', 'کورده\u200cکان'],
    ['ﺳﻼم', 'persian-arabic-letters form', 'سلام'],
    ['سال ١٣٥٧', 'persian-arabic-digits', 'سال ۱۳۵۷'],
    ['کجا بودی?', 'persian-latin-punctuation', 'کجا بودی؟'],
    ['گفت «چرا»; و رفت', 'persian-latin-punctuation', 'گفت «چرا»؛ و رفت'],
    ['می\u200c\u200cروم', 'persian-zwnj-misplaced doubled', 'می\u200cروم'],
    ['خانه\u200c بزرگ', 'persian-zwnj-misplaced edge', 'خانه بزرگ'],
    ['کار\u200cهای ما', 'persian-zwnj-idle after', 'کارهای ما'],
    ['CD\u200cها', 'persian-zwnj-idle beside', 'CDها'],
    ['او نمی توانست بیاید', 'persian-zwnj-missing verb', 'او نمی\u200cتوانست بیاید'],
    ['خانه های کهنه', 'persian-zwnj-missing plural', 'خانه\u200cهای کهنه'],
    ['کار ها', 'persian-zwnj-missing plural', 'کارها'],
    ['گفته میشود', 'persian-zwnj-glued', 'گفته می\u200cشود'],
    ['نمیخواهیم برویم', 'persian-zwnj-glued', 'نمی\u200cخواهیم برویم'],
    ['حدود ۳.۵ درصد', 'persian-number-marks decimal', 'حدود ۳٫۵ درصد'],
    ['۱۲,۵۰۰ نفر', 'persian-number-marks thousands', '۱۲٬۵۰۰ نفر'],
    ['واژهٔ "آزادی"', 'persian-straight-quotes', 'واژهٔ «آزادی»'],
    ['از «این» تا "آن"', 'persian-mixed-quotes', 'از «این» تا «آن»'],
    ['»کتاب« را خواند', 'persian-quote-nesting turned', '«کتاب» را خواند'],
    ['دقیقاًً', 'persian-doubled-marks', 'دقیقاً'],
    ['ســلام', 'persian-tatweel', 'سلام'],
    ['آمد ، نشست', 'persian-punctuation-spaces before', 'آمد، نشست'],
    ['آمدند.نشستند', 'persian-punctuation-spaces after', 'آمدند. نشستند'],
    ['سال ۱۹5۳', 'mixed-digits', 'سال ۱۹۵۳'],
  ])('%j is %s', (target, check, better) => {
    expect(found(segment('fa', target))).toContain(check);
    expect(mended(segment('fa', target))).toBe(better);
  });
});

describe('Persian that is right', () => {
  it.each([
    'در می ۲۰۲۱ و در ماه می میلادی',
    'می و معشوق',
    'ها! گرفتم',
    'میدان آزادی، میانگین و میزان',
    'گفت: «بسم الله الرحمن الرحيم»، سپس نشست',
    'دایرةالمعارف بزرگ',
    'نسخهٔ ۲.۵ و فصل ۳.۱ و Python ۳.۵',
    'در تاریخ ۱۴۰۲/۰۵/۱۲ ساعت ۱۲:۳۰',
    'ه.ش. و ر.ک. به و. ا. لنین',
    'سال ۱۳۵۷ هـ.ش',
    'پرونده «name="x"» و <a href="x">پیوند</a>',
    '%s\u200cها و {name}\u200cهای',
    'نشانی https://example.org/?a=b,c;d است',
    'او گفت: «من ‹بازگشت› را خواندم.»',
    '«این نقل در بند بعد ادامه دارد',
    'سپس ... و رفت',
    'فهرست Yangon, Mandalay و GNU/Linux',
    'در بازهٔ ۱۲-۱۴ و ۳۵% و 35%',
    'خانهٔ ما و خانه\u200cی شما',
  ])('%j', (target) => {
    expect(found(segment('fa', target)).filter((id) => !id.startsWith('bidi-broken-placeholder'))).toEqual(
      [],
    );
  });

  it('keeps the commas of a list for programs, and the spaces of the source', () => {
    expect(found(segment('fa', 'و,در,به', 'and,in,to'))).toEqual([]);
    expect(found(segment('fa', 'صدا : خاموش', 'Volume : mute'))).toEqual([]);
  });
});

describe('what a project has settled', () => {
  it.each([
    ['خانه\u200cی من', { ezafe: 'hamza' }, 'خانهٔ من'],
    ['خانهٔ من', { ezafe: 'yeh' }, 'خانه\u200cی من'],
    ['خانه\u200cی من', { ezafe: 'composed' }, 'خانۀ من'],
    ['صفحهٔ 12 از MP3 و UTF-8', { digits: 'native' }, 'صفحهٔ ۱۲ از MP3 و UTF-8'],
    ['صفحهٔ ۱۲ و ٤', { digits: 'latin' }, 'صفحهٔ 12 و 4'],
  ] as const)('%j', (target, settings, better) => {
    expect(mended(segment('fa', target, '', settings))).toBe(better);
    expect(found(segment('fa', better, '', settings))).toEqual([]);
  });
});

describe('Burmese slips', () => {
  it.each([
    ['ေကာင်းေသာ', 'burmese-syllable-order order', 'ကောင်းသော'],
    ['အသက် ၁၇ နှစ်ြပည့်', 'burmese-syllable-order order', 'အသက် ၁၇ နှစ်ပြည့်'],
    ['သံုး', 'burmese-syllable-order order', 'သုံး'],
    ['၀င်းဒိုး', 'burmese-digit-letter letter', 'ဝင်းဒိုး'],
    ['၄င်း', 'burmese-digit-letter letter', '၎င်း'],
    ['ဥာဏ်', 'burmese-digit-letter vowel', 'ဉာဏ်'],
    ['၉ဝ ဒီဂရီ', 'burmese-digit-letter digit', '၉၀ ဒီဂရီ'],
    ['၁၉ရ၅ ခုနှစ်', 'burmese-digit-letter digit', '၁၉၇၅ ခုနှစ်'],
    ['အမည််', 'burmese-doubled-marks', 'အမည်'],
    ['ရောက်သည် ။', 'burmese-punctuation space', 'ရောက်သည်။'],
    ['ရောက်သည်။.', 'burmese-punctuation stop', 'ရောက်သည်။'],
    ['နှင\u103a\u1037', 'burmese-nfc', 'နှင\u1037\u103a'],
    ['၁၉4၈ ခုနှစ်', 'mixed-digits', '၁၉၄၈ ခုနှစ်'],
  ])('%j is %s', (target, check, better) => {
    expect(found(segment('my', target))).toContain(check);
    expect(mended(segment('my', target))).toBe(better);
  });

  it('points at a zero that may be a letter, and mends nothing', () => {
    expect(found(segment('my', 'သဘာ၀'))).toEqual(['burmese-digit-letter letter']);
    expect(mended(segment('my', 'သဘာ၀'))).toBe('သဘာ၀');
  });
});

describe('Burmese that is right', () => {
  it.each([
    'ယောက်ျား ကျွန်ုပ်တို့ လက်ျာ',
    'အင်္ဂလိပ် ဗုဒ္ဓ သတ္တဝါ ကမ္ဘာ သန္နိဋ္ဌာန် မြွှာ',
    'ဩဂုတ် ဥပဒေ ဦးလေး ဤစာ ၎င်း',
    'မြန်မာ\u200bနိုင်ငံ\u200b၏ မြို့တော်',
    'ဖြည်းဖြည်း သွားပါ',
    'ကိုအောင်။ ။ ကျွန်တော် မသိဘူး။',
    '၁၀ ရက် ၇ လ ၂၀၂၁ ခု',
    '%s ကို {name} သို့ <b>ပို့</b>ပါ',
  ])('%j', (target) => {
    expect(found(segment('my', target.normalize('NFC')))).toEqual([]);
  });
});

describe('direction', () => {
  it.each([
    ['نوشتهٔ (C.P.B.) بود', '(\u2066C.P.B.\u2069)'],
    ['در /usr/local/bin است', '\u2066/usr/local/bin\u2069'],
    ['زبان C++ و', '\u2066C++\u2069'],
    ['زبان C# و', '\u2066C#\u2069'],
    ['شمارهٔ +98 21 1234-5678 است', '\u2066+98 21 1234-5678\u2069'],
    ['دمای -5 درجه', '\u2066-5\u2069'],
    ['تاریخ 2021-05-12 بود', '\u20662021-05-12\u2069'],
    ['زیر .NET است', '\u2066.NET\u2069'],
    ['گزینهٔ --help را', '\u2066--help\u2069'],
    ['با Ada, C++ بسازید', '\u2066Ada, C++\u2069'],
  ])('%j is wrapped as a whole', (target, wrapped) => {
    expect(found(segment('fa', target))).toContain('bidi-broken-part');
    expect(mended(segment('fa', target))).toContain(wrapped);
    expect(found(segment('fa', mended(segment('fa', target))))).toEqual([]);
  });

  it.each(['%s', '%2$s', '{name}'])('a placeholder %s too', (placeholder) => {
    const checked = segment('fa', `نام ${placeholder} است`);
    expect(found(checked)).toEqual(['bidi-broken-placeholder']);
    expect(mended(checked)).toBe(`نام \u2068${placeholder}\u2069 است`);
  });

  it.each([
    ['با \u202aGTK+\u202c بسازید', 'bidi-embedding', 'با \u2066GTK+\u2069 بسازید'],
    ['\u202eabc\u202c', 'bidi-override', 'abc'],
    ['با \u2066gcc بسازید', 'bidi-balance', 'با gcc بسازید'],
    ['با gcc\u2069 بسازید', 'bidi-balance', 'با gcc بسازید'],
  ])('%j is %s', (target, check, better) => {
    expect(found(segment('fa', target))).toContain(check);
    expect(mended(segment('fa', target))).toBe(better);
  });

  it('allows marks, and isolates where they are needed', () => {
    expect(found(segment('fa', '\u200fسلام\u200e \u2067متن\u2069 \u061c'))).toEqual([]);
    expect(found(segment('de', 'Guten \u200eMorgen'))).toEqual([]);
    expect(found(segment('de', '\u2068Guten Morgen\u2069'))).toEqual(['bidi-added-control']);
  });
});

describe('parts from left to right in a long line', () => {
  const broken = (target: string): readonly string[] =>
    checkSegment(segment('fa', target))
      .filter(({ check }) => check === 'bidi-broken-part')
      .map(({ values, fix }) => `${String(values?.['part'])} ${fix === undefined ? 'found' : 'mended'}`);

  it.each([0, 900, 5_000])('finds them behind %d words', (words) => {
    expect(broken(`${'واژه '.repeat(words)}با C++ نوشته شد`)).toEqual(['C++ mended']);
  });

  it('finds them in each line', () => {
    expect(broken('با C++ بود\nبا Yangon, Mandalay بود\nدما -5 است')).toEqual(['C++ mended', '-5 mended']);
  });
});
