/** What a text amounts to, by every method that we count by; a figure is never shown without its method. */
import { scriptOf, type LanguageTag } from './language.ts';
import { countBurmeseSyllables } from './syllables.ts';
import { WORD_METHOD, countCharacters, countSpacedWords, countWords } from './words.ts';

export interface Measures {
  readonly words: number;
  readonly whiteSpaceWords: number;
  readonly characters: number;
  readonly charactersWithoutSpaces: number;
  readonly graphemes: number;
  readonly burmeseSyllables: number;
}
export type Measure = keyof Measures;

export const METHODS: Readonly<Record<Measure, string>> = {
  words: WORD_METHOD,
  whiteSpaceWords: 'runs between white space',
  characters: 'code points, codes left out',
  charactersWithoutSpaces: 'code points but for white space, codes left out',
  graphemes: 'UAX #29 extended grapheme clusters',
  burmeseSyllables: 'Burmese consonants and vowels that begin a syllable, NFC',
};

/** In the order in which they are shown. */
export const MEASURES: readonly Measure[] = [
  'words',
  'whiteSpaceWords',
  'characters',
  'charactersWithoutSpaces',
  'graphemes',
  'burmeseSyllables',
];

/** Scripts without spaces that no standard gives a way to count in: their words are those of a dictionary. */
const ESTIMATED_SCRIPTS = new Set(['Mymr', 'Khmr', 'Laoo']);

/** Whether a count of words in the language is only an estimate (Burmese, Khmer, Lao). */
export function isEstimate(language: LanguageTag): boolean {
  return ESTIMATED_SCRIPTS.has(scriptOf(language));
}

export function measure(text: string, language: LanguageTag): Measures {
  const characters = countCharacters(text, language);
  return {
    words: countWords(text, language),
    whiteSpaceWords: countSpacedWords(text),
    characters: characters.all,
    charactersWithoutSpaces: characters.withoutSpaces,
    graphemes: characters.graphemes,
    burmeseSyllables: countBurmeseSyllables(text),
  };
}

export function addMeasures(all: readonly Measures[]): Measures {
  const sum = (name: Measure): number => all.reduce((total, each) => total + each[name], 0);
  return {
    words: sum('words'),
    whiteSpaceWords: sum('whiteSpaceWords'),
    characters: sum('characters'),
    charactersWithoutSpaces: sum('charactersWithoutSpaces'),
    graphemes: sum('graphemes'),
    burmeseSyllables: sum('burmeseSyllables'),
  };
}
