/**
 * A text with everything that is no prose hidden: addresses, tags, entities, placeholders, paths and quoted program
 * text become CODE_CHARACTER, one for one, so that positions stay. Checks of letters, spaces and punctuation look
 * at this text; what they cannot see they neither report nor mend.
 */
import { CODE_CHARACTER } from './check.ts';

/** Bounds keep the search linear where an opening bracket is repeated without its closing one. */
/** Tags, entities, and the addresses of links in Markdown and wikitext. */
const MARKUP = [
  /<\/?[A-Za-z][^<>]{0,500}>/u,
  /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});/u,
  /\[\[[^[\]|\n]{1,200}\|/u,
  /\[(?:https?:)?\/\/[^\s[\]]{1,500}|\]\([^()\s]{1,300}\)/u,
];
const PLACEHOLDERS = [
  /%[A-Z][A-Z0-9_]{2,40}%?|\$\([^()\n]{1,60}\)/u,
  /%(?:\d+\$|\([\w. -]{1,60}\)|\{\w{1,60}\})?[-+#0]*\d{0,4}(?:\.\d{1,4})?[a-zA-Z@%]/u,
  /%\d{1,3}/u,
  /\{\{[^{}\n\u0600-\u06ff\u1000-\u109f]{0,200}\}\}|\$?\{[^{}\n\u0600-\u06ff\u1000-\u109f]{0,200}\}|\$t\([^()\n]{0,200}\)|\$\w+/u,
];
const PROGRAM_TEXT = [
  /(?:https?|ftp|file|mailto|tel):[^\s<>"«»،؛؟]+|www\.[^\s<>"«»،؛؟]+/u,
  /[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+/u,
  /`[^`\n]{1,200}`/u,
  /(?<![\w/.~])(?:[A-Za-z]:\\|~?\/|\.{1,2}\/)[\w.~+@%-]+(?:[\\/][\w.~+@%-]*)*/u,
  /(?<![\w.-])[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}\.[A-Za-z]{2,12}(?![\w.-])/u,
];

const HIDDEN = anyOf([...PROGRAM_TEXT, ...MARKUP, ...PLACEHOLDERS]);
const NOT_SHOWN = anyOf([...MARKUP, ...PLACEHOLDERS]);
const FILLED_IN = anyOf(PLACEHOLDERS);

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'gu');
}

/** The same length; only prose is left. */
export function shielded(text: string): string {
  return hide(text, HIDDEN);
}

/** The same length; what a reader will see is left: no tags, entities and placeholders, but addresses and paths. */
export function withoutMarkup(text: string): string {
  return hide(text, NOT_SHOWN);
}

/** Where something is filled in when the text is used. */
export function placeholdersOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...hide(text, anyOf(MARKUP)).matchAll(FILLED_IN)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

function hide(text: string, pattern: RegExp): string {
  return text.replace(pattern, (hidden) => CODE_CHARACTER.repeat(hidden.length));
}
