/**
 * A flow is a unit's text as it was read: pieces of text and inline codes, each with its place in the decoded
 * original. This is where a flow is cut into segments and the ignorable white space between them, and where it
 * is decided what inline codes do at a boundary.
 * Invariant: the parts, joined, are the flow, in content and in place; nothing is dropped.
 */
import { CODE_SUBTYPES } from '../text/code-types.ts';
import { normalizeContent, type Content, type InlineCode } from '../text/content.ts';
import type { LanguageTag } from '../text/language.ts';
import type { CodeSides, SegmentOptions, Segmenter, Span } from '../text/segmentation.ts';
import { segmentId } from './ids.ts';
import type { UnitPart } from './unit.ts';

/** Places are UTF-16 offsets in the decoded original, half-open; pieces follow each other without a gap. */
export type FlowPiece =
  /** Text that stands in the original as it is read; it may be cut anywhere. */
  | { readonly kind: 'literal'; readonly text: string; readonly start: number; readonly end: number }
  /** Text written differently in the original (an escape, an entity, a wrapped line); never cut. */
  | { readonly kind: 'atomic'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'code'; readonly code: InlineCode; readonly start: number; readonly end: number };

export type Flow = readonly FlowPiece[];

interface CutOptions {
  readonly segmenter: Segmenter;
  readonly language: LanguageTag;
  /** `paragraph`: one segment holds all but the white space at both edges. */
  readonly granularity: 'sentence' | 'paragraph';
  readonly lineBreaks: NonNullable<SegmentOptions['lineBreaks']>;
  /** Byte offset in the original of a UTF-16 offset in its text. */
  readonly byteOffset: (offset: number) => number;
}

/** The content of a flow; neighbouring text runs are joined. */
export function flowContent(flow: Flow): Content {
  return normalizeContent(flow.map((piece) => (piece.kind === 'code' ? piece.code : piece.text)));
}

/**
 * Cuts a flow into segments, named s1, s2 …, all `initial` and without target, and ignorables. White space at
 * the edges and between sentences is ignorable, and so is a hard line break there; closing codes and note
 * references stay with the segment before, opening codes with the one after. A pair may begin in one segment
 * and end in a later one.
 */
export function cutFlow(flow: Flow, options: CutOptions): UnitPart[] {
  const text = flow.map(segmentableText).join('');
  const spans = options.granularity === 'paragraph' ? wholeSpan(text) : findSpans(flow, text, options);
  const runs = settleGaps(assignPieces(flow, spans), options.segmenter.codes);
  const parts: UnitPart[] = [];
  let segments = 0;
  for (const { kind, pieces } of runs) {
    const first = pieces[0];
    const last = pieces.at(-1);
    if (!first || !last) continue;
    const range = { start: options.byteOffset(first.start), end: options.byteOffset(last.end) };
    const source = flowContent(pieces);
    if (kind === 'ignorable') parts.push({ kind, source, target: null, range });
    else {
      segments += 1;
      const id = segmentId(`s${segments}`);
      parts.push({ kind, id, state: 'initial', source, target: null, range });
    }
  }
  return parts;
}

type Glue = 'before' | 'after' | 'text' | 'space';

/** What a code is to segmentation: part of the segment before or after it, a word, or white space. */
function glueOf(code: InlineCode, sides?: CodeSides): Glue {
  if (code.code === 'open' || code.edge === 'open') return sides?.start === true ? 'before' : 'after';
  if (code.code === 'close' || code.edge === 'close') return sides?.end === false ? 'after' : 'before';
  if (code.subType === CODE_SUBTYPES.lineBreak) return 'space';
  if (code.subType === CODE_SUBTYPES.noteReference) return 'before';
  if (code.equiv !== '' || code.type === 'image') return 'text';
  return (sides?.isolated ?? code.text.startsWith('</')) ? 'before' : 'after';
}

/** A word in place of a code that stands for text, a line end in place of a line break, nothing for others. */
function segmentableText(piece: FlowPiece): string {
  if (piece.kind !== 'code') return piece.text;
  const glue = glueOf(piece.code);
  return glue === 'text' ? '\uFFFC' : glue === 'space' ? '\n' : '';
}

