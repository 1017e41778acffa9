/**
 * Forms of Persian verbs that follow می and نمی, made from the stems of common verbs. Closed on purpose: a word that
 * is not known to be a verb is left alone, since می is also May, wine, and part of names.
 */

/** Need a personal ending. */
const PRESENT =
  'آزما آسا آفرین آموز آمیز آور آویز آی آ افت افروز افزا افزای افکن انجام اند انداز اندوز اندیش انگار انگیز ایست باز باش باف بار بخش بر برد بند بوس بین پاش پاک پخت پذیر پر پرداز پرس پرست پرور پز پژوه پسند پندار پوس پوش پوشان پیچ پیما پیوند تاب تاز تراش ترس ترک توان تپ جنب جنگ جه جو جوش جوی چاپ چش چرخ چرخان چسب چسبان چکان چین خار خر خراش خز خشک خند خواب خوان خواه خور خیز دار دان ده دم دو دوز ران ربا رس رسان رقص رهان رنج رو روب روی ریز زا زدا زن زی ساز سپار ستا ستان ستیز سنج سوز شتاب شکاف شکن شمار شناس شنو شو شوی طلب غر غلت فرست فرسا فرما فرمای فروش فریب فشار فهم قبولان کار کاه کش کن کوب کوش گداز گذار گذر گرد گردان گرا گرای گری گز گزار گزین گستر گشا گشای گنج گو گوی گیر لرز لغز لنگ لیس مال مان میر نال ناز نشان نشین نگار نگر نام نما نمای نمایان نه نواز نوش نویس ورز وز یاب';
/** Stand by themselves too: می‌رفت. */
const PAST =
  'آزمود آفرید آمد آموخت آمیخت آورد آویخت افتاد افروخت افزود افکند انداخت اندوخت اندیشید انگاشت انگیخت ایستاد باخت بارید بافت بخشید برد برید بست بود بوسید پاشید پخت پذیرفت پراند پرداخت پرسید پرستید پرورد پرید پسندید پنداشت پوشید پوسید پیچید پیمود پیوست تابید تاخت تراشید ترسید توانست جست جنبید جنگید جوشید جوید چاپید چرخید چسبید چشید چید خرید خراشید خزید خفت خندید خواباند خوابید خواست خواند خورد داد داشت دانست دمید دوخت دوید دید راند ربود رسید رساند رفت رقصید رنجید ریخت زاد زد زدود زیست ساخت سپرد سپارید ستود سنجید سوخت سوزاند شتافت شد شست شکافت شکست شکفت شمرد شناخت شنید طلبید غلتید فرستاد فرسود فرمود فروخت فریفت فشرد فهمید فهماند کاست کاشت کرد کشت کشید کند کوبید کوشید گداخت گذاشت گذراند گذشت گردید گرداند گرفت گرایید گریخت گریست گزارد گزید گسترد گشت گشود گفت گماشت لرزید لغزید لیسید مالید ماند مرد نالید نامید نشاند نشست نگاشت نگریست نمود نهاد نواخت نوشت نوشید ورزید وزید یافت';

const PRESENT_STEMS = new Set(PRESENT.split(' '));
const PAST_STEMS = new Set(PAST.split(' '));

const PAST_ENDINGS = ['', 'م', 'ی', 'یم', 'ید', 'ند'];
const PRESENT_ENDINGS = ['م', 'ی', 'د', 'یم', 'ید', 'ند'];
/** Impersonal: می‌توان گفت. */
const WITHOUT_ENDING = new Set(['توان', 'بایست', 'بایستی']);
/** می‌رفته است, and می‌نویسدش, می‌خوانمشان. */
const PARTICIPLE_OR_OBJECT = /(?:ه(?:\u200c?ا(?:م|ی|ند|یم|ید|ست))?|ش|شان|مان|تان)$/u;

/** Words that are verb forms by their letters, and something else as often: دوم is also “second”. */
const ALSO_OTHER_WORDS = new Set([
  'دوم',
  'دهم',
  'باری',
  'کاری',
  'مالی',
  'بندی',
  'بازی',
  'جنگی',
  'مانی',
  'نازی',
  'نه',
  'مردم',
]);
/** Whole words that begin with می as a part of themselves. */
const NOT_GLUED = new Set(['میدانی', 'میرانی', 'میمانی', 'میدان', 'میدانم', 'میزانی']);

/** Letters of an Arabic keyboard count as the Persian ones. */
export function isVerbAfterMi(written: string): boolean {
  const word = written.replaceAll('ي', 'ی').replaceAll('ك', 'ک');
  if (ALSO_OTHER_WORDS.has(word)) return false;
  return (
    isFinite(word) || (PARTICIPLE_OR_OBJECT.test(word) && isFinite(word.replace(PARTICIPLE_OR_OBJECT, '')))
  );
}

/** Whether a word such as میشود is می with a verb, written as one. */
export function isGluedVerb(word: string): boolean {
  const verb = word.replace(/^ن?می/u, '');
  return verb !== word && !NOT_GLUED.has(word) && !ALSO_OTHER_WORDS.has(verb) && isFinite(verb);
}

function isFinite(word: string): boolean {
  if (WITHOUT_ENDING.has(word) || PAST_ENDINGS.some((ending) => PAST_STEMS.has(stemOf(word, ending))))
    return true;
  // After a long vowel a yeh stands before the ending: می‌آید, می‌گوییم.
  return PRESENT_ENDINGS.some((ending) => {
    const stem = stemOf(word, ending);
    return PRESENT_STEMS.has(stem) || PRESENT_STEMS.has(stem.replace(/[یئ]$/u, ''));
  });
}

/** '' where the word has not the ending. */
function stemOf(word: string, ending: string): string {
  return word.endsWith(ending) ? word.slice(0, word.length - ending.length) : '';
}
