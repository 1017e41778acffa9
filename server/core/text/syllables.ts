/**
 * Burmese syllables: what a Burmese line, verse or price is measured by where words are not written apart. A
 * syllable begins at each consonant that is neither stacked below another one nor silenced by asat or virama, at
 * each independent vowel, and at ၌ ၍ ၎ ၏, which stand for whole ones. What is written as one stack is not cut (ဗုဒ္ဓ
 * is one), and digits and punctuation are none. The rule is that of the usual syllable breakers, after NFC.
 */

/** A consonant or vowel with asat or virama behind it, ့ between them as NFC has it, ends the syllable before it. */
const BEGINS = /(?<!\u1039)[က-ဪဿ၌-၏](?!\u1037?[\u103A\u1039])/gu;

/** Letters and marks of the Burmese script, whatever the language, as a class of a pattern. */
const LETTERS = '\\u1000-\\u103f\\u1050-\\u108f\\u109a-\\u109d\\ua9e0-\\ua9ef\\ua9fa-\\ua9fe\\uaa60-\\uaa7f';
const RUNS = new RegExp(`([${LETTERS}]+)`, 'u');
const ENDS_IN_RUN = new RegExp(`[${LETTERS}]$`, 'u');
const BEGINS_IN_RUN = new RegExp(`^[${LETTERS}]`, 'u');

/** A letter that is neither stacked below another one nor closes a syllable by asat or virama behind it. */
const OWN_LETTER = '(?<!\\u1039)(?=\\p{L}(?!\\u1037?[\\u103a\\u1039]))';
const START_INSIDE = new RegExp(`(?<=[^])${OWN_LETTER}`, 'u');

/** Letters and marks with nothing between them, cut where a syllable begins. Any language of the script. */
export function splitSyllables(run: string): readonly string[] {
  return run.split(START_INSIDE);
}

/** The text in turn: what is not Burmese (perhaps ''), and letters and marks of its script with nothing between them. */
export function splitBurmeseRuns(text: string): readonly string[] {
  return text.split(RUNS);
}

/** Whether what ends and what begins there are one syllable. */
export function isInsideSyllable(before: string, after: string): boolean {
  if (!ENDS_IN_RUN.test(before) || !BEGINS_IN_RUN.test(after)) return false;
  const beside = before.slice(-1) + after.slice(0, 3);
  return splitSyllables(beside)[0]?.length !== 1;
}

/** In any text; what is not Burmese has none. */
export function countBurmeseSyllables(text: string): number {
  return text.normalize('NFC').match(BEGINS)?.length ?? 0;
}

/** Where syllables begin, as offsets into the text as it stands. */
export function syllableStarts(text: string): readonly number[] {
  return [...text.matchAll(BEGINS)].map(({ index }) => index);
}