function wholeSpan(text: string): readonly Span[] {
  const start = text.search(/\S/u);
  return start < 0 ? [] : [{ start, end: text.trimEnd().length }];
}

function findSpans(flow: Flow, text: string, options: CutOptions): readonly Span[] {
  const unbreakable: Span[] = [];
  let at = 0;
  for (const piece of flow) {
    const end = at + segmentableText(piece).length;
    if (piece.kind !== 'literal' && end - at > 1) unbreakable.push({ start: at, end });
    at = end;
  }
  const { language, lineBreaks } = options;
  return options.segmenter(text, { language, lineBreaks, protected: unbreakable });
}

/** Pieces by where they stand: [gap, segment, gap, segment, …, gap]. */
function assignPieces(flow: Flow, spans: readonly Span[]): FlowPiece[][] {
  const slots: FlowPiece[][] = Array.from({ length: spans.length * 2 + 1 }, () => []);
  let at = 0;
  let index = 0;
  for (const piece of flow) {
    const end = at + segmentableText(piece).length;
    let from = at;
    do {
      while (index < spans.length && from >= (spans[index]?.end ?? 0)) index += 1;
      const span = spans[index] ?? { start: Infinity, end: Infinity };
      const inside = end > at ? from >= span.start : from > span.start;
      const until = piece.kind === 'literal' ? Math.min(end, inside ? span.end : span.start) : end;
      slots[index * 2 + (inside ? 1 : 0)]?.push(
        piece.kind === 'literal' ? cutLiteral(piece, from - at, until - at) : piece,
      );
      from = until;
    } while (from < end);
    at = end;
  }
  return slots;
}

function cutLiteral(piece: FlowPiece & { kind: 'literal' }, from: number, to: number): FlowPiece {
  const start = piece.start + from;
  return { kind: 'literal', text: piece.text.slice(from, to), start, end: piece.start + to };
}

interface Run {
  readonly kind: 'segment' | 'ignorable';
  readonly pieces: FlowPiece[];
}

/** Gives the codes that stand in gaps to their segments. */
function settleGaps(slots: readonly FlowPiece[][], sides: CodeSides | undefined): readonly Run[] {
  const runs: Run[] = [];
  let previous: FlowPiece[] | null = null;
  for (let slot = 0; slot < slots.length; slot += 2) {
    const gap = slots[slot] ?? [];
    const next = slots[slot + 1];
    const [toPrevious, toNext] = divideGap(gap, previous !== null, next !== undefined, sides);
    previous?.push(...gap.slice(0, toPrevious));
    runs.push({ kind: 'ignorable', pieces: gap.slice(toPrevious, toNext) });
    if (next) {
      previous = [...gap.slice(toNext), ...next];
      runs.push({ kind: 'segment', pieces: previous });
    }
  }
  return runs;
}

/** Two indexes: what stands before the first goes to the segment before, what follows the second to the next. */
function divideGap(
  gap: readonly FlowPiece[],
  hasPrevious: boolean,
  hasNext: boolean,
  sides: CodeSides | undefined,
): [number, number] {
  const isCode = (piece: FlowPiece): boolean => segmentableText(piece) === '';
  const isClosing = (piece: FlowPiece): boolean =>
    isCode(piece) && (piece.kind !== 'code' || glueOf(piece.code, sides) === 'before');
  const firstCode = gap.findIndex(isCode);
  if (firstCode < 0 || (!hasPrevious && !hasNext)) return [0, gap.length];
  if (!hasPrevious) return [0, firstCode];
  if (!hasNext) return [gap.findLastIndex(isCode) + 1, gap.length];
  // Codes written right after the sentence (`word.<sup>[^1]</sup> Next`) belong to it up to the last closing one.
  const firstSpace = gap.findIndex((piece) => !isCode(piece));
  const attached = gap.slice(0, firstSpace < 0 ? gap.length : firstSpace).findLastIndex(isClosing) + 1;
  const opening = gap.findIndex((piece, index) => index >= attached && isCode(piece) && !isClosing(piece));
  const toNext = opening < 0 ? gap.length : opening;
  return [Math.max(attached, gap.slice(0, toNext).findLastIndex(isClosing) + 1), toNext];
}
