/**
 * The base forms that a word of a text may stand for, by the language's inflection. They are looked for among the
 * words of terms only, so a form that no language has does no harm; one that is another word does.
 */
import type { LanguageTag } from '../text/language.ts';
import { primaryOf } from '../text/language.ts';
import { burmese } from './languages/burmese.ts';
import { english } from './languages/english.ts';
import { persian } from './languages/persian.ts';
import type { TermWord } from './words.ts';

/**
 * What was taken away: `noun`, an ending that nouns have (and, in English, verbs in the third person); `verb`, one of
 * verbs; `loose`, one that is as often a part of another word.
 */
export type Ending = 'noun' | 'verb' | 'loose';

export interface BaseForm {
  readonly key: string;
  readonly ending: Ending;
}

export interface Inflection {
  /** Of a folded word of three letters and more, without the word itself. */
  bases(word: string): readonly BaseForm[];
  /** The forms by which a term that is given in the plural is known beside its own, for a term of so many words. */
  singulars(word: string, words: number): readonly string[];
  /** One key for what is spelt in two ways. */
  spelling(word: string): string;
  /** Whether the words of a phrase may be written together, with a joiner that folding leaves out. */
  readonly joinsWords: boolean;
  /** Whether the word is an ending of the one before it, written apart. */
  isEnding(word: TermWord): boolean;
  /** Whether the word, folded, is a verb that another may stand for, where it makes a verb of a noun. */
  isLight(word: string): boolean;
}

/** Words as they stand. */
const none: Inflection = {
  bases: () => [],
  singulars: () => [],
  spelling: (word) => word,
  joinsWords: false,
  isEnding: () => false,
  isLight: () => false,
};

const BY_LANGUAGE: Readonly<Record<string, Inflection>> = { en: english, fa: persian, my: burmese };

export function inflectionOf(language: LanguageTag): Inflection {
  return BY_LANGUAGE[primaryOf(language)] ?? none;
}

/** Whether anything is known of the language's endings. */
export function isInflectionKnown(language: LanguageTag): boolean {
  return Object.hasOwn(BY_LANGUAGE, primaryOf(language));
}
