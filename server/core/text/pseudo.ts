/**
 * Pseudo-translation: text that cannot be mistaken for a translation, in the script and direction of the target
 * language and about as long as real translations are, to try fonts, lay-out and direction before work begins.
 */
import type { Content } from './content.ts';
import { scriptOf, type LanguageTag } from './language.ts';

/** One letter of the script for each of a to z, chosen so that joining and stacking occur. */
const ALPHABETS: Readonly<Record<string, readonly string[]>> = {
  Arab: Array.from('ابچدیفگحیجکلمنوپقرستوویخیز'),
  Mymr: 'အ ဗ စ ဒ ဧ ဖ ဂ ဟ ဣ ဇ က လ မ န ဩ ပ ခ ရ သ တ ဥ ဝ ယ ဆ ည ဈ'.split(' '),
  Latn: Array.from('åƀçđéƒğĥîĵķľɱñöþɋŕšŧûṽŵẋýž'),
};

/** Digits of the scripts that have their own. */
const ZEROS: Readonly<Record<string, number>> = { Arab: 0x06f0, Mymr: 0x1040 };

/** The same content with its letters and digits replaced; codes, spaces and other characters stay. */
export function pseudoTranslate(content: Content, language: LanguageTag): Content {
  const script = scriptOf(language);
  const alphabet = ALPHABETS[script] ?? ALPHABETS['Latn'] ?? [];
  const zero = ZEROS[script];
  return content.map((part) =>
    typeof part === 'string'
      ? part
          .replace(/[a-z]/giu, (letter) => replaceLetter(letter, alphabet))
          .replace(/[0-9]/gu, (digit) =>
            zero === undefined ? digit : String.fromCodePoint(zero + Number(digit)),
          )
      : part,
  );
}

function replaceLetter(letter: string, alphabet: readonly string[]): string {
  const replaced = alphabet[letter.toLowerCase().charCodeAt(0) - 97] ?? letter;
  return letter === letter.toLowerCase() ? replaced : replaced.toUpperCase();
}
