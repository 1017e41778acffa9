/** Small checks that several elements need: attributes that go together, or never do. */
import type { Check } from '../../shared/rules/model.ts';
import { valueOf } from '../../shared/rules/node.ts';

/** Where `attribute` is, `other` must be as well. */
export function requires(element: string, attribute: string, other: string, rule: string): Check {
  return {
    on: [element],
    check(node, run) {
      if (valueOf(node, attribute) === undefined || valueOf(node, other) !== undefined) return;
      run.report('rule-attribute-needs', node, attribute, { expected: other }, rule);
    },
  };
}

/** Exactly one of the attribute `href` and content. */
export function hrefOrContent(element: string, rule: string): Check {
  return {
    on: [element],
    check(node, run) {
      const href = valueOf(node, 'href') !== undefined;
      const content = node.text === 'text' || node.elements > 0;
      if (href && content) run.report('rule-href-and-content', node, 'href', {}, rule);
      if (!href && !content) run.report('rule-href-or-content', node, null, {}, rule);
    },
  };
}
