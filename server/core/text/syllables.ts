/**
 * Burmese syllables: what a Burmese line, verse or price is measured by where words are not written apart. A
 * syllable begins at each consonant that is neither stacked below another one nor silenced by asat or virama, at
 * each independent vowel, and at ၌ ၍ ၎ ၏, which stand for whole ones. What is written as one stack is not cut (ဗုဒ္ဓ
 * is one), and digits and punctuation are none. The rule is that of the usual syllable breakers, after NFC.
 */

/** A consonant or vowel with asat or virama behind it, ့ between them as NFC has it, ends the syllable before it. */
const BEGINS = /(?<!\u1039)[က-ဪဿ၌-၏](?!\u1037?[\u103A\u1039])/gu;

/** In any text; what is not Burmese has none. */
export function countBurmeseSyllables(text: string): number {
  return text.normalize('NFC').match(BEGINS)?.length ?? 0;
}

/** Where syllables begin, as offsets into the text as it stands. */
export function syllableStarts(text: string): readonly number[] {
  return [...text.matchAll(BEGINS)].map(({ index }) => index);
}
