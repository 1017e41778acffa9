/**
 * What the rules of an XML vocabulary look like, as plain data. A rule set says which elements there are, what
 * may stand in them and which attributes they take; keys and references say what must be unique and what must be
 * found; checks are functions for what tables cannot say. validate.ts walks a file by it in one pass.
 *
 * Names are canonical: `unit` for the core vocabulary, `mda:metadata`, `fs:subFs`, `xml:lang` for others, by the
 * prefixes that the rule set gives its namespaces, whatever the file calls them.
 */
import type { ProblemCode } from '../../../core/problem.ts';
import type { RuleNode } from './node.ts';
import type { ValueType } from './values.ts';

export interface RuleSet {
  /** Prefix of each namespace that it knows; '' for the core. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly root: string;
  /** By canonical name. An element of a known namespace that is not here does not exist. */
  readonly elements: ReadonlyMap<string, ElementModel>;
  /** Attributes of known namespaces that may stand on elements of others (`fs:fs`), by canonical name. */
  readonly attributes: ReadonlyMap<string, GlobalAttribute>;
  readonly keys: readonly Key[];
  readonly references: readonly Reference[];
  readonly checks: readonly Check[];
  /** Whether what stands in an element of a namespace that it does not know is passed over unread. */
  readonly opaque?: true;
  /** How a rule is cited: `4.2.2.5` as `XLIFF 2.1 §4.2.2.5`. */
  cite(rule: string): string;
}

export interface ElementModel {
  /** The section of the specification that says so. */
  readonly rule: string;
  /** What stands in it, in this order. */
  readonly content: readonly Slot[];
  /** Whether text other than white space may stand in it. */
  readonly text: boolean;
  /** By canonical name. */
  readonly attributes: Readonly<Record<string, AttributeModel>>;
  /** Further attributes: all whatever they are, those of any other namespace, or those of these prefixes only. */
  readonly foreign: 'all' | 'other' | readonly string[];
  /** Whether what stands in it is passed over unread. */
  readonly opaque?: true;
  /** The element that must stand last in it. */
  readonly last?: string;
  /** Checked and forgotten at its end, so that a file's size costs no memory: file, group, unit. */
  readonly released?: true;
}

/** One place in a sequence: one of these elements, so many times. */
export interface Slot {
  readonly names: readonly string[];
  /** Whether elements of any other namespace than the parent's may stand there as well. */
  readonly foreign?: true;
  readonly min: number;
  /** Infinity where there is no limit. */
  readonly max: number;
}

export interface AttributeModel {
  readonly type: ValueType;
  readonly required?: true;
  /** More exact than the element's. */
  readonly rule?: string;
}

export interface GlobalAttribute {
  readonly type: ValueType;
  readonly rule: string;
  /** Elements that it may stand on; all where absent. */
  readonly on?: readonly string[];
}

/** The attribute's values are unlike each other within each `scope`. */
export interface Key {
  readonly name: string;
  /** Nearest ancestor (or self) of one of these names. */
  readonly scope: readonly string[];
  readonly elements: readonly string[];
  readonly attribute: string;
  readonly rule: string;
  /** What a second one is called, where that is not `rule-id-duplicate`. */
  readonly code?: ProblemCode;
}

/** The attribute's value, or each of its values, is that of a key in the nearest `scope` of that key. */
export interface Reference {
  readonly key: string;
  readonly elements: readonly string[];
  readonly attribute: string;
  readonly list?: true;
  /** Not in these elements. */
  readonly outside?: readonly string[];
  readonly rule: string;
  /** What one that names nothing is called, where that is not `rule-reference-unresolved`. */
  readonly code?: ProblemCode;
}

/** A rule as a function; called at the end of each element of these names, when all in it is known. */
export interface Check {
  readonly on: readonly string[];
  readonly check: (node: RuleNode, run: Run) => void;
}

export type Values = Readonly<Record<string, string | number>>;

/** What a check may do and know. */
export interface Run {
  /** The whole file. */
  readonly text: string;
  readonly root: RuleNode;
  readonly rules: RuleSet;
  /** `at` is the element or one of its attributes; `element` and `attribute` are among the values by themselves. */
  report(code: ProblemCode, node: RuleNode, attribute: string | null, values: Values, rule: string): void;
  /** True the first time only. */
  once(what: string): boolean;
  /** Runs when the whole file was seen: for what can only be known then. `node` may be kept for it. */
  later(check: () => void): void;
}

/** `one('a')`, `anyOf('a', 'b')` …: slots as the schemas write them. */
export const one = (...names: readonly string[]): Slot => ({ names, min: 1, max: 1 });
export const optional = (...names: readonly string[]): Slot => ({ names, min: 0, max: 1 });
export const anyOf = (...names: readonly string[]): Slot => ({ names, min: 0, max: Infinity });
export const some = (...names: readonly string[]): Slot => ({ names, min: 1, max: Infinity });
/** Elements of other namespaces, as many as there are: the schemas' wildcard, which looks into none of them. */
export const FOREIGN: Slot = { names: [], foreign: true, min: 0, max: Infinity };
