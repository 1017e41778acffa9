/**
 * Persian verbs by their forms: a term is given by the infinitive, a text has the persons, with or without می, ن and ب.
 * Those with which nouns make verbs say little by themselves: `باز کردن`, `باز می‌شود`.
 */
import { fold } from '../../text/fold.ts';

/** Infinitive and stem of the present, of the usual verbs. */
const VERBS = `کردن کن،نمودن نما،شدن شو،گردیدن گرد،گشتن گرد،دادن ده،گرفتن گیر،داشتن دار،زدن زن،یافتن یاب،گشودن گشا،ساختن ساز،
افزودن افزا،گذاشتن گذار،خواندن خوان،نوشتن نویس،دیدن بین،رفتن رو،آمدن آ،آوردن آور،بردن بر،گفتن گو،دانستن دان،توانستن توان،
خواستن خواه،ماندن مان،فرستادن فرست،بستن بند،شکستن شکن،انداختن انداز،پرداختن پرداز،پذیرفتن پذیر،آموختن آموز،ریختن ریز،
فروختن فروش،خریدن خر،رسیدن رس،کشیدن کش،چسباندن چسبان،چرخاندن چرخان،برداشتن بردار،نشستن نشین،ایستادن ایست،افتادن افت،
پرسیدن پرس،شنیدن شنو،فهمیدن فهم،کاستن کاه،جستن جو،شناختن شناس،سنجیدن سنج،گزیدن گزین،برگزیدن برگزین،آزمودن آزما،
پوشاندن پوشان،رساندن رسان،گذشتن گذر،پیوستن پیوند،آفریدن آفرین،نگاشتن نگار،انگاشتن انگار،شمردن شمار،کوشیدن کوش`;

const LIGHT = new Set('کردن نمودن شدن گردیدن گشتن دادن گرفتن داشتن زدن'.split(' ').map(fold));

const PERSONS = ['م', 'ی', 'د', 'یم', 'ید', 'ند'];
const PAST = ['', 'م', 'ی', 'یم', 'ید', 'ند', 'ه', 'هام', 'های', 'هاست', 'هایم', 'هاید', 'هاند'];

function formsOf(infinitive: string, stem: string): readonly string[] {
  const past = infinitive.replace(/ن$/u, '');
  // A stem that ends in a vowel has a ی before the person: گشا, گشاید.
  const ending = /[او]$/u.test(stem) && stem !== 'رو' && stem !== 'شو' && stem !== 'شنو' ? 'ی' : '';
  return [
    ...['', 'می', 'نمی', 'ن'].flatMap((prefix) => PAST.map((person) => prefix + past + person)),
    ...['', 'می', 'نمی', 'ن', 'ب'].flatMap((prefix) =>
      PERSONS.map((person) => prefix + stem + ending + person),
    ),
    `ب${stem}`,
  ];
}

const INFINITIVES: ReadonlyMap<string, readonly string[]> = (() => {
  const forms = new Map<string, string[]>();
  for (const pair of VERBS.split('،')) {
    const [infinitive = '', stem = ''] = pair.trim().split(' ');
    for (const form of new Set(formsOf(infinitive, stem).map(fold)))
      forms.set(form, [...(forms.get(form) ?? []), fold(infinitive)]);
  }
  return forms;
})();

/** The infinitives that a folded word may be a form of. */
export function infinitivesOf(word: string): readonly string[] {
  return INFINITIVES.get(word) ?? [];
}

/** Whether it is a verb that only makes one of the noun before it. */
export function isLightVerb(word: string): boolean {
  return LIGHT.has(word) || infinitivesOf(word).some((infinitive) => LIGHT.has(infinitive));
}
