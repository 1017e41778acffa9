/**
 * Ids within a unit or a candidate (2.1 §4.3.1.21, §5.1.4): unlike each other, but that a code in the target has
 * the id of its like in the source.
 */
import type { Check, Run } from '../../../shared/rules/model.ts';
import { valueOf, type RuleNode } from '../../../shared/rules/node.ts';
import { inlineOf, partsOf, textsOf } from './parts.ts';

const RULE = '4.3.1.21';

/** What may stand for what: a pair for an element that spans, a marker for another. */
const KIND: Readonly<Record<string, string>> = {
  ph: 'ph',
  pc: 'span',
  sc: 'span',
  ec: 'span',
  mrk: 'marker',
  sm: 'marker',
};

function idOf(node: RuleNode): string | undefined {
  return valueOf(node, 'id')?.trim();
}

function claim(node: RuleNode, taken: Map<string, RuleNode>, run: Run): void {
  const id = idOf(node);
  if (id === undefined) return;
  if (taken.has(id)) run.report('rule-id-duplicate', node, 'id', { value: id }, RULE);
  else taken.set(id, node);
}

/** A marker and its like in the source mark the same thing. */
function isAlike(first: RuleNode, second: RuleNode): boolean {
  if (KIND[first.name] !== KIND[second.name]) return false;
  if (KIND[first.name] !== 'marker') return true;
  return (
    (valueOf(first, 'type') ?? 'generic') === (valueOf(second, 'type') ?? 'generic') &&
    valueOf(first, 'translate') === valueOf(second, 'translate')
  );
}

export const ids: Check = {
  on: ['unit', 'mtc:match'],
  check(owner, run) {
    const { sources, targets } = textsOf(owner);
    const taken = new Map<string, RuleNode>();
    if (owner.name === 'unit') for (const { node } of partsOf(owner)) claim(node, taken, run);
    for (const source of sources) for (const node of inlineOf(source)) claim(node, taken, run);
    const inTargets = new Map<string, RuleNode>();
    for (const target of targets) {
      for (const node of inlineOf(target)) {
        claim(node, inTargets, run);
        const id = idOf(node);
        const like = id === undefined ? undefined : taken.get(id);
        if (id === undefined || like === undefined || isAlike(like, node)) continue;
        run.report('rule-id-of-another', node, 'id', { value: id, other: like.written }, RULE);
      }
    }
  },
};
