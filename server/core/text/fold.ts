/**
 * Folding a text for searching: what a reader takes for the same becomes the same. Case, digits of any script,
 * compatibility forms (full width, ligatures, Arabic presentation forms), Arabic and Persian yeh, kaf and heh,
 * vowel marks and accents, and everything invisible (joiners, tatweel, direction controls, soft hyphens) make no
 * difference; marks that make another letter do (Burmese and Indic signs, Japanese voicing, й), and so do letters
 * and digits that only look alike (Burmese ဝ and ၀). As the root collation of CLDR has it, where that says so.
 * Invariant: fold(fold(x)) = fold(x). Folded text is for comparing only, never for showing or keeping as a text.
 */
import { digitValue } from './digits.ts';

/** Where a piece of folded text comes from: UTF-16 offsets into the original. */
export interface FoldedChunk {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Counts for nothing: all that Unicode says is to be ignored where it is not shown, enclosing marks, and tatweel. */
const IGNORED = /[\p{Default_Ignorable_Code_Point}\p{Me}\u0640]/gu;
const FIRST_IGNORED = /^[\p{Default_Ignorable_Code_Point}\p{Me}\u0640]+/u;

/**
 * A character with the marks on it, whatever invisible stands between. The last are no marks themselves, but
 * decompose into some: Thai and Lao am, half-width voicing, Arabic vowel marks standing alone.
 */
const CHUNK =
  /[\s\S](?:[\p{M}\p{Default_Ignorable_Code_Point}\u0640\u0E33\u0EB3\uFF9E\uFF9F\uFC5E-\uFC63\uFCF2-\uFCF4\uFE70-\uFE7F])*/gu;

/**
 * Accents, Arabic vowel marks and hamza, points of Hebrew and Syriac; but not what makes й of и, nor ≠ of =. (The
 * order of NFD has the stroke of ≠ first of its marks.)
 */
/* eslint-disable no-misleading-character-class -- these are the marks themselves */
const DIACRITIC =
  /(?!(?<=\p{Script=Cyrillic})\u0306|(?<=\p{S})\u0338)(?=\p{M})[\u0300-\u036F\u0483-\u0489\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0711\u0730-\u074A\u08CA-\u08FF\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/gu;
/* eslint-enable no-misleading-character-class */

/** Letters and signs that no normalisation brings together. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Arabic yeh, alef maksura; kaf, swash kaf; Urdu and Kurdish heh (ۀ is Kurdish heh with hamza to Unicode)
    ...{ ي: 'ی', ى: 'ی', ك: 'ک', ڪ: 'ک', ہ: 'ه', ە: 'ه' },
    ...{ ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ł: 'l', æ: 'ae', œ: 'oe' },
    ...{ '‘': "'", '’': "'", ʼ: "'", '‛': "'", '“': '"', '”': '"', '‐': '-' },
  }),
);

/** Most texts of programs, and most words of European ones. */
const PLAIN = /^[ -~]*$/;

/** The text as it is searched in, and as it is searched for. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.replaceAll(CHUNK, foldChunk);
}

/** The same in pieces, each with where it comes from; what is ignored at the edges of one is outside of it. */
export function* foldedChunks(text: string): Generator<FoldedChunk> {
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    const folded = foldChunk(chunk);
    if (folded === '') continue;
    const start = index + (FIRST_IGNORED.exec(chunk)?.[0].length ?? 0);
    yield { text: folded, start, end: index + endOf(chunk) };
  }
}

/** Before what is ignored at the end; there is something else. */
function endOf(chunk: string): number {
  let end = chunk.length;
  for (;;) {
    const last = chunk.codePointAt(end - 2) ?? 0;
    const start = last > 0xffff ? end - 2 : end - 1;
    if (!FIRST_IGNORED.test(chunk.slice(start, end))) return end;
    end = start;
  }
}

/** Texts hold the same few characters again and again. */
const known = new Map<string, string>();
const KNOWN = 10_000;

function foldChunk(chunk: string): string {
  const found = known.get(chunk);
  if (found !== undefined) return found;
  const folded = foldUnknown(chunk);
  // A hostile text may heap marks on a character without end.
  if (known.size >= KNOWN) known.clear();
  if (chunk.length <= 8) known.set(chunk, folded);
  return folded;
}

function foldUnknown(chunk: string): string {
  let decomposed = '';
  for (const character of chunk) decomposed += decompose(character);
  const letters = decomposed.replaceAll(IGNORED, '').normalize('NFD').replaceAll(DIACRITIC, '');
  let folded = '';
  // Up and down again, because ς, ß and ı fold by their capitals.
  for (const character of letters.toLowerCase().toUpperCase().toLowerCase()) {
    if (/\s/u.test(character)) folded += ' ';
    else folded += digitValue(character)?.toString() ?? SAME.get(character) ?? character;
  }
  return folded;
}

/** A sign of its own such as ´ does not become a space with an accent. */
function decompose(character: string): string {
  const decomposed = character.normalize('NFKD');
  if (!/^ ./u.test(decomposed)) return decomposed;
  return /\p{Script_Extensions=Arabic}/u.test(character) ? decomposed.slice(1) : character;
}
