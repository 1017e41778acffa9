/**
 * Left-to-right passages inside right-to-left text, found so that they can be isolated. Without that the bidi
 * algorithm puts the slash of a URL, the pluses of C++ and the minus of -5 on the wrong side. Whole passages are
 * isolated, never their words: a Latin list of isolated words would read backwards.
 */
import type { Span } from './segmentation.ts';

/** Letters of scripts written from left to right that Persian and its neighbours quote. */
const LETTER = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Myanmar}';
/** Letters of the scripts that run the other way. */
const RIGHT_TO_LEFT =
  '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
/** A word that may stand in such a passage: no white space, no right-to-left letter, no bidi control. */
const OF_WORD = `[^\\s${RIGHT_TO_LEFT}،؛؟«»٪٫٬]`;
const WORD = `${OF_WORD}+`;

/** A word with a letter of its own, or a signed or dotted number: what the passage begins and ends with. */
const ANCHOR = `(?=${OF_WORD}*?[${LETTER}])${WORD}|[+\\-−]\\d${WORD}|[+\\-−]\\d|[\\d.]+[-.]\\d[\\d.-]*`;
const PASSAGE = new RegExp(
  `(?<![^\\s«])(?:${ANCHOR})(?:[ \\u00A0](?:${WORD}[ \\u00A0])*?(?:${ANCHOR}))*`,
  'gu',
);

/** A text with one of these was ordered by hand, by its writer. */
const CONTROLS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/u;

const FOREIGN = new RegExp(`[${LETTER}]`, 'u');
const OWN = new RegExp(`[${RIGHT_TO_LEFT}]`, 'u');

const OPENING = '([{<"\'“‘';
const CLOSING: Readonly<Record<string, string>> = {
  ')': '(',
  ']': '[',
  '}': '{',
  '>': '<',
  '"': '"',
  "'": "'",
};

/** Nobody writes more brackets and points around a passage; a hostile text might, by the thousand. */
const MOST_TRIMMED = 16;

function has(text: string, char: string): boolean {
  return text.includes(char);
}

/** How many characters at either end belong to the sentence around the passage and not to it. */
function trim(passage: string): { readonly start: number; readonly end: number } {
  let start = 0;
  let end = passage.length;
  for (let step = 0, changed = true; changed && end > start && step < MOST_TRIMMED; step += 1) {
    changed = false;
    const first = passage.charAt(start);
    const last = passage.charAt(end - 1);
    const inner = passage.slice(start + 1, end);
    const wrapped = last in CLOSING && CLOSING[last] === first;
    // `{name}`, `<b>` and `[1]` are one thing; `(UN)` is a Latin word in brackets of the sentence.
    if (wrapped && /^[{<[]/.test(first)) break;
    if (
      has(OPENING, first) &&
      (wrapped || !Object.entries(CLOSING).some(([c, o]) => o === first && has(inner, c)))
    ) {
      start += 1;
      changed = true;
    } else if (
      /[”’]/.test(last) ||
      (last in CLOSING && !has(passage.slice(start, end - 1), CLOSING[last] ?? ''))
    ) {
      end -= 1;
      changed = true;
    } else if (
      /[,;:!?…]/.test(last) ||
      (last === '.' && !/(?:^|[^\p{L}])(?:\p{L}\.){2,}$/u.test(passage.slice(start, end)))
    ) {
      end -= 1;
      changed = true;
    }
  }
  return { start, end };
}

/** Whether all that can be read in a text runs from left to right: a sentence in English, kept in Persian. */
export function isLeftToRight(text: string): boolean {
  return FOREIGN.test(text) && !OWN.test(text) && !CONTROLS.test(text);
}

/** The passages, in order; none where the writer has ordered the text by hand. */
export function leftToRightRuns(text: string): readonly Span[] {
  if (CONTROLS.test(text)) return [];
  const runs: Span[] = [];
  for (const match of text.matchAll(PASSAGE)) {
    const { start, end } = trim(match[0]);
    if (end > start) runs.push({ start: match.index + start, end: match.index + end });
  }
  return runs;
}
