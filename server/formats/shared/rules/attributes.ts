/** Holds the attributes of one element to its model. */
import type { XmlAttribute } from '../xml/scanner.ts';
import type { ElementModel, RuleSet, Run } from './model.ts';
import type { RuleNode } from './node.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
/** May stand on any element (XML Schema Part 1 §3.2.7). */
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** Canonical name of an attribute; null where its namespace is not known. */
export function attributeName(attribute: XmlAttribute, rules: RuleSet): string | null {
  if (attribute.namespace === '') return attribute.local;
  if (attribute.namespace === XML) return `xml:${attribute.local}`;
  const prefix = attribute.namespace === null ? undefined : rules.prefixes.get(attribute.namespace);
  return prefix === undefined ? null : `${prefix}:${attribute.local}`;
}

/** Reports what is missing, what may not be there, and what has a wrong value. */
export function checkAttributes(node: RuleNode, model: ElementModel, run: Run): void {
  for (const attribute of node.attributes) {
    if (attribute.name !== 'xmlns' && attribute.namespace !== XMLNS)
      checkAttribute(node, model, attribute, run);
  }
  for (const name of requiredBy(model)) {
    if (node.attributes.some((each) => attributeName(each, run.rules) === name)) continue;
    const rule = model.attributes[name]?.rule ?? model.rule;
    run.report('rule-attribute-missing', node, null, { attribute: name }, rule);
  }
}

const required = new WeakMap<ElementModel, readonly string[]>();

/** Names of the attributes that must be there; looked up once for each model. */
function requiredBy(model: ElementModel): readonly string[] {
  const known = required.get(model);
  if (known !== undefined) return known;
  const names = Object.keys(model.attributes).filter((name) => model.attributes[name]?.required === true);
  required.set(model, names);
  return names;
}

function checkAttribute(node: RuleNode, model: ElementModel, attribute: XmlAttribute, run: Run): void {
  const name = attributeName(attribute, run.rules);
  // An attribute may be called as a property that every object has.
  const isKnown = name !== null && Object.hasOwn(model.attributes, name);
  const own = isKnown ? model.attributes[name] : undefined;
  if (own !== undefined) {
    if (own.type.accepts(attribute.value)) return;
    const values = { value: attribute.value, expected: own.type.expected };
    run.report('rule-attribute-value', node, attribute.name, values, own.rule ?? model.rule);
    return;
  }
  if (attribute.namespace === INSTANCE) return;
  const prefix = name === null || !name.includes(':') ? null : name.slice(0, name.indexOf(':'));
  const allowed =
    model.foreign === 'all' ||
    (attribute.namespace !== '' &&
      attribute.namespace !== node.namespace &&
      (model.foreign === 'other' || (prefix !== null && model.foreign.includes(prefix))));
  if (model.foreign === 'all' && (name === null || !run.rules.attributes.has(name))) return;
  if (!allowed) run.report('rule-attribute-unknown', node, attribute.name, {}, model.rule);
  else if (name !== null && prefix !== null && prefix !== 'xml') checkGlobal(node, name, attribute, run);
  else if (name !== null && prefix !== null) checkXml(node, name, attribute, run);
}

/** An attribute of a known namespace on an element of another; also where the element is not known. */
export function checkGlobal(node: RuleNode, name: string, attribute: XmlAttribute, run: Run): void {
  const global = run.rules.attributes.get(name);
  if (global === undefined) {
    run.report('rule-attribute-unknown', node, attribute.name, {}, node.model?.rule ?? '');
  } else if (global.on !== undefined && node.prefix !== null && !global.on.includes(node.name)) {
    run.report('rule-attribute-unknown', node, attribute.name, {}, global.rule);
  } else if (!global.type.accepts(attribute.value)) {
    const values = { value: attribute.value, expected: global.type.expected };
    run.report('rule-attribute-value', node, attribute.name, values, global.rule);
  }
}

function checkXml(node: RuleNode, name: string, attribute: XmlAttribute, run: Run): void {
  const type = run.rules.attributes.get(name)?.type;
  if (type === undefined || type.accepts(attribute.value)) return;
  const values = { value: attribute.value, expected: type.expected };
  run.report('rule-attribute-value', node, attribute.name, values, 'XML 1.0 §2.10, §2.12');
}
