/**
 * What must be unique and what must be found, by scope. Values live with the element that they are unique in and
 * go with it; a reference that comes before what it names waits until that element ends.
 */
import type { Key, Reference, RuleSet, Run } from './model.ts';
import { nearest, valueOf, type RuleNode } from './node.ts';

interface Scope {
  readonly values: Set<string>;
  readonly waiting: { readonly node: RuleNode; readonly value: string; readonly reference: Reference }[];
}

export class Keys {
  readonly #keysOf: ReadonlyMap<string, readonly Key[]>;
  readonly #referencesOf: ReadonlyMap<string, readonly Reference[]>;
  readonly #keys: ReadonlyMap<string, Key>;
  readonly #scopes = new Map<RuleNode, Map<string, Scope>>();

  constructor(rules: RuleSet) {
    this.#keys = new Map(rules.keys.map((key) => [key.name, key]));
    this.#keysOf = byElement(rules.keys);
    this.#referencesOf = byElement(rules.references);
  }

  /** Notes the keys and references of an element that begins. */
  enter(node: RuleNode, run: Run): void {
    for (const key of this.#keysOf.get(node.name) ?? []) {
      const value = attributeValue(node, key.attribute);
      const scope = value === undefined ? null : this.#scope(node, key);
      if (scope === null || value === undefined) continue;
      if (scope.values.has(value))
        run.report(key.code ?? 'rule-id-duplicate', node, key.attribute, { value }, key.rule);
      else scope.values.add(value);
    }
    for (const reference of this.#referencesOf.get(node.name) ?? []) {
      const written = attributeValue(node, reference.attribute);
      const key = this.#keys.get(reference.key);
      if (reference.outside !== undefined && nearest(node, reference.outside) !== null) continue;
      const scope = written === undefined || key === undefined ? null : this.#scope(node, key);
      if (scope === null || written === undefined) continue;
      for (const value of reference.list === true ? written.split(/\s+/) : [written]) {
        const nothing = value === '' && reference.list === true;
        if (!nothing && !scope.values.has(value)) scope.waiting.push({ node, value, reference });
      }
    }
  }

  /** Says which references of an element that ends named nothing. */
  leave(node: RuleNode, run: Run): void {
    const scopes = this.#scopes.get(node);
    if (scopes === undefined) return;
    for (const { values, waiting } of scopes.values()) {
      for (const { node: from, value, reference } of waiting) {
        if (values.has(value)) continue;
        const code = reference.code ?? 'rule-reference-unresolved';
        run.report(code, from, reference.attribute, { value }, reference.rule);
      }
    }
    this.#scopes.delete(node);
  }

  #scope(node: RuleNode, key: Key): Scope | null {
    const owner = nearest(node, key.scope);
    if (owner === null) return null;
    const scopes = this.#scopes.get(owner) ?? new Map<string, Scope>();
    this.#scopes.set(owner, scopes);
    const scope = scopes.get(key.name) ?? { values: new Set(), waiting: [] };
    scopes.set(key.name, scope);
    return scope;
  }
}

/** White space around a value does not tell NMTOKENs apart. */
function attributeValue(node: RuleNode, name: string): string | undefined {
  return valueOf(node, name)?.trim();
}

function byElement<Each extends { readonly elements: readonly string[] }>(
  all: readonly Each[],
): ReadonlyMap<string, readonly Each[]> {
  const map = new Map<string, Each[]>();
  for (const each of all) {
    for (const name of each.elements) map.set(name, [...(map.get(name) ?? []), each]);
  }
  return map;
}
