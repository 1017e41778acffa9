/** Elements of modules and extensions: where modules may stand, and ids of extensions (2.1 §4.9.2). */
import type { Check, Run } from '../../../shared/rules/model.ts';
import type { RuleNode } from '../../../shared/rules/node.ts';
import { nmtoken } from '../../../shared/rules/values.ts';
import type { Module } from '../modules/module.ts';

/** What is carried along and not said by an extension. */
const PAYLOAD = ['skeleton', 'res:source', 'res:target', 'unit', 'group'];

/** Ids of an extension are NMTOKENs and unlike each other in the file, group or unit around them. */
export const extensionIds: Check = {
  on: ['file', 'group', 'unit'],
  check(owner, run) {
    const taken = new Map<string, Set<string>>();
    const visit = (node: RuleNode): void => {
      if (PAYLOAD.includes(node.name)) return;
      if (node.prefix === null) claim(node, taken, run);
      node.children.forEach(visit);
    };
    owner.children.forEach(visit);
  },
};

function claim(node: RuleNode, taken: Map<string, Set<string>>, run: Run): void {
  const namespace = node.namespace ?? '';
  const ids = taken.get(namespace) ?? new Set<string>();
  taken.set(namespace, ids);
  for (const { name, value } of node.attributes) {
    if (name !== 'id' && name !== 'xml:id') continue;
    const id = value.trim();
    if (!nmtoken.accepts(value)) {
      run.report('rule-attribute-value', node, name, { value, expected: nmtoken.expected }, '4.9.2');
    } else if (ids.has(id)) run.report('rule-id-duplicate', node, name, { value: id }, '4.9.2');
    ids.add(id);
  }
}

/** Each module's outermost elements stand where the specification puts them, and as often. */
export function modulePlaces(modules: readonly Module[]): Check {
  const places = new Map(modules.flatMap((each) => Object.entries(each.places ?? {})));
  return {
    on: [...places.keys()],
    check(node, run) {
      const place = places.get(node.name);
      const parent = node.parent;
      if (place === undefined || parent === null || parent.prefix === null) return;
      const rule = node.model?.rule ?? '';
      if (!place.in.includes(parent.name)) {
        run.report('rule-element-unknown', node, null, { parent: parent.written }, rule);
      } else if (place.once && node.position > 1) {
        run.report('rule-element-repeated', node, null, { parent: parent.written }, rule);
      }
    },
  };
}
