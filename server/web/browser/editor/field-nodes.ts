/** Between a field's DOM nodes and the positions of its content, in both directions. */
import { sizeOf, type FieldNode } from './field-content.ts';

export function fieldNodes(parent: Node): readonly FieldNode[] {
  return Array.from(parent.childNodes, fieldNode);
}

function fieldNode(node: ChildNode): FieldNode {
  if (node instanceof Text) return { kind: 'text', text: node.data };
  const key = node instanceof HTMLElement ? node.dataset['code'] : undefined;
  return key === undefined ? { kind: 'other', children: fieldNodes(node) } : { kind: 'code', key };
}

/** The position of a point of the document in the field; a point inside of a chip is before it. */
export function positionAt(field: Node, node: Node, offset: number): number {
  if (node instanceof Text) return positionBefore(field, node) + offset;
  const chip = node instanceof Element ? node.closest('[data-code]') : null;
  if (chip !== null) return positionBefore(field, chip);
  const before = Array.from(node.childNodes).slice(0, offset).map(fieldNode);
  return (node === field ? 0 : positionBefore(field, node)) + sizeOf(before);
}

function positionBefore(field: Node, node: Node): number {
  let position = 0;
  let at: Node = node;
  while (at !== field) {
    for (let other = at.previousSibling; other !== null; other = other.previousSibling)
      position += sizeOf([fieldNode(other)]);
    if (at.parentNode === null) return position;
    at = at.parentNode;
  }
  return position;
}

/** The point of a text that was drawn here for a position: in a text node where there is one beside it. */
export function pointAt(field: Node, position: number): { readonly node: Node; readonly offset: number } {
  let rest = position;
  const children = Array.from(field.childNodes);
  for (const [index, child] of children.entries()) {
    if (child instanceof Text && rest <= child.data.length) return { node: child, offset: rest };
    const read = fieldNode(child);
    const size = sizeOf([read]);
    // Within a syllable that is kept whole.
    if (read.kind === 'other' && rest > 0 && rest < size) return pointAt(child, rest);
    if (rest === 0 && size > 0) return { node: field, offset: index };
    rest -= size;
  }
  return { node: field, offset: children.length };
}
