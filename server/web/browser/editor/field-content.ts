/**
 * Reads a field's nodes as content. Pure: field-nodes.ts turns DOM nodes into `FieldNode`s one by one. Whatever a
 * browser may have left between text and chips is read through.
 */
import type { Content, ContentPart, InlineCode } from '../../../core/text/content.ts';
import { normalizeContent } from '../../../core/text/content.ts';

export type FieldNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly key: string }
  | { readonly kind: 'other'; readonly children: readonly FieldNode[] };

/** The content that the nodes stand for. A chip whose key is not in `codes` is none of ours and left out. */
export function contentOf(nodes: readonly FieldNode[], codes: ReadonlyMap<string, InlineCode>): Content {
  const parts = nodes.flatMap((node): readonly ContentPart[] => {
    if (node.kind === 'text') return [node.text];
    if (node.kind === 'other') return contentOf(node.children, codes);
    const code = codes.get(node.key);
    return code === undefined ? [] : [code];
  });
  return normalizeContent(parts);
}

/** Positions that the nodes take: as content counts them. */
export function sizeOf(nodes: readonly FieldNode[]): number {
  return nodes.reduce((size, node) => {
    if (node.kind === 'text') return size + node.text.length;
    return size + (node.kind === 'code' ? 1 : sizeOf(node.children));
  }, 0);
}
