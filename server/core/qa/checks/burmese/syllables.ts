/**
 * The shape of a Burmese syllable in Unicode (UTN #11, "Representing Myanmar in Unicode"), and what of a text does
 * not fit into any: marks without a consonant, or in an order that fonts draw with dotted circles.
 */
import type { Span } from '../../check.ts';

/** What marks may stand on: consonants, independent vowels, ဿ, ၎, placeholders, and what stands for a code. */
const BASE = '[\\u1000-\\u102a\\u103f\\u104e\\u1050-\\u1055\\u105a-\\u105d\\u25cc\\u00a0\\uFFFC]';
const CONSONANT = '[\\u1000-\\u1021\\u103f]';
/** The g of kinzi may be ရ in loans. */
const KINZI = '(?:[\\u1004\\u101b\\u105a]\\u103a\\u1039)?';
const STACKED = `(?:\\u1039${CONSONANT})*`;
const MEDIALS = '\\u103b?\\u103c?\\u103d?\\u103e?';
const VOWELS = '\\u1031?[\\u102d\\u102e\\u1032]?[\\u102f\\u1030]?[\\u102b\\u102c]?';
/** Contractions write a medial or a vowel after asat: ယောက်ျား, ကျွန်ုပ်, လက်ျာ. */
const AFTER_ASAT = '(?:\\u103a(?:\\u103b\\u102c?|\\u102f))?';
const FINALS = '\\u1036?(?:\\u1037?\\u103a)?\\u1036?\\u1037?\\u1038?';
const SYLLABLE = new RegExp(
  `${KINZI}${BASE}${STACKED}${MEDIALS}(?:${AFTER_ASAT}|${VOWELS})${VOWELS}${FINALS}`,
  'gu',
);

const RANKS = [
  '\u1039',
  '\u103b',
  '\u103c',
  '\u103d',
  '\u103e',
  '\u1031',
  '\u102d\u102e\u1032',
  '\u102f\u1030',
  '\u102b\u102c',
  '\u1036',
  '\u1037',
  '\u103a',
  '\u1038',
];

/** Marks that belong to no syllable, one after the other; a mark that only repeats the one before is not among them. */
export function strayMarks(text: string): readonly Span[] {
  const rest = text.normalize('NFC') === text ? text : sameLength(text);
  const left = rest.replace(SYLLABLE, (syllable) => ' '.repeat(syllable.length));
  return [...left.matchAll(/[\u102b-\u103e]+/gu)]
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
    .filter(({ start, end }) => !isRepetition(text, start, end));
}

/** Asat before the dot below is another check's finding (normal form C); here the two count as in order. */
function sameLength(text: string): string {
  return text.replaceAll('\u103a\u1037', '\u1037\u103a');
}

function isRepetition(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charAt(at) !== text.charAt(start - 1)) return false;
  return true;
}

/** The marks of one consonant in the order of the standard; without those that repeat. */
export function inOrder(base: string, marks: string): string {
  const rank = (mark: string): number => RANKS.findIndex((each) => each.includes(mark));
  return base + [...new Set(marks)].sort((a, b) => rank(a) - rank(b)).join('');
}
