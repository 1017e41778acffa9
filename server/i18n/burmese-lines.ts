/**
 * Burmese has no spaces, so browsers break its lines where a dictionary finds words, and inside of a syllable where it
 * does not know one, as in ဒေါင်းလု|ဒ်. A word joiner in that place, which is not seen, keeps the syllable together.
 */
const WORD_JOINER = '\u2060';
const BURMESE = /[\u1000-\u109f]/u;
/** What can only go on with a syllable: a final consonant, the upper one of a stack, a vowel or another sign. */
const GOES_ON = /^(?:[\u1000-\u1021]\u1037?[\u103a\u1039]|[\u102b-\u103e])/u;
const segmenter = new Intl.Segmenter('my', { granularity: 'word' });

/** The text with word joiners where its lines would break inside of a syllable; a message in ICU's syntax stays one. */
export function keepSyllables(text: string): string {
  if (!BURMESE.test(text)) return text;
  let kept = text;
  // Each part beside a joiner is looked up by itself, and may be cut otherwise than before.
  for (let round = 0; round < 4; round++) {
    const next = joinSyllables(kept);
    if (next === kept) break;
    kept = next;
  }
  return kept;
}

function joinSyllables(text: string): string {
  return Array.from(segmenter.segment(text), ({ segment, index }) => {
    const isInside = BURMESE.test(text.charAt(index - 1)) && GOES_ON.test(text.slice(index, index + 3));
    return isInside ? WORD_JOINER + segment : segment;
  }).join('');
}
