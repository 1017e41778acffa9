/**
 * Language tags (BCP 47) and what follows from them: script, direction, name. Direction always comes from the
 * script, explicit or likely (CLDR likely subtags through Intl.Locale), never from a list of languages.
 */

declare const brand: unique symbol;
/** A well-formed BCP 47 tag in canonical spelling, made only by parseLanguageTag. */
export type LanguageTag = string & { readonly [brand]: 'LanguageTag' };

export type Direction = 'ltr' | 'rtl';

export function parseDirection(text: string): Direction | null {
  return text === 'ltr' || text === 'rtl' ? text : null;
}

/** Scripts written from right to left (Unicode 15.1, the modern ones and those that editions have been made in). */
const RIGHT_TO_LEFT_SCRIPTS = new Set(
  'Adlm Arab Aran Armi Avst Chrs Cprt Elym Garay Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Syre Syrj Syrn Thaa Yezi'.split(
    ' ',
  ),
);

/** Reads a tag leniently (`fa_IR`, `EN`) and gives its canonical form, or null where it is no BCP 47 tag. */
export function parseLanguageTag(text: string): LanguageTag | null {
  try {
    return new Intl.Locale(text.trim().replaceAll('_', '-')).baseName as LanguageTag;
  } catch {
    return null;
  }
}

/** BCP 47 for a language that nobody has said. */
export const UNDETERMINED = 'und' as LanguageTag;

const maximized = new Map<LanguageTag, Intl.Locale>();

/** Making an Intl.Locale takes longer than most that is done with it. */
function localeOf(tag: LanguageTag): Intl.Locale {
  const known = maximized.get(tag);
  if (known !== undefined) return known;
  const made = new Intl.Locale(tag).maximize();
  maximized.set(tag, made);
  return made;
}

/** ISO 15924 code of the script that the language is written in (`Arab`, `Mymr`, `Latn`). */
export function scriptOf(tag: LanguageTag): string {
  return localeOf(tag).script ?? 'Latn';
}

export function directionOf(tag: LanguageTag): Direction {
  return RIGHT_TO_LEFT_SCRIPTS.has(scriptOf(tag)) ? 'rtl' : 'ltr';
}

/** The primary language subtag: `fa` of `fa-IR`. */
export function primaryOf(tag: LanguageTag): string {
  return localeOf(tag).language;
}

/** The language's name in another language, or in itself: `فارسی`, `Persian`. The tag where no name is known. */
export function languageName(tag: LanguageTag, inLanguage: string = tag): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
