/**
 * Whether the inline codes of two sources are alike, though their ids and data differ: what tells a translation made
 * for one whether it fits the other. Annotations count for nothing: they belong to one document.
 */
import { codesOf, normalizeContent, type Content, type InlineCode } from '../text/content.ts';

/** Codes that stand in the text, in order. */
export function realCodes(content: Content): readonly InlineCode[] {
  return codesOf(content).filter((code) => code.code !== 'marker');
}

/** The same kinds in the same order, their halves belonging together in the same way. */
export function codesAgree(a: Content, b: Content): boolean {
  const left = realCodes(a);
  const right = realCodes(b);
  const signatures = signaturesOf(right);
  return (
    left.length === right.length &&
    signaturesOf(left).every((signature, index) => signature === signatures[index]) &&
    left.every((code, index) => sameType(code, right[index]))
  );
}

/** And in the same places of an equal text (NFC). */
export function codesStandAlike(a: Content, b: Content): boolean {
  return codesAgree(a, b) && layoutOf(a) === layoutOf(b);
}

function layoutOf(content: Content): string {
  const real = content.filter((part) => typeof part === 'string' || part.code !== 'marker');
  return JSON.stringify(
    normalizeContent(real).map((part) => (typeof part === 'string' ? part.normalize('NFC') : 0)),
  );
}

/** Each code's kind, and which one of its kind it is by id. */
function signaturesOf(codes: readonly InlineCode[]): readonly string[] {
  const ids = new Map<string, number>();
  return codes.map(({ code, id }) => {
    const key = code === 'standalone' ? `standalone:${id}` : `pair:${id}`;
    if (!ids.has(key)) ids.set(key, ids.size);
    return `${code}:${String(ids.get(key))}`;
  });
}

/** A link is no bold text; what does not say what it is may be either. */
function sameType(a: InlineCode, b: InlineCode | undefined): boolean {
  return b !== undefined && (a.type === undefined || b.type === undefined || a.type === b.type);
}
