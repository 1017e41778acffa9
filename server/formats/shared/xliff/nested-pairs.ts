/** Which halves of pairs, in one piece of content, can be written as one enclosing element. */
import type { Content, InlineCode } from '../../../core/text/content.ts';

/** The open and close codes that lie whole in the content and cross no other pair. */
export function nestedPairs(content: Content): ReadonlySet<InlineCode> {
  const nested = new Set<InlineCode>();
  const open: InlineCode[] = [];
  for (const part of content) {
    if (typeof part === 'string') continue;
    if (isOpening(part)) open.push(part);
    else if (isClosing(part)) {
      const at = open.findLastIndex((each) => pairKey(each) === pairKey(part));
      const partner = open[at];
      if (partner === undefined) continue;
      if (at === open.length - 1) nested.add(partner).add(part);
      open.splice(at, 1);
    }
  }
  return nested;
}

export function isOpening(code: InlineCode): boolean {
  return code.code === 'open' || code.edge === 'open';
}

export function isClosing(code: InlineCode): boolean {
  return code.code === 'close' || code.edge === 'close';
}

/** The same for both halves. */
function pairKey(code: InlineCode): string {
  return `${code.edge === undefined ? 'code' : 'marker'}:${code.id}`;
}
