/**
 * Editing of content as pure functions. A position counts each UTF-16 unit of text as one and each inline code
 * as one, so a code can never be entered or cut: it is there whole, or it is not there.
 *
 * Invariant: an edit that takes away one half of a pair takes the other half with it, and a half is never put
 * on the wrong side of its partner; what is edited here stays fit to be saved.
 */
import { codeKey, codesOf, normalizeContent, type Content, type InlineCode } from './content.ts';
import { CODE_SUBTYPES } from './code-types.ts';

/** A target being edited with its selection; `start` equals `end` where there is only a caret. */
export interface EditState {
  readonly content: Content;
  readonly start: number;
  readonly end: number;
}

/** The number of positions that the content takes. */
export function lengthOf(content: Content): number {
  return content.reduce((length, part) => length + sizeOf(part), 0);
}

/** The part between two positions. */
export function sliceContent(content: Content, start: number, end: number): Content {
  const result: (string | InlineCode)[] = [];
  let at = 0;
  for (const part of content) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, sizeOf(part));
    if (from < to) result.push(typeof part === 'string' ? part.slice(from, to) : part);
    at += sizeOf(part);
  }
  return normalizeContent(result);
}

/** The content with what lies between the positions replaced; says nothing of pairs. */
export function spliceContent(content: Content, start: number, end: number, insertion: Content): Content {
  return normalizeContent([
    ...sliceContent(content, 0, start),
    ...insertion,
    ...sliceContent(content, end, lengthOf(content)),
  ]);
}

/** The code that takes the position, or null where there is text or the end. */
export function codeAt(content: Content, position: number): InlineCode | null {
  const [part] = sliceContent(content, position, position + 1);
  return part === undefined || typeof part === 'string' ? null : part;
}

/** The position of a code by its key; -1 where it is not there. */
export function positionOf(content: Content, key: string): number {
  let at = 0;
  for (const part of content) {
    if (typeof part !== 'string' && codeKey(part) === key) return at;
    at += sizeOf(part);
  }
  return -1;
}

/** The key of a code's other half; null for what is a single point. */
export function partnerKey(code: InlineCode): string | null {
  if (code.code === 'open') return codeKey({ ...code, code: 'close' });
  if (code.code === 'close') return codeKey({ ...code, code: 'open' });
  if (code.edge === 'open') return codeKey({ ...code, edge: 'close' });
  if (code.edge === 'close') return codeKey({ ...code, edge: 'open' });
  return null;
}

/** Puts text in place of the selection; the caret stands after it. */
export function insertText(state: EditState, text: string): EditState {
  return insertContent(state, [text]);
}

/** Puts content in place of the selection; codes that are there already are left out of it. */
export function insertContent(state: EditState, insertion: Content): EditState {
  const cleared = removeSelection(state);
  const present = keysOf(cleared.content);
  const fresh = insertion.filter((part) => typeof part === 'string' || !present.has(codeKey(part)));
  const content = spliceContent(cleared.content, cleared.start, cleared.start, fresh);
  return caretAt(content, cleared.start + lengthOf(fresh));
}

/** Puts one text before the selection and another after it; what was selected stays so, a caret stands between. */
export function wrapSelection(state: EditState, before: string, after: string): EditState {
  const { content, start, end } = state;
  const closed = spliceContent(content, end, end, [after]);
  return {
    content: spliceContent(closed, start, start, [before]),
    start: start + before.length,
    end: end + before.length,
  };
}

/** Takes the selection away, and with each half of a pair its other half; the caret stands where it was. */
export function removeSelection(state: EditState): EditState {
  if (state.start === state.end) return state;
  const after = spliceContent(state.content, state.start, state.end, []);
  return withoutWidows(state.content, caretAt(after, state.start));
}

/**
 * Drops from `after` every half whose partner was in `before` and is gone, and every second copy of a code:
 * what an edit that was made outside of this file may have left.
 */
