/** The texts of a unit as its rules see them: parts in order, and the codes and markers in each text. */
import { valueOf, within, type RuleNode } from '../../../shared/rules/node.ts';
import { CODES } from '../inline.ts';
import { perNode } from '../per-node.ts';

export interface Part {
  readonly node: RuleNode;
  readonly source: RuleNode | null;
  readonly target: RuleNode | null;
}

/** Segments and ignorables of a unit. */
export function partsOf(unit: RuleNode): readonly Part[] {
  const child = (node: RuleNode, name: string): RuleNode | null =>
    node.children.find((each) => each.name === name) ?? null;
  return unit.children
    .filter((each) => each.name === 'segment' || each.name === 'ignorable')
    .map((node) => ({ node, source: child(node, 'source'), target: child(node, 'target') }));
}

/** The parts that have a target, in the order in which their targets are composed (2.1 §4.3.1.24). */
export function translated(parts: readonly Part[]): readonly Part[] {
  return parts
    .map((part, index) => ({
      part,
      order: Number(part.target && valueOf(part.target, 'order')) || index + 1,
    }))
    .filter(({ part }) => part.target !== null)
    .sort((a, b) => a.order - b.order)
    .map(({ part }) => part);
}

/** Everything in a text, in its order. */
export function inlineOf(content: RuleNode): readonly RuleNode[] {
  return within(content).filter((each) => each.prefix === '');
}

export function isCode(node: RuleNode): boolean {
  return CODES.some((name) => name === node.name);
}

/** How a code is known to others: its id, or that of its start. */
export function codeId(node: RuleNode): string | undefined {
  return valueOf(node, 'id') ?? valueOf(node, 'startRef');
}

/** The texts that share ids: those of a unit's parts, or of one candidate. */
export interface Texts {
  readonly owner: RuleNode;
  readonly sources: readonly RuleNode[];
  readonly targets: readonly RuleNode[];
  /** Whether every source has its target. */
  readonly complete: boolean;
}

export const textsOf = perNode(findTexts);

function findTexts(owner: RuleNode): Texts {
  if (owner.name !== 'unit') {
    const named = (name: string): readonly RuleNode[] => owner.children.filter((each) => each.name === name);
    return { owner, sources: named('source'), targets: named('target'), complete: true };
  }
  const parts = partsOf(owner);
  const done = translated(parts);
  const present = (node: RuleNode | null): node is RuleNode => node !== null;
  return {
    owner,
    sources: parts.map((part) => part.source).filter(present),
    targets: done.map((part) => part.target).filter(present),
    complete: done.length === parts.length,
  };
}
