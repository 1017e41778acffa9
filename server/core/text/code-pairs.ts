/** The two halves of a pair of codes, or of an annotation: which belong together, which stand alone, which cross. */
import { codesOf, type Content, type InlineCode } from './content.ts';

/** `pair:1` of both halves; '' of a code that has no other half. */
export function pairOf(code: InlineCode): string {
  if (code.code === 'standalone') return '';
  return code.code === 'marker' ? `marker:${code.id}` : `pair:${code.id}`;
}

export function opens(code: InlineCode): boolean {
  return code.code === 'open' || (code.code === 'marker' && code.edge !== 'close');
}

/** Halves that have no partner on their right side: an end before its beginning, a beginning without an end. */
export function loneHalves(codes: readonly InlineCode[]): readonly InlineCode[] {
  const open = new Map<string, InlineCode[]>();
  const lone: InlineCode[] = [];
  for (const code of codes) {
    const pair = pairOf(code);
    if (pair === '') continue;
    const begun = open.get(pair) ?? [];
    if (opens(code)) open.set(pair, [...begun, code]);
    else if (begun.pop() === undefined) lone.push(code);
  }
  return [...lone, ...[...open.values()].flat()];
}

/**
 * Beginnings of pairs that may not overlap (XLIFF 2.1 §4.3.1.3) and yet hold one half of another pair without its
 * partner. Annotations are no codes: they may cross what they like.
 */
export function overlapping(content: Content): readonly InlineCode[] {
  const open: InlineCode[] = [];
  const found = new Set<InlineCode>();
  const blame = (codes: readonly InlineCode[]): void => {
    for (const code of codes) if (code.canOverlap === false) found.add(code);
  };
  for (const code of codesOf(content)) {
    if (code.code === 'open') open.push(code);
    if (code.code !== 'close') continue;
    const at = open.findLastIndex((each) => each.id === code.id);
    blame(at < 0 ? open : open.slice(at + 1));
    const closed = at < 0 ? undefined : open[at];
    if (closed === undefined) continue;
    if (at < open.length - 1) blame([closed]);
    open.splice(at, 1);
  }
  return [...found];
}
