/**
 * Small numbers as words. Only what decides whether a number that is not there in digits is there in letters; a word
 * is looked for where a word begins.
 */

const ENGLISH =
  'zero|one/first/once/single/1st|two/second/both/twice/double/couple/pair/half/2nd|three/third/thrice/triple|four/fourth/quarter|five/fifth|six/sixth|seven/seventh|eight/eighth|nine/ninth|ten/tenth|eleven/eleventh|twelve/twelfth/dozen|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty';
const PERSIAN =
  'صفر|یک/اول/نخست/تک|دو/دوم|سه/سوم|چهار|پنج|شش|هفت|هشت|نه/نهم|ده/دهم|یازده|دوازده|سیزده|چهارده|پانزده|شانزده|هفده|هجده/هیجده|نوزده|بیست';
const BURMESE =
  'သုည/သုံည|တစ်/တဦး/တခု/တခါ/ပထမ|နှစ်/ဒုတိယ|သုံး/တတိယ|လေး/စတုတ္ထ|ငါး/ပဉ္စမ|ခြောက်/ဆဌမ|ခုနစ်/ခုနှစ်/သတ္တမ|ရှစ်/အဋ္ဌမ|ကိုး/နဝမ|ဆယ်/တစ်ဆယ်/ဒသမ|ဆယ့်တစ်|ဆယ့်နှစ်|ဆယ့်သုံး|ဆယ့်လေး|ဆယ့်ငါး|ဆယ့်ခြောက်|ဆယ့်ခုနစ်|ဆယ့်ရှစ်|ဆယ့်ကိုး|နှစ်ဆယ်';

/** Beyond twenty, what is often written out. */
const LARGE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    30: 'thirty',
    40: 'forty',
    50: 'fifty',
    60: 'sixty',
    70: 'seventy',
    80: 'eighty',
    90: 'ninety',
    100: 'hundred/century',
    1000: 'thousand',
    1000000: 'million',
  },
  fa: {
    30: 'سی',
    40: 'چهل',
    50: 'پنجاه',
    60: 'شصت',
    70: 'هفتاد',
    80: 'هشتاد',
    90: 'نود',
    100: 'صد',
    1000: 'هزار',
    1000000: 'میلیون',
  },
  my: { 100: 'ရာ', 1000: 'ထောင်', 10000: 'သောင်း', 100000: 'သိန်း', 1000000: 'သန်း' },
};

const WORDS: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> = new Map(
  Object.entries({ en: ENGLISH, fa: PERSIAN, my: BURMESE }).map(([language, small]) => [
    language,
    new Map([
      ...small.split('|').map((words, value) => [String(value), words.split('/')] as const),
      ...Object.entries(LARGE[language] ?? {}).map(([value, words]) => [value, words.split('/')] as const),
    ]),
  ]),
);

/** Whether the number stands in the text in letters; false where the language's words are not known here. */
export function isSpelledOut(value: string, text: string, language: string): boolean {
  const words = WORDS.get(language)?.get(value);
  const [tens = '', ones = ''] = /^([2-9])([1-9])$/u.exec(value)?.slice(1) ?? [];
  if (words === undefined && tens !== '') {
    return isSpelledOut(`${tens}0`, text, language) && isSpelledOut(ones, text, language);
  }
  if (words === undefined) return false;
  const lower = text.toLowerCase();
  return words.some((word) => (language === 'my' ? lower.includes(word) : hasWordStart(lower, word)));
}

function hasWordStart(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    if (!/[\p{L}\p{M}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
