/**
 * A text with everything that is no prose hidden: addresses, tags, entities, placeholders, paths and quoted program
 * text become CODE_CHARACTER, one for one, so that positions stay. What checks cannot see they neither report nor
 * mend. Two measures: what is hidden in a source is hidden in its translation too, whatever the language, for checks
 * that compare them; and whatever may be a program's, for checks of the letters of one text.
 */
import { CODE_CHARACTER, type Span } from '../check.ts';
import { addressesOf } from './addresses.ts';
import { placeholdersOf } from './placeholders.ts';

/** Bounds keep the search linear where an opening sign is repeated without its closing one. */
const MARKUP = anyOf([
  /<\/?[A-Za-z][^<>]{0,500}>/u,
  /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});/u,
]);

/** The addresses of links in Markdown and wikitext. */
const LINKS = anyOf([/\[\[[^[\]|\n]{1,200}\|/u, /\[(?:https?:)?\/\/[^\s[\]]{1,500}|\]\([^()\s]{1,300}\)/u]);

/** What looks as if something were put in its place, in notations too loose to be compared. */
const FILLED_IN = anyOf([
  /%[A-Z][A-Z0-9_]{2,40}%?|%[-_0^#EO]?[A-Za-z@%]/u,
  /\$\([^()\n]{1,60}\)|\$t\([^()\n]{0,200}\)|\$[A-Za-z_]\w*/u,
  /\{\{[^{}\n\u0600-\u06ff\u1000-\u109f]{0,200}\}\}|\$?\{[^{}\n\u0600-\u06ff\u1000-\u109f]{0,200}\}/u,
]);

/** Addresses without their protocol, quoted code, paths and the names of files. */
const PROGRAM_TEXT = anyOf([
  /(?:mailto|tel):[^\s<>"«»،؛؟]+|www\.[^\s<>"«»،؛؟]+/u,
  /`[^`\n]{1,200}`/u,
  /(?<![\w/.~])(?:[A-Za-z]:\\|~?\/|\.{1,2}\/)[\w.~+@%-]+(?:[\\/][\w.~+@%-]*)*/u,
  /(?<![\w.-])[\w-]{1,64}(?:\.[\w-]{1,64}){0,8}\.[A-Za-z]{2,12}(?![\w.-])/u,
]);

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'gu');
}

/** The same length; hidden is what a translation has as its source has it: addresses, markup, placeholders. */
export function maskText(text: string): string {
  return hide(text, [...addressesOf(text), ...matches(text, MARKUP), ...placeholdersOf(text)]);
}

/** The same length; only prose is left. */
export function onlyProse(text: string): string {
  return withoutMarkup(hide(text, [...addressesOf(text), ...matches(text, PROGRAM_TEXT)]));
}

/** The same length; what a reader will see is left: no tags, entities and placeholders, but addresses and paths. */
export function withoutMarkup(text: string): string {
  return hide(text, [...markupOf(text), ...filledIn(text)]);
}

/** Where something is filled in when the text is used: in order, apart from each other. */
export function filledIn(text: string): readonly Span[] {
  const visible = hide(text, markupOf(text));
  return apart([...placeholdersOf(visible), ...matches(visible, FILLED_IN)]);
}

function markupOf(text: string): readonly Span[] {
  return [...matches(text, MARKUP), ...matches(text, LINKS)];
}

function matches(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Sorted, those that overlap as one. */
function apart(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}

function hide(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let hidden = '';
  let at = 0;
  for (const { start, end } of apart(spans)) {
    hidden += text.slice(at, start) + CODE_CHARACTER.repeat(end - start);
    at = end;
  }
  return hidden + text.slice(at);
}
