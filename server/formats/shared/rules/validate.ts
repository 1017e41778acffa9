/**
 * The rule engine: walks a file once with the offset-recording scanner, builds small nodes, holds each element to
 * its model (content, text, attributes), keeps keys and references by scope, and calls the checks of an element
 * when it ends. What a model calls released is forgotten then, so memory goes with the largest unit, not the file.
 *
 * To validate another vocabulary, write a RuleSet (model.ts); nothing here knows XLIFF.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import { decodeXml } from '../xml/encoding.ts';
import { XmlScanner } from '../xml/scanner.ts';
import { attributeName, checkAttributes, checkGlobal } from './attributes.ts';
import { ContentState } from './content.ts';
import { Keys } from './keys.ts';
import type { Check, RuleSet, Run } from './model.ts';
import type { RuleNode } from './node.ts';
import { Report } from './report.ts';
import { WellFormed } from './well-formed.ts';

/** Picks the rules by the root element, or says why there are none; `also` are problems of the root itself. */
export type ChooseRules = (
  root: RuleNode,
) =>
  { readonly rules: RuleSet; readonly refused: null } | { readonly rules: null; readonly refused: Problem };

type Growing = { -readonly [Key in keyof RuleNode]: RuleNode[Key] } & { children: RuleNode[] };

/** Elements kept of one unit, and names counted in one element: more than any honest file has. */
const MAX_KEPT = 500_000;
const MAX_NAMES = 1000;

interface Open {
  readonly node: Growing;
  readonly content: ContentState | null;
  readonly positions: Map<string, number>;
  textReported: boolean;
}

/** Everything that is wrong with the file by the rules chosen, in its order; empty where it is valid. */
export function validateByRules(bytes: Uint8Array, choose: ChooseRules): readonly Problem[] {
  const decoded = decodeXml(bytes);
  if (decoded.file === null) return [decoded.problem];
  const { text, warnings } = decoded.file;
  return new Walk(text, warnings, choose).run();
}

class Walk {
  readonly #scanner: XmlScanner;
  readonly #choose: ChooseRules;
  readonly #report: Report;
  readonly #wellFormed: WellFormed;
  readonly #warnings: readonly Problem[];
  readonly #open: Open[] = [];
  readonly #seen = new Set<string>();
  readonly #later: (() => void)[] = [];
  #checks: ReadonlyMap<string, readonly Check[]> = new Map();
  #run: Run | null = null;
  #keys: Keys | null = null;
  #refused: Problem | null = null;
  #kept = 0;

  /** `warnings`: of decoding. */
  constructor(text: string, warnings: readonly Problem[], choose: ChooseRules) {
    this.#scanner = new XmlScanner(text);
    this.#choose = choose;
    this.#report = new Report(text);
    this.#wellFormed = new WellFormed(text);
    this.#warnings = warnings;
    for (const { values } of warnings) {
      // Of other encodings a parser cannot tell that they are not what the file says.
      if (/^utf-?16/i.test(String(values['declared'])) || /^utf-?16/i.test(String(values['encoding'])))
        this.#wellFormed.encoding(String(values['declared']));
    }
  }

  run(): readonly Problem[] {
    const scanner = this.#scanner;
    while (this.#refused === null && scanner.next()) {
      const parent = this.#open.at(-1);
      this.#wellFormed.look(scanner);
      if (scanner.kind === 'start') this.#start(parent);
      else if (scanner.kind === 'end') this.#end();
      else if (parent !== undefined) this.#characters(parent);
    }
    const { failure, warnings } = scanner;
    if (this.#refused !== null) return [this.#refused];
    if (failure === null) for (const check of this.#later) check();
    const told = warnings.map((each) =>
      each.code === 'xml-prefix-unbound' ? problem('rule-prefix-unbound', each.place, each.values) : each,
    );
    return [
      ...this.#warnings,
      ...told,
      ...this.#wellFormed.problems,
      ...this.#report.problems(),
      ...(failure === null ? [] : [failure]),
    ];
  }

  #start(parent: Open | undefined): void {
    const node = this.#node(parent);
    const run = (this.#run ??= this.#begin(node));
    if (run === null) return;
    const named = this.#named(node, run.rules);
    if (parent !== undefined) this.#place(named, parent, run);
    const { model } = named;
    if (model !== null) checkAttributes(named, model, run);
    else this.#checkUnknown(named, run);
    this.#keys?.enter(named, run);
    const content = model === null ? null : new ContentState(model);
    this.#open.push({ node: named, content, positions: new Map(), textReported: false });
    const opaque = model?.opaque === true || (named.prefix === null && run.rules.opaque === true);
    if (opaque ? this.#skip() : this.#scanner.empty) this.#end();
  }

  /** Goes to the end of an element whose content no rule is about; false where the scanner had to stop. */
  #skip(): boolean {
    const scanner = this.#scanner;
    if (scanner.empty) return true;
    const outside = scanner.depth - 1;
    while (scanner.next()) {
      this.#wellFormed.look(scanner);
      if (scanner.kind === 'end' && scanner.depth === outside) return true;
    }
    return false;
  }

  /** The first element: chooses the rules. */
  #begin(root: Growing): Run | null {
    const { rules, refused } = this.#choose(root);
    this.#refused = refused;
    if (rules === null) return null;
    const checks = new Map<string, Check[]>();
    for (const check of rules.checks) {
      for (const name of check.on) checks.set(name, [...(checks.get(name) ?? []), check]);
    }
    this.#checks = checks;
    this.#keys = new Keys(rules);
    const report = this.#report;
    return {
      text: this.#scanner.text,
      root,
      rules,
      report(code, node, attribute, values, rule) {
        report.add(code, node, attribute, values, rule === '' ? '' : rules.cite(rule));
      },
      once: (what) => {
        const first = !this.#seen.has(what);
        this.#seen.add(what);
        return first;
      },
      later: (check) => this.#later.push(check),
    };
  }

  #node(parent: Open | undefined): Growing {
    const { element, attributes, start } = this.#scanner;
    const position = (parent?.positions.get(element.name) ?? 0) + 1;
    if (parent !== undefined && (position > 1 || parent.positions.size < MAX_NAMES)) {
      parent.positions.set(element.name, position);
    }
    return {
      name: element.name,
      prefix: null,
      local: element.local,
      namespace: element.namespace,
      written: element.name,
      attributes,
      start,
      parent: parent?.node ?? null,
      model: null,
      position,
      children: [],
      text: 'none',
      elements: 0,
    };
  }

