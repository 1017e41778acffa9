/** Which rules a language has, by its primary subtag; those of no language in particular for all others. */
import type { LanguageRules } from '../rules.ts';
import { arabic } from './arabic.ts';
import { armenian } from './armenian.ts';
import { bulgarian } from './bulgarian.ts';
import { burmese } from './burmese.ts';
import { chinese } from './chinese.ts';
import { danish } from './danish.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { greek } from './greek.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { kazakh } from './kazakh.ts';
import { persian } from './persian.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { russian } from './russian.ts';
import { spanish } from './spanish.ts';
import { turkish } from './turkish.ts';
import { ukrainian } from './ukrainian.ts';
import { urdu } from './urdu.ts';

const RULES: Readonly<Partial<Record<string, LanguageRules>>> = {
  ar: arabic,
  bg: bulgarian,
  da: danish,
  de: german,
  el: greek,
  en: english,
  es: spanish,
  fa: persian,
  fr: french,
  hy: armenian,
  it: italian,
  ja: japanese,
  kk: kazakh,
  my: burmese,
  nl: dutch,
  pl: polish,
  ps: persian,
  pt: portuguese,
  ru: russian,
  tr: turkish,
  uk: ukrainian,
  ur: urdu,
  zh: chinese,
};

export function rulesFor(primary: string): LanguageRules {
  return RULES[primary] ?? {};
}
