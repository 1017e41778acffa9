/** Paired inline codes in the prose of XLIFF 1.x: each opening one has its closing one behind it in the same text. */
import type { Check, Run } from '../../shared/rules/model.ts';
import { valueOf, within, type RuleNode } from '../../shared/rules/node.ts';

const PARTNER: ReadonlyMap<string, string> = new Map([
  ['bpt', 'ept'],
  ['bx', 'ex'],
]);
const CLOSING = new Set(PARTNER.values());

/** By rid, or by id where there is none; text in a `sub` is a text of its own. */
export const CODE_PAIRS: Check = {
  on: ['source', 'seg-source', 'target', 'sub'],
  check: (text, run) => {
    const open: RuleNode[] = [];
    for (const node of within(text, ['sub'])) {
      if (PARTNER.has(node.name)) {
        if (open.some((each) => each.name === node.name && keyOf(each) === keyOf(node))) tell(node, run);
        else open.push(node);
      } else if (CLOSING.has(node.name)) {
        const index = open.findIndex((each) => closes(node, each));
        if (index < 0) tell(node, run);
        else open.splice(index, 1);
      }
    }
    for (const node of open) tell(node, run);
  },
};

function closes(closing: RuleNode, opening: RuleNode): boolean {
  if (PARTNER.get(opening.name) !== closing.name) return false;
  return keyOf(opening) === keyOf(closing) || valueOf(opening, 'id') === valueOf(closing, 'id');
}

function keyOf(node: RuleNode): string | undefined {
  return valueOf(node, 'rid') ?? valueOf(node, 'id');
}

function tell(node: RuleNode, run: Run): void {
  run.report('xliff-pair-incomplete', node, null, { id: valueOf(node, 'id') ?? '' }, `#${node.name}`);
}
