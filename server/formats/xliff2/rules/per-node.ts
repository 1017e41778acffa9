/**
 * What several checks ask of the same element, found once: without it, a file with many references to many things
 * would take time by their product. Forgotten with the element, and found anew when it has more children.
 */
import type { RuleNode } from '../../shared/rules/node.ts';

export function perNode<Value>(find: (node: RuleNode) => Value): (node: RuleNode) => Value {
  const known = new WeakMap<RuleNode, { readonly children: number; readonly value: Value }>();
  return (node) => {
    const before = known.get(node);
    if (before?.children === node.children.length) return before.value;
    const value = find(node);
    known.set(node, { children: node.children.length, value });
    return value;
  };
}
