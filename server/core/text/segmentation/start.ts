/**
 * What follows a run: where the next text begins and with what sort of character, past the marks that may stand
 * before a sentence (quotation marks, brackets, dashes, bullets, ¿ ¡, emphasis, an ellipsis).
 */
import {
  classAt,
  DIGIT,
  isLetterAt,
  isSpaceAt,
  LETTER,
  LOWER,
  MARK,
  OTHER,
  skipSpace,
  UPPER,
} from './characters.ts';
import type { CharacterClass } from './characters.ts';

export interface Start {
  /** Offset of the first character that is not white space. */
  readonly at: number;
  /** Whether white space lies before it. */
  readonly spaced: boolean;
  /** That character. */
  readonly mark: string;
  /** Class of the first letter or digit, OTHER where none comes soon. */
  readonly first: CharacterClass;
  /** The word that begins there (letters and apostrophes), '' where there is none. */
  readonly word: string;
  /** Offset behind that word. */
  readonly wordEnd: number;
}

const LEADING =
  '“”„«»‹›‘’‚「」『』"\'([{（［【¿¡*_#-–—―•‣⁃◦▪●…\u200B\u200E\u200F\u202A\u202B\u2066\u2067\u2068';
/** How far a sentence's first letter may be from its first character. */
const LEAD = 12;
const WORD = 40;

export function readStart(text: string, end: number): Start {
  const at = skipSpace(text, end);
  let letter = skipTags(text, at);
  const until = letter + LEAD;
  while (letter < until && leads(text, letter)) letter += 1;
  const first = classAt(text, letter);
  let wordEnd = letter;
  while (wordEnd < letter + WORD && (isLetterAt(text, wordEnd) || isInnerApostrophe(text, wordEnd)))
    wordEnd += 1;
  return {
    at,
    spaced: at > end,
    mark: text.charAt(at),
    first: first === MARK || first === LETTER ? LETTER : first >= DIGIT ? first : OTHER,
    word: text.slice(letter, wordEnd),
    wordEnd,
  };
}

/** Behind the markup that a plain text may hold there: `<em>`, `<a href="…"><b>`. */
function skipTags(text: string, index: number): number {
  START_TAGS.lastIndex = index;
  return text[index] === '<' && START_TAGS.test(text) ? START_TAGS.lastIndex : index;
}

const START_TAGS = /(?:<[A-Za-z][^<>]{0,200}>){1,3}/y;

function leads(text: string, index: number): boolean {
  return LEADING.includes(text.charAt(index))
    ? index < text.length
    : isSpaceAt(text, index) || text[index] === '.';
}

function isInnerApostrophe(text: string, index: number): boolean {
  return (text[index] === "'" || text[index] === '’') && isLetterAt(text, index + 1);
}

/** Whether the text there begins like a sentence although in lower case: `b) …`, `iPhone`, an address. */
export function beginsInLowerCase(text: string, start: Start): boolean {
  ITEM.lastIndex = start.at;
  if (ITEM.test(text)) return true;
  const second = start.word.length > 1 ? classAt(start.word, 1) : OTHER;
  return second === UPPER && classAt(start.word, 0) === LOWER;
}

const ITEM = /\(?(?:[a-z]|[ivxl]{1,5}|\p{Nd}{1,3})\)\s|(?:https?:\/\/|www\.)\S/uy;