  #named(node: Growing, rules: RuleSet): Growing {
    const prefix = node.namespace === null ? undefined : rules.prefixes.get(node.namespace);
    if (prefix === undefined) return node;
    node.prefix = prefix;
    node.name = prefix === '' ? node.local : `${prefix}:${node.local}`;
    node.model = rules.elements.get(node.name) ?? null;
    return node;
  }

  /** Whether the element may stand where it does. */
  #place(node: RuleNode, parent: Open, run: Run): void {
    parent.node.elements += 1;
    if (parent.content === null) return;
    const rule = parent.node.model?.rule ?? '';
    const foreign = node.namespace !== parent.node.namespace && node.namespace !== '';
    const misfit = parent.content.take(node.prefix === null ? '' : node.name, foreign);
    const within = parent.node.written;
    if (misfit.kind === 'unknown') {
      run.report('rule-element-unknown', node, null, { parent: within, expected: misfit.expected }, rule);
    } else if (misfit.kind === 'order')
      run.report('rule-element-order', node, null, { parent: within }, rule);
    else if (misfit.kind === 'repeated') {
      run.report('rule-element-repeated', node, null, { parent: within }, rule);
    }
  }

  /** Of an element without a model: one that a known namespace does not have, or a foreign one. */
  #checkUnknown(node: RuleNode, run: Run): void {
    const parent = node.parent;
    const told = parent?.model?.content.every((slot) => slot.foreign !== true) === true;
    if (node.prefix !== null && !told) {
      run.report(
        'rule-element-undefined',
        node,
        null,
        { namespace: node.namespace ?? '' },
        parent?.model?.rule ?? '',
      );
    }
    for (const attribute of node.attributes) {
      const name = attributeName(attribute, run.rules);
      if (name !== null && run.rules.attributes.has(name)) checkGlobal(node, name, attribute, run);
    }
  }

  #characters(parent: Open): void {
    const { kind } = this.#scanner;
    const { node } = parent;
    if (kind !== 'text' && kind !== 'cdata') return;
    const blank = /^[ \t\r\n]*$/.test(this.#scanner.characters());
    if (blank && node.text === 'none') node.text = 'space';
    if (blank) return;
    node.text = 'text';
    if (node.model === null || node.model.text || parent.textReported) return;
    parent.textReported = true;
    this.#run?.report('rule-text-unknown', node, null, {}, node.model.rule);
  }

  #end(): void {
    const open = this.#open.pop();
    const run = this.#run;
    if (open === undefined || run === null) return;
    const { node, content } = open;
    for (const expected of content?.missing() ?? []) {
      run.report('rule-element-missing', node, null, { expected }, node.model?.rule ?? '');
    }
    for (const { check } of this.#checks.get(node.prefix === null ? '' : node.name) ?? []) check(node, run);
    this.#keys?.leave(node, run);
    if (node.model?.released === true) {
      node.children = [];
      this.#kept = 0;
    } else this.#keep(node, run);
  }

  /** Foreign elements matter to others only by their ids. */
  #keep(node: Growing, run: Run): void {
    const matters =
      node.prefix !== null || node.children.length > 0 || node.attributes.some((each) => each.local === 'id');
    if (!matters) return;
    this.#kept += 1;
    if (this.#kept <= MAX_KEPT) this.#open.at(-1)?.node.children.push(node);
    else if (this.#kept === MAX_KEPT + 1) run.report('rule-too-many', node, null, { limit: MAX_KEPT }, '');
  }
}
