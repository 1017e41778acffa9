/**
 * Where a text holds what is looked for, by folded text (fold.ts), as spans of the ORIGINAL text: whole characters
 * as a reader sees them, with the marks and joiners that folding left out.
 */
import { fold, foldedChunks } from './fold.ts';
import { pieces } from './pieces.ts';

/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * In order, none touching text of another. A query of which folding leaves nothing (a tatweel, a ZWNJ) is looked
 * for as it stands. Nothing is found for ''.
 */
export function findSpans(text: string, query: string): readonly Span[] {
  if (query === '') return [];
  const needle = fold(query);
  return needle === '' ? occurrences(text, query) : joined(wholeCharacters(text, foldedSpans(text, needle)));
}

function foldedSpans(text: string, needle: string): readonly Span[] {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const chunk of foldedChunks(text)) {
    folded += chunk.text;
    for (let unit = 0; unit < chunk.text.length; unit += 1) {
      starts.push(chunk.start);
      ends.push(chunk.end);
    }
  }
  return occurrences(folded, needle).map(({ start, end }) => ({
    start: starts[start] ?? 0,
    end: ends[end - 1] ?? text.length,
  }));
}

function occurrences(text: string, needle: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    spans.push({ start: at, end: at + needle.length });
  }
  return spans;
}

/** Each span, in order, extended to where graphemes begin and end. */
function wholeCharacters(text: string, spans: readonly Span[]): readonly Span[] {
  if (spans.length === 0) return spans;
  const starts = graphemeStarts(text);
  let index = 0;
  return spans.map((span) => {
    while ((starts[index + 1] ?? Infinity) <= span.start) index += 1;
    let last = index;
    while ((starts[last] ?? text.length) < span.end) last += 1;
    return { start: starts[index] ?? 0, end: starts[last] ?? text.length };
  });
}

let segmenter: Intl.Segmenter | undefined;

function graphemeStarts(text: string): readonly number[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const starts: number[] = [];
  let from = 0;
  for (const piece of pieces(text)) {
    for (const { index } of segmenter.segment(piece)) starts.push(from + index);
    from += piece.length;
  }
  return starts;
}

/** Two of them may share a character: both s in ß. */
function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last !== undefined && span.start < last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else result.push(span);
  }
  return result;
}
