/**
 * Sequences of codes that keep their order (2.1 §4.7.2.6): begun by a code with `canReorder="firstNo"` and made of
 * those with `no` that follow. A code that spans counts where it opens and where it closes.
 */
import type { Check, Run } from '../../../shared/rules/model.ts';
import { valueOf, type RuleNode } from '../../../shared/rules/node.ts';
import { codeId, isCode, textsOf } from './parts.ts';

const RULE = '4.7.2.6';

/** A fixed place cannot be copied or left out. */
export const fixed: Check = {
  on: ['ph', 'pc', 'sc', 'ec'],
  check(node, run) {
    const value = valueOf(node, 'canReorder');
    if (value !== 'no' && value !== 'firstNo') return;
    for (const name of ['canCopy', 'canDelete']) {
      if (valueOf(node, name) === 'no') continue;
      run.report('rule-attribute-needs', node, 'canReorder', { expected: `${name}="no"` }, RULE);
    }
  },
};

interface Sequence {
  readonly first: RuleNode;
  /** Openings, closings and points, by id. */
  readonly steps: string[];
}

export const sequences: Check = {
  on: ['unit', 'mtc:match'],
  check(owner, run) {
    const { sources, targets, complete } = textsOf(owner);
    const inSources = sequencesOf(sources, run);
    const inTargets = sequencesOf(targets, complete ? run : null);
    const found = new Map(inTargets.map((each) => [codeId(each.first), each]));
    for (const { first, steps } of inSources) {
      const target = found.get(codeId(first));
      if (target === undefined || !complete || target.steps.join() === steps.join()) continue;
      const value = steps.join(' ');
      run.report('rule-sequence-changed', target.first, null, { value, found: target.steps.join(' ') }, RULE);
    }
  },
};

/** Those of one side of a unit; reports codes that belong to none. */
function sequencesOf(texts: readonly RuleNode[], run: Run | null): readonly Sequence[] {
  const all: Sequence[] = [];
  let current: Sequence | null = null;
  const member = new Map<RuleNode, Sequence>();
  const visit = (node: RuleNode): void => {
    const fixedPlace = isCode(node) ? (valueOf(node, 'canReorder') ?? 'yes') : null;
    if (fixedPlace === 'firstNo') {
      current = { first: node, steps: [] };
      all.push(current);
    } else if (fixedPlace === 'yes') current = null;
    else if (fixedPlace === 'no' && current === null) {
      run?.report('rule-sequence-start', node, 'canReorder', { value: codeId(node) ?? '' }, RULE);
    }
    if (current !== null && fixedPlace !== null) {
      current.steps.push(`${node.name === 'ec' ? '/' : ''}${codeId(node) ?? ''}`);
      member.set(node, current);
    }
    node.children.forEach(visit);
    if (node.name === 'pc') member.get(node)?.steps.push(`/${codeId(node) ?? ''}`);
  };
  texts.forEach((text) => {
    text.children.forEach(visit);
  });
  return all.map((each) => ({ first: each.first, steps: trimmed(each.steps) }));
}

/** Closings at the end may stand anywhere behind; they fix nothing. */
function trimmed(steps: readonly string[]): string[] {
  const last = steps.findLastIndex((step) => !step.startsWith('/'));
  return steps.slice(0, last + 1);
}
