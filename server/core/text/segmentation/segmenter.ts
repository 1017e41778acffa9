/**
 * The segmenter: one forward scan for sentence marks, each decided by the rules of its language. An own scanner and
 * not Intl.Segmenter, for three measured reasons: UAX #29 breaks Burmese at the comma ၊ and inside quotations and
 * abbreviations, so that nearly every boundary would have to be looked at again; it misses boundaries that need no
 * space; and its iteration is quadratic on strings above 64 Ki units, where this one is linear at any length.
 *
 * Invariant: the spans are in order, begin and end with something other than white space, and leave out nothing but
 * white space. A boundary inside a protected span is never made.
 */
import type { LanguageTag } from '../language.ts';
import { primaryOf } from '../language.ts';
import type { Segmenter, SegmentOptions, Span } from '../segmentation.ts';
import { skipSpace, trimEnd } from './characters.ts';
import { boundaryOf } from './decide.ts';
import { findEnclosures } from './enclosures.ts';
import { itemsAfter } from './lists.ts';
import { readRun } from './run.ts';
import { compileRules } from './rules.ts';
import type { CompiledRules } from './rules.ts';
import { rulesFor } from './rules/by-language.ts';
import { Tokens } from './token.ts';

const BLANK_LINE = /(?:\r\n|[\n\r\u2028])[^\S\n\r\u2028\u2029]*(?=[\n\r\u2028])(?!(?<=\r)\n)|\u2029/g;
/** But the one before a mark that stands alone on its line. */
const LINE_BREAK = /[\n\r\u2028\u2029](?![^\S\n\r\u2028\u2029]*[.,;!?။؟](?:\s|$))/g;

/**
 * Cuts a text of any length into segments; offsets are UTF-16 units. A blank line always ends a segment, a line
 * break does where `lineBreaks` says so. A language without rules of its own has the common ones.
 */
export const segmentText: Segmenter = (text: string, options: SegmentOptions): readonly Span[] => {
  const rules = compiledFor(options.language);
  const isProtected = protector(options.protected ?? []);
  const spans: Span[] = [];
  let from = 0;
  const breaks = options.lineBreaks === 'boundary' ? LINE_BREAK : BLANK_LINE;
  for (const match of text.matchAll(breaks)) {
    if (isProtected(match.index)) continue;
    segmentPiece(from, match.index);
    from = match.index;
  }
  segmentPiece(from, text.length);
  return spans;

  function segmentPiece(start: number, end: number): void {
    const piece = start === 0 && end === text.length ? text : text.slice(start, end);
    let segmentStart = 0;
    for (const boundary of [...boundariesIn(piece, rules), piece.length]) {
      if (boundary < piece.length && isProtected(start + boundary)) continue;
      const first = skipSpace(piece, segmentStart);
      const last = trimEnd(piece, boundary, first);
      if (last > first) spans.push({ start: start + first, end: start + last });
      segmentStart = boundary;
    }
  }
};

/** By tag; finding a tag's primary language anew would take longer than to cut a short paragraph. */
const compiled = new Map<LanguageTag, CompiledRules>();

function compiledFor(language: LanguageTag): CompiledRules {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const rules = compileRules(rulesFor(primaryOf(language)));
  // A hostile file may name languages without end.
  if (compiled.size > 200) compiled.clear();
  compiled.set(language, rules);
  return rules;
}

/** Offsets of the boundaries inside a text without hard breaks, rising. */
function boundariesIn(text: string, rules: CompiledRules): readonly number[] {
  const enclosures = findEnclosures(text, rules);
  const tokens = new Tokens(text);
  const isEnclosed = insideOf(enclosures.spans);
  const result: number[] = [];
  const textStart = skipSpace(text, 0);
  let segmentStart = textStart;
  let items = itemsAfter(text, segmentStart, rules);
  let item = 0;
  let at = segmentStart;
  const { finder } = rules;
  for (;;) {
    finder.lastIndex = at;
    const found = finder.exec(text)?.index ?? text.length;
    for (let start = items[item]; start !== undefined && start <= found; start = items[(item += 1)]) {
      if (start > segmentStart) result.push(start);
      segmentStart = Math.max(segmentStart, start);
    }
    if (found === text.length) return result;
    const run = readRun(text, found, rules, textStart);
    const boundary = boundaryOf({ text, rules, enclosures, tokens, segmentStart }, run);
    at = Math.max(run.end, found + 1);
    if (boundary < 0 || isEnclosed(boundary)) continue;
    result.push(boundary);
    segmentStart = skipSpace(text, boundary);
    if (item < items.length) continue;
    items = itemsAfter(text, segmentStart, rules);
    item = 0;
  }
}

/** Whether an offset lies strictly inside one of the spans, which are in order; offsets must not fall. */
function insideOf(spans: readonly Span[]): (offset: number) => boolean {
  let index = 0;
  return (offset) => {
    while ((spans[index]?.end ?? Infinity) <= offset) index += 1;
    const span = spans[index];
    return span !== undefined && span.start < offset && offset < span.end;
  };
}

function protector(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return (offset) => {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merged[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const span = merged[low];
    return span !== undefined && span.start < offset && offset < span.end;
  };
}
