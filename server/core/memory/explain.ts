/**
 * What differs between a memory's source and the segment's, for people: by the words that the score counts, in their
 * original letters and never less than a Burmese syllable, with codes. How many words differ, and what else, the score itself says (match.ts).
 * Invariant: kept and removed pieces, joined, are the memory's source, kept and added ones the segment's; but codes
 * that agree are shown as the segment's.
 */
import { codeKey, normalizeContent, type Content, type ContentPart } from '../text/content.ts';
import { isInsideSyllable } from '../text/syllables.ts';
import { diffParts, type DiffPiece } from '../text/text-diff.ts';
import { codesAgree, realCodes } from './code-agreement.ts';
import { keyTokensOf } from './tokens.ts';

export function explainDifference(memorySource: Content, segmentSource: Content): readonly DiffPiece[] {
  const source = withCodesOf(memorySource, segmentSource);
  return wholePhrases(diffParts(cut(source), cut(segmentSource)));
}

function withCodesOf(source: Content, segment: Content): Content {
  if (!codesAgree(source, segment)) return source;
  const codes = realCodes(segment);
  const own = new Map(realCodes(source).map((code, index) => [codeKey(code), codes[index] ?? code]));
  return source.map((part) => (typeof part === 'string' ? part : (own.get(codeKey(part)) ?? part)));
}

function cut(content: Content): readonly ContentPart[] {
  return normalizeContent(content).flatMap((part): readonly ContentPart[] =>
    typeof part === 'string' ? cutText(part) : [part],
  );
}

/** Words and numbers; between them white space, and each other sign with the marks on it. */
function cutText(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of keyTokensOf(text).tokens) {
    parts.push(...signsOf(text.slice(from, start)), text.slice(start, end));
    from = end;
  }
  return wholeSyllables([...parts, ...signsOf(text.slice(from))]);
}

/** ICU's dictionary cuts words that it does not know inside of a syllable. */
function wholeSyllables(parts: readonly string[]): readonly string[] {
  const whole: string[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last !== undefined && isInsideSyllable(last, part)) whole[whole.length - 1] = last + part;
    else whole.push(part);
  }
  return whole;
}

function signsOf(text: string): readonly string[] {
  return text.match(/\s+|\S[\p{M}\p{Default_Ignorable_Code_Point}]*/gu) ?? [];
}

/** A space between two words that both changed is no word that was kept. */
function wholePhrases(pieces: readonly DiffPiece[]): readonly DiffPiece[] {
  const result: DiffPiece[] = [];
  let removed: ContentPart[] = [];
  let added: ContentPart[] = [];
  const flush = (): void => {
    if (removed.length > 0) result.push({ change: 'removed', content: normalizeContent(removed) });
    if (added.length > 0) result.push({ change: 'added', content: normalizeContent(added) });
    removed = [];
    added = [];
  };
  for (const [index, { change, content }] of pieces.entries()) {
    const isInside = index > 0 && index < pieces.length - 1 && content.every(isSpace);
    if (change !== 'added' && (change === 'removed' || isInside)) removed.push(...content);
    if (change !== 'removed' && (change === 'added' || isInside)) added.push(...content);
    if (change !== 'kept' || isInside) continue;
    flush();
    result.push({ change, content });
  }
  flush();
  return result;
}

function isSpace(part: ContentPart): boolean {
  return typeof part === 'string' && /^\s+$/u.test(part);
}
