/**
 * One unit on its way to being written: the passage of the original that it stands on, and for each of its parts
 * what is to stand there. Codes are the very characters of the original, found by their order in the unit, so
 * that it does not matter what an exchange file made of them.
 */
import { flowContent, type FlowPiece } from '../../core/document/flow.ts';
import { problem, type Problem } from '../../core/problem.ts';
import { baseOf } from '../../core/text/clones.ts';
import { codeKey, codesOf, textOf, type Content, type InlineCode } from '../../core/text/content.ts';
import { placeOf, type PlannedUnit } from '../shared/plan.ts';
import type { Passage } from './passages.ts';

export interface RewrittenPart {
  /** Half-open range of UTF-16 offsets in the original. */
  readonly start: number;
  readonly end: number;
  readonly content: Content;
  /** Its bytes stay as they are. */
  readonly kept: boolean;
}

export interface Rewrite {
  readonly unit: PlannedUnit['unit'];
  readonly passage: Passage;
  readonly parts: readonly RewrittenPart[];
}

type RewriteResult = { readonly rewrite: Rewrite } | { readonly problems: readonly Problem[] };

/** Reports `code-unknown`, `code-unbalanced`, and `xliff-skeleton-mismatch` where other text stands there. */
export function rewriteUnit(planned: PlannedUnit, passage: Passage): RewriteResult {
  const place = placeOf(planned.unit.id);
  const originals = originalCodes(planned, passage);
  const problems: Problem[] = [];
  const restore = (content: Content): Content =>
    content.map((part) => {
      if (typeof part === 'string') return part;
      const base = originals.get(codeKey(part)) ?? baseOf(part, [...originals.values()]);
      const original = base === undefined ? undefined : { ...base, id: part.id };
      if (!original) problems.push(problem('code-unknown', place, { id: part.id, text: part.text }));
      return original ?? part;
    });
  const parts = settleParts(planned, passage, restore);
  if (parts === null)
    return { problems: [problem('xliff-skeleton-mismatch', place, { unit: planned.unit.id })] };
  if (problems.length > 0) return { problems };
  const unbalanced = findUnbalanced(parts.flatMap((part) => codesOf(part.content)));
  if (unbalanced !== null) {
    const { id, text } = unbalanced;
    return { problems: [problem('code-unbalanced', place, { id, text })] };
  }
  return { rewrite: { unit: planned.unit, passage, parts } };
}

/** By the key of the unit's own code. */
function originalCodes(planned: PlannedUnit, passage: Passage): ReadonlyMap<string, InlineCode> {
  const named = planned.unit.parts.flatMap((part) => codesOf(part.source));
  const inText = codesOf(flowContent(passage.flow));
  return named.length === inText.length
    ? new Map(named.map((code, index) => [codeKey(code), inText[index] ?? code]))
    : new Map(named.map((code) => [codeKey(code), code]));
}

/**
 * Each part with its content. Where the unit was cut otherwise than its places say, which another tool may do,
 * it is written as one piece; null where the places are not those of its text at all.
 */
function settleParts(
  planned: PlannedUnit,
  passage: Passage,
  restore: (content: Content) => Content,
): readonly RewrittenPart[] | null {
  const { unit, start, end } = planned;
  const parts = planned.parts.map(({ part, start, end, target }) => {
    const original = contentBetween(passage, start, end);
    const fits = sameText(original, part.source);
    const kept = target === null;
    return { start, end, fits, kept, content: kept ? original : restore(target) };
  });
  if (parts.every((part) => part.fits)) return parts;
  const whole = unit.parts.flatMap((part) => part.source);
  if (!sameText(flowContent(passage.flow), whole)) return null;
  const content = planned.parts.flatMap(({ part, target }) => restore(target ?? part.source));
  return [{ start, end, content, kept: false }];
}

function contentBetween(passage: Passage, start: number, end: number): Content {
  const pieces = passage.flow.flatMap((piece): FlowPiece[] => {
    if (piece.start >= end || piece.end <= start) return [];
    if (piece.kind !== 'literal') return [piece];
    const from = Math.max(start, piece.start);
    const to = Math.min(end, piece.end);
    const text = piece.text.slice(from - piece.start, to - piece.start);
    return [{ ...piece, text, start: from, end: to }];
  });
  return flowContent(pieces);
}

function sameText(a: Content, b: Content): boolean {
  const plain = (content: Content): string => textOf(content).replaceAll('\r\n', '\n');
  return plain(a) === plain(b);
}

/** The id of the first code that closes what is not open, or of the last that stays open; null where all is well. */
function findUnbalanced(codes: readonly InlineCode[]): InlineCode | null {
  const open: InlineCode[] = [];
  for (const each of codes) {
    if (each.code === 'open') open.push(each);
    if (each.code === 'close' && open.pop()?.id !== each.id) return each;
  }
  return open.at(-1) ?? null;
}
