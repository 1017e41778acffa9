/**
 * From content to properly nested spans. Content is a flat sequence in which pairs may cross, miss a half or
 * run on from one segment into the next; a page needs a tree. Invariant: every text run comes out once, in
 * order, whatever the codes do; halves without a partner in the unit and markers have no effect.
 */
import type { Content, InlineCode } from '../text/content.ts';
import { CODE_SUBTYPES } from '../text/code-types.ts';

export type InlineNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'point'; readonly code: InlineCode }
  | { readonly kind: 'span'; readonly code: InlineCode; readonly children: readonly InlineNode[] };

/** Pairs nested deeper than this are left out (their text stays): no reader sees them, and no stack overflows. */
const DEEPEST = 24;

interface Half {
  readonly edge: 'open' | 'close';
  readonly key: string;
}

/** One half of a pair, or null. A raw HTML tag that stands alone as a code is half of a pair by its name. */
function halfOf(code: InlineCode): Half | null {
  if (code.code === 'open' || code.code === 'close') return { edge: code.code, key: `id ${code.id}` };
  if (code.code === 'standalone' && code.subType === CODE_SUBTYPES.html) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?>$/i.exec(code.text.trim());
    if (tag && !code.text.trim().endsWith('/>'))
      return { edge: tag[1] === '/' ? 'close' : 'open', key: `tag ${(tag[2] ?? '').toLowerCase()}` };
  }
  return null;
}

/** The opening code of each closing one and the reverse, over all contents of a unit. */
function pairsIn(contents: readonly Content[]): ReadonlyMap<InlineCode, InlineCode> {
  const waiting = new Map<string, InlineCode[]>();
  const partners = new Map<InlineCode, InlineCode>();
  for (const code of contents.flat()) {
    const half = typeof code === 'string' ? null : halfOf(code);
    if (half === null || typeof code === 'string') continue;
    const open = waiting.get(half.key) ?? [];
    waiting.set(half.key, open);
    if (half.edge === 'open') open.push(code);
    else {
      const partner = open.pop();
      if (partner) partners.set(partner, code).set(code, partner);
    }
  }
  return partners;
}

interface Frame {
  readonly code: InlineCode;
  readonly children: InlineNode[];
}

/** Places in one content while its tree grows: the frames that are open, innermost last. */
class Growth {
  readonly root: InlineNode[] = [];
  readonly frames: Frame[] = [];

  add(node: InlineNode): void {
    (this.frames.at(-1)?.children ?? this.root).push(node);
  }

  open(code: InlineCode): void {
    this.frames.push({ code, children: [] });
  }

  close(): void {
    const frame = this.frames.pop();
    if (frame && (frame.children.length > 0 || frame.code.type === 'image'))
      this.add({ kind: 'span', code: frame.code, children: frame.children });
  }
}

function grow(
  content: Content,
  running: InlineCode[],
  partners: ReadonlyMap<InlineCode, InlineCode>,
): Growth {
  const growth = new Growth();
  for (const code of running) growth.open(code);
  for (const part of content) {
    if (typeof part === 'string') {
      if (part !== '') growth.add({ kind: 'text', text: part });
      continue;
    }
    const half = halfOf(part);
    const partner = partners.get(part);
    if (half === null) {
      if (part.code === 'standalone') growth.add({ kind: 'point', code: part });
    } else if (half.edge === 'open' && partner && growth.frames.length < DEEPEST) {
      growth.open(part);
    } else if (half.edge === 'close' && partner) {
      const place = growth.frames.findIndex((frame) => frame.code === partner);
      if (place === -1) continue;
      const crossed = growth.frames.slice(place + 1).map((frame) => frame.code);
      while (growth.frames.length > place) growth.close();
      for (const code of crossed) growth.open(code);
    }
  }
  running.splice(0, running.length, ...growth.frames.map((frame) => frame.code));
  while (growth.frames.length > 0) growth.close();
  return growth;
}

/**
 * One tree for each content of a unit, in order. A pair that begins in one and ends in a later one is a span in
 * each of them; crossing pairs are cut where they cross; spans that would hold nothing are left out.
 */
export function inlineTrees(contents: readonly Content[]): readonly (readonly InlineNode[])[] {
  const partners = pairsIn(contents);
  const running: InlineCode[] = [];
  return contents.map((content) => grow(content, running, partners).root);
}
