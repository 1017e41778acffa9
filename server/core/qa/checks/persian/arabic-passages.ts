/**
 * Arabic inside Persian: a verse, a prayer or a title is quoted with its own letters (ي ك ة), and nothing of it is
 * wrong. It is told by having several words, Arabic signs, and none of the letters that only Persian has.
 */
import { CODE_CHARACTER } from '../../check.ts';
import { LETTERS, MARKS } from './letters.ts';

const WORD = `[${LETTERS}${MARKS}\\u0640]+`;
/** Words in a row; anything but spaces and commas between them ends the passage. */
const PASSAGE = new RegExp(`${WORD}(?:[ ،]+${WORD})+`, 'gu');
/** In no Arabic text; ZWNJ ends a passage by itself. */
const ONLY_PERSIAN = /[پچژگکیۀ]/u;
/** The article, with or without a particle before it. */
const ARTICLE = /(?<![\u0620-\u06ff])[وفبكل]?ال[\u0621-\u064a]{2}/gu;
const VOWELS = /[\u064b-\u0652]/gu;

/** The text with such passages hidden, one CODE_CHARACTER for each character. */
export function withoutArabic(text: string): string {
  return text.replace(PASSAGE, (passage) =>
    isArabic(passage) ? CODE_CHARACTER.repeat(passage.length) : passage,
  );
}

function isArabic(passage: string): boolean {
  if (ONLY_PERSIAN.test(passage)) return false;
  const signs = (passage.match(ARTICLE)?.length ?? 0) + (passage.match(VOWELS)?.length ?? 0) / 2;
  return signs >= 2 || (signs >= 1 && passage.includes('ة'));
}
