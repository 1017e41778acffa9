/**
 * The characters of a language that its keyboards often lack, for an editor to offer. Chosen by language, else by
 * script; what every text may need (spaces, direction) follows for all.
 */
import { primaryOf, scriptOf, type LanguageTag } from './language.ts';

export interface SpecialCharacter {
  /** What goes in; of a pair, what goes before the selection. */
  readonly text: string;
  /** Of a pair: what goes after the selection. */
  readonly close?: string;
}

/** A group of characters as an editor shows them together. */
export interface SpecialCharacters {
  /** Punctuation, quotation marks and letters of the language; the pairs first. */
  readonly language: readonly SpecialCharacter[];
  readonly joiners: readonly SpecialCharacter[];
  readonly directions: readonly SpecialCharacter[];
}

const POP = '\u2069';

const DIRECTIONS: readonly SpecialCharacter[] = [
  { text: '\u2066', close: POP },
  { text: '\u2067', close: POP },
  { text: '\u2068', close: POP },
  { text: '\u200e' },
  { text: '\u200f' },
  { text: '\u061c' },
  { text: POP },
];

interface Entry {
  /** Opening and closing mark, apart by one blank. */
  readonly pairs: readonly string[];
  readonly signs: string;
  readonly joiners: string;
}

const ZWNJ = '\u200c';
const ZWJ = '\u200d';
const ZWSP = '\u200b';
const NBSP = '\u00a0';
const NARROW = '\u202f';

const DEFAULT: Entry = { pairs: ['“ ”', '‘ ’'], signs: '’ – — …', joiners: NBSP + NARROW + ZWNJ + ZWJ };
const INDIC: Entry = { pairs: ['“ ”', '‘ ’'], signs: '। ॥ …', joiners: ZWNJ + ZWJ + NBSP };
const UNSPACED: Entry = { pairs: ['“ ”', '‘ ’'], signs: '…', joiners: ZWSP + NBSP + ZWNJ + ZWJ };
const SLAVIC: Entry = { pairs: ['« »', '„ “'], signs: '— – … №', joiners: NBSP + NARROW };

const BY_LANGUAGE: Readonly<Record<string, Entry>> = {
  fa: { pairs: ['« »', '‹ ›'], signs: '؟ ، ؛ ٫ ٬ ٪ … هٔ', joiners: ZWNJ + NBSP + ZWJ },
  my: { pairs: ['“ ”', '‘ ’'], signs: '။ ၊ ၏ ၍ ၌ ၎င်း …', joiners: ZWSP + NBSP + '\u2060' + ZWNJ + ZWJ },
  ur: { pairs: ['“ ”', '‘ ’'], signs: '۔ ؟ ، ؛ ٫ ٬ … ہٴ', joiners: ZWNJ + NBSP + ZWJ },
  fr: { pairs: [`«${NARROW} ${NARROW}»`, '“ ”'], signs: '’ … – œ Œ æ É À Ç', joiners: NARROW + NBSP },
  de: { pairs: ['„ “', '‚ ‘', '» «'], signs: '– … ß ẞ', joiners: NBSP + NARROW },
  es: { pairs: ['« »', '“ ”', '¿ ?', '¡ !'], signs: '— …', joiners: NBSP + NARROW },
  ru: SLAVIC,
  uk: SLAVIC,
};

const BY_SCRIPT: Readonly<Record<string, Entry>> = {
  Arab: { pairs: ['« »', '“ ”'], signs: '؟ ، ؛ ٫ ٬ ٪ …', joiners: ZWNJ + NBSP + ZWJ },
  Hebr: { pairs: ['” ”', '’ ’'], signs: '־ ׳ ״ – … ₪', joiners: NBSP + ZWNJ + ZWJ },
  Mymr: UNSPACED,
  Khmr: UNSPACED,
  Laoo: UNSPACED,
  Thai: UNSPACED,
  Deva: INDIC,
  Beng: INDIC,
};

/** What an editor for the language offers. Never empty. */
export function specialCharacters(language: LanguageTag): SpecialCharacters {
  const { pairs, signs, joiners } =
    BY_LANGUAGE[primaryOf(language)] ?? BY_SCRIPT[scriptOf(language)] ?? DEFAULT;
  return {
    language: [
      ...pairs.map((pair): SpecialCharacter => {
        const [text = '', close = ''] = pair.split(' ');
        return { text, close };
      }),
      ...signs.split(' ').map((text) => ({ text })),
    ],
    joiners: Array.from(joiners, (text) => ({ text })),
    directions: DIRECTIONS,
  };
}

/** The language's first quotation marks. */
export function quotationMarks(language: LanguageTag): SpecialCharacter {
  const [first] = specialCharacters(language).language;
  return first ?? { text: '“', close: '”' };
}

/** Whether Shift and Space write a zero-width non-joiner, as on the keyboards of Persian and its neighbours. */
export function hasJoinerOnSpace(language: LanguageTag): boolean {
  return scriptOf(language) === 'Arab' && specialCharacters(language).joiners[0]?.text === ZWNJ;
}