export function withoutWidows(before: Content, after: EditState): EditState {
  const had = keysOf(before);
  const has = keysOf(after.content);
  const seen = new Set<string>();
  let { start, end } = after;
  let at = 0;
  const kept = after.content.filter((part) => {
    const position = at;
    at += sizeOf(part);
    if (typeof part === 'string') return true;
    const key = codeKey(part);
    const partner = partnerKey(part);
    const widowed = partner !== null && had.has(partner) && !has.has(partner);
    if (!widowed && !seen.has(key)) {
      seen.add(key);
      return true;
    }
    if (position < after.start) start -= 1;
    if (position < after.end) end -= 1;
    return false;
  });
  return { content: normalizeContent(kept), start, end };
}

/**
 * Inserts a code of the source. A pair goes around the selection, or empty at the caret with the caret in it;
 * where one half is there already, the other is put at the caret, but never on the wrong side. A single code
 * goes after the selection. A code that is there already changes nothing.
 */
export function insertCode(state: EditState, source: Content, code: InlineCode): EditState {
  const present = keysOf(state.content);
  if (present.has(codeKey(code))) return state;
  const partner = codesOf(source).find((each) => codeKey(each) === partnerKey(code));
  if (partner === undefined) return placeAt(state, code, state.end);
  const [first, last] = isOpening(code) ? [code, partner] : [partner, code];
  const partnerAt = positionOf(state.content, codeKey(partner));
  if (partnerAt >= 0) {
    const position = isOpening(code) ? Math.min(state.start, partnerAt) : Math.max(state.end, partnerAt + 1);
    return placeAt(state, code, position);
  }
  const closed = spliceContent(state.content, state.end, state.end, [last]);
  const content = spliceContent(closed, state.start, state.start, [first]);
  return { content, start: state.start + 1, end: state.end + 1 };
}

/** The codes that the source has and the target lacks, in the order of the source; annotations do not count. */
export function missingCodes(source: Content, target: Content): readonly InlineCode[] {
  const present = keysOf(target);
  return codesOf(source).filter((code) => code.code !== 'marker' && !present.has(codeKey(code)));
}

/**
 * What pasting a text puts in: no markup, no characters that no format can hold; a line break becomes one of
 * the source's missing line-break codes while there are any, then a line break where the source has such, else a
 * space. Joiners, zero-width spaces and direction marks stay as they are.
 */
export function pastedContent(text: string, source: Content, target: Content): Content {
  const breaks = missingCodes(source, target).filter(isLineBreak);
  const lines = text
    // eslint-disable-next-line no-control-regex -- they are what is taken out
    .replace(/[\u0000-\u0008\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[\r\n\v\f\u2028\u2029]+$/u, '')
    .split(/[ \t]*(?:\r\n|[\r\n\v\f\u2028\u2029])[ \t]*/u);
  const rest = hasLines(source) ? '\n' : ' ';
  return normalizeContent(
    lines.flatMap((line, index) => (index === 0 ? [line] : [breaks[index - 1] ?? rest, line])),
  );
}

/** What Enter puts in: a missing line-break code, a line break where the source has such, otherwise nothing. */
export function lineBreakFor(source: Content, target: Content): Content {
  const code = missingCodes(source, target).find(isLineBreak);
  if (code !== undefined) return [code];
  return hasLines(source) ? ['\n'] : [];
}

function hasLines(content: Content): boolean {
  return content.some((part) => typeof part === 'string' && part.includes('\n'));
}

export function isOpening(code: InlineCode): boolean {
  return code.code === 'open' || code.edge === 'open';
}

function isLineBreak(code: InlineCode): boolean {
  return code.code === 'standalone' && (code.subType === CODE_SUBTYPES.lineBreak || code.equiv === '\n');
}

function placeAt(state: EditState, code: InlineCode, position: number): EditState {
  return caretAt(spliceContent(state.content, position, position, [code]), position + 1);
}

function caretAt(content: Content, position: number): EditState {
  return { content, start: position, end: position };
}

function sizeOf(part: string | InlineCode): number {
  return typeof part === 'string' ? part.length : 1;
}

function keysOf(content: Content): ReadonlySet<string> {
  return new Set(codesOf(content).map(codeKey));
}
