/**
 * An element as rules see it: what is needed of it, and its place. Nodes are kept only until the element that
 * their model calls released has ended; checks may keep none of them.
 */
import { attributeOf } from '../xml/element.ts';
import type { XmlAttribute } from '../xml/scanner.ts';
import type { ElementModel } from './model.ts';

export interface RuleNode {
  /** Canonical, or as written where the namespace is not known. */
  readonly name: string;
  /** Prefix of the rule set; null where the namespace is not known to it. */
  readonly prefix: string | null;
  readonly local: string;
  readonly namespace: string | null;
  /** As written, for paths. */
  readonly written: string;
  readonly attributes: readonly XmlAttribute[];
  readonly start: number;
  readonly parent: RuleNode | null;
  readonly model: ElementModel | null;
  /** 1-based among its siblings of the same written name. */
  readonly position: number;
  readonly children: readonly RuleNode[];
  /** How many elements stand in it, kept or not. */
  readonly elements: number;
  /** What stands in it beside elements, comments left aside. */
  readonly text: 'none' | 'space' | 'text';
}

/** Value of an attribute without a namespace, or undefined. */
export function valueOf(node: RuleNode, name: string): string | undefined {
  return attributeOf(node, name);
}

/** The element and its ancestors, nearest first. */
export function upwards(node: RuleNode): readonly RuleNode[] {
  const all: RuleNode[] = [];
  for (let at: RuleNode | null = node; at !== null; at = at.parent) all.push(at);
  return all;
}

/** What the nearest element at or above a node says; undefined where none does. */
export function inherited<Value>(
  node: RuleNode,
  say: (each: RuleNode) => Value | undefined,
): Value | undefined {
  for (let at: RuleNode | null = node; at !== null; at = at.parent) {
    const value = say(at);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The nearest element at or above a node of one of these canonical names, or null. */
export function nearest(node: RuleNode, names: readonly string[]): RuleNode | null {
  for (let at: RuleNode | null = node; at !== null; at = at.parent) {
    if (at.prefix !== null && names.includes(at.name)) return at;
  }
  return null;
}

const NOTHING: readonly RuleNode[] = [];

/** All elements in it, in the order of the file, itself left out; those under `except` are passed over. */
export function within(node: RuleNode, except: readonly string[] = []): readonly RuleNode[] {
  if (node.children.length === 0) return NOTHING;
  const all: RuleNode[] = [];
  const visit = (each: RuleNode): void => {
    if (except.includes(each.name)) return;
    all.push(each);
    for (const child of each.children) visit(child);
  };
  for (const child of node.children) visit(child);
  return all;
}

/** `/xliff/file[1]/unit[2]/segment[1]/source`; every step but the root is counted among its like. */
export function pathOf(node: RuleNode): string {
  const steps = upwards(node).map((each) => {
    const id = valueOf(each, 'id');
    const step = each.parent === null ? each.written : `${each.written}[${each.position}]`;
    return id === undefined || id.length > 100 ? step : `${step}#${id}`;
  });
  return `/${steps.reverse().join('/')}`;
}
