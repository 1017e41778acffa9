/** Which pairs of codes can be written as one element around what they hold, and which cross others. */
import { opens, pairOf } from '../../../core/text/code-pairs.ts';
import type { Content, InlineCode } from '../../../core/text/content.ts';

/** Positions in the content of the codes whose pair is whole and crosses no other such pair. */
export function nestedPositions(
  content: Content,
  isElement: (code: InlineCode) => boolean,
): ReadonlySet<number> {
  const nested = new Set<number>();
  const stack: { readonly pair: string; readonly position: number }[] = [];
  const onStack = new Map<string, number>();
  content.forEach((part, position) => {
    if (typeof part === 'string' || part.code === 'standalone' || !isElement(part)) return;
    const pair = pairOf(part);
    if (opens(part)) {
      stack.push({ pair, position });
      onStack.set(pair, (onStack.get(pair) ?? 0) + 1);
      return;
    }
    if ((onStack.get(pair) ?? 0) === 0) return;
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      onStack.set(top.pair, (onStack.get(top.pair) ?? 1) - 1);
      if (top.pair !== pair) continue;
      nested.add(top.position).add(position);
      return;
    }
  });
  return nested;
}

/** Pairs of which both halves are there, the beginning first. */
export function wholePairs(codes: readonly InlineCode[]): ReadonlySet<string> {
  const open = new Set<string>();
  const whole = new Set<string>();
  for (const code of codes) {
    const pair = pairOf(code);
    if (opens(code)) open.add(pair);
    else if (open.has(pair)) whole.add(pair);
  }
  return whole;
}
