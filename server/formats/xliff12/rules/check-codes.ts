/** Paired inline codes in the prose of XLIFF 1.x: each opening one has its closing one behind it in the same text. */
import type { Check, Run } from '../../shared/rules/model.ts';
import { valueOf, within, type RuleNode } from '../../shared/rules/node.ts';

const PARTNER: ReadonlyMap<string, string> = new Map([
  ['bpt', 'ept'],
  ['bx', 'ex'],
]);
const OPENING: ReadonlyMap<string, string> = new Map([...PARTNER].map(([open, close]) => [close, open]));

/** By rid, or by id where there is none; text in a `sub` is a text of its own. */
export const CODE_PAIRS: Check = {
  on: ['source', 'seg-source', 'target', 'sub'],
  check: (text, run) => {
    const byKey = new Map<string, RuleNode>();
    const byId = new Map<string, RuleNode>();
    for (const node of within(text, ['sub'])) {
      const { name } = node;
      const opening = OPENING.get(name);
      const [key, id] = [`${opening ?? name} ${keyOf(node)}`, `${opening ?? name} ${idOf(node)}`];
      if (PARTNER.has(name)) {
        if (byKey.has(key)) tell(node, run);
        else byKey.set(key, node);
        byId.set(id, byId.get(id) ?? node);
      } else if (opening !== undefined) {
        const open = byKey.get(key) ?? byId.get(id);
        if (open === undefined) tell(node, run);
        else {
          byKey.delete(`${opening} ${keyOf(open)}`);
          byId.delete(`${opening} ${idOf(open)}`);
        }
      }
    }
    for (const node of byKey.values()) tell(node, run);
  },
};

function idOf(node: RuleNode): string {
  return valueOf(node, 'id') ?? '';
}

function keyOf(node: RuleNode): string {
  return valueOf(node, 'rid') ?? idOf(node);
}

function tell(node: RuleNode, run: Run): void {
  run.report('xliff-pair-incomplete', node, null, { id: idOf(node) }, `#${node.name}`);
}
