/**
 * What a character is to the segmenter: one table look-up per UTF-16 unit, filled as characters are met, so that
 * no rule needs a regular expression per character. Classes follow the Unicode general categories.
 */

export const OTHER = 1;
const SPACE = 2;
export const DIGIT = 3;
export const LOWER = 4;
export const UPPER = 5;
/** A letter without case, or U+FFFC, which stands for an inline code that holds text. */
export const LETTER = 6;
/** What stands on a letter: combining marks and the zero-width (non-)joiner. */
export const MARK = 7;
/** One of the numbers above. */
export type CharacterClass = number;

const table = new Uint8Array(0x10000);

/** Class of the character that begins at the offset; OTHER outside the text. */
export function classAt(text: string, index: number): CharacterClass {
  const unit = text.charCodeAt(index);
  if (Number.isNaN(unit)) return OTHER;
  const known = table[unit] ?? 0;
  if (known !== 0) return known;
  if (unit >= 0xd800 && unit <= 0xdfff) return classify(String.fromCodePoint(astralAt(text, index)));
  const found = classify(String.fromCharCode(unit));
  table[unit] = found;
  return found;
}

/** The code point that the surrogate at the offset is half of. */
function astralAt(text: string, index: number): number {
  const low = text.charCodeAt(index) >= 0xdc00;
  return text.codePointAt(low ? Math.max(0, index - 1) : index) ?? 0xfffd;
}

function classify(character: string): CharacterClass {
  if (/\s/u.test(character)) return SPACE;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return UPPER;
  if (/\p{Ll}/u.test(character)) return LOWER;
  if (/[\p{L}\uFFFC]/u.test(character)) return LETTER;
  return /[\p{M}\u200C\u200D]/u.test(character) ? MARK : OTHER;
}

/** Whether a letter, or what stands on one, is at the offset. */
export function isLetterAt(text: string, index: number): boolean {
  return classAt(text, index) >= LOWER;
}

export function isSpaceAt(text: string, index: number): boolean {
  return classAt(text, index) === SPACE;
}

export function skipSpace(text: string, index: number): number {
  let at = index;
  while (at < text.length && isSpaceAt(text, at)) at += 1;
  return at;
}

/** The offset behind the last character before `index` that is not white space. */
export function trimEnd(text: string, index: number, from: number): number {
  let at = index;
  while (at > from && isSpaceAt(text, at - 1)) at -= 1;
  return at;
}

/** Class of the letter (past the marks on it) that ends right before the offset. */
export function classBefore(text: string, index: number): CharacterClass {
  let at = index - 1;
  while (at > 0 && at > index - 8 && classAt(text, at) === MARK) at -= 1;
  return at < 0 ? OTHER : classAt(text, at);
}
