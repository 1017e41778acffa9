/** Codes and markers in two halves: sc and ec (2.1 §4.2.3.4, §4.2.3.5), sm and em (§4.7.3.2). */
import type { Check, Run } from '../../../shared/rules/model.ts';
import { valueOf, type RuleNode } from '../../../shared/rules/node.ts';
import { inlineOf, textsOf, type Texts } from './parts.ts';

const EC = '4.2.3.5';

/** What both halves must say alike, with what is meant where they say nothing. */
const ALIKE = [
  ['canCopy', 'yes'],
  ['canDelete', 'yes'],
  ['canOverlap', 'yes'],
  ['canReorder', 'yes'],
] as const;

export const pairs: Check = {
  on: ['unit', 'mtc:match'],
  check(owner, run) {
    const texts = textsOf(owner);
    const elsewhere = endsWithout(texts);
    checkSide(texts.sources, new Set(), run);
    checkSide(texts.targets, elsewhere, run);
  },
};

/** Ids of pairs of which a half may be in a text that is not translated yet. */
function endsWithout({ sources, targets, complete }: Texts): ReadonlySet<string> {
  if (complete || targets.length === 0) return new Set();
  const translated = new Set(targets.map((target) => target.parent));
  const waiting = sources.filter((source) => !translated.has(source.parent)).flatMap(inlineOf);
  return new Set(waiting.map((node) => valueOf(node, 'startRef') ?? valueOf(node, 'id') ?? ''));
}

/** All sources, or all targets, of a unit in their order. */
function checkSide(texts: readonly RuleNode[], elsewhere: ReadonlySet<string>, run: Run): void {
  const nodes = texts.flatMap(inlineOf);
  const starts = new Map<string, { readonly node: RuleNode; readonly index: number; ended: boolean }>();
  nodes.forEach((node, index) => {
    if (node.name !== 'sc' && node.name !== 'sm') return;
    const id = valueOf(node, 'id');
    if (id !== undefined && !starts.has(id)) starts.set(id, { node, index, ended: false });
  });
  nodes.forEach((node, index) => {
    const ref = node.name === 'ec' || node.name === 'em' ? valueOf(node, 'startRef') : undefined;
    if (node.name === 'ec') checkEnd(node, starts.get(ref ?? '')?.node.name === 'sc', run);
    if (ref === undefined) return;
    const start = starts.get(ref);
    const fits = start?.node.name === (node.name === 'ec' ? 'sc' : 'sm');
    const rule = node.name === 'ec' ? EC : '4.7.3.2';
    if (start === undefined || !fits) {
      if (!elsewhere.has(ref)) run.report('rule-pair-missing', node, 'startRef', { value: ref }, rule);
      return;
    }
    if (start.ended) run.report('rule-pair-repeated', node, 'startRef', { value: ref }, rule);
    if (start.index > index) run.report('rule-pair-order', node, 'startRef', { value: ref }, rule);
    start.ended = true;
    if (node.name === 'ec') compare(start.node, node, run);
  });
  for (const [id, { node, ended }] of starts) {
    // What waits for the translation of another segment may say that it stands alone, or not.
    if (ended || !elsewhere.has(id)) checkStart(node, id, ended, run);
  }
}

/** With `isolated="yes"` an id, otherwise a reference to the start, and never a direction. */
function checkEnd(node: RuleNode, started: boolean, run: Run): void {
  const isolated = valueOf(node, 'isolated') === 'yes';
  if (isolated && started) {
    run.report('rule-pair-isolated', node, 'isolated', { value: valueOf(node, 'startRef') ?? '' }, EC);
    return;
  }
  const [wanted, unwanted] = isolated ? ['id', 'startRef'] : ['startRef', 'id'];
  const has = (name: string): boolean => valueOf(node, name) !== undefined;
  if (has(unwanted) && has(wanted)) {
    const values = { other: wanted };
    run.report('rule-attribute-excludes', node, unwanted, values, EC);
  } else if (!has(wanted)) {
    run.report('rule-attribute-missing', node, null, { attribute: wanted }, EC);
  }
  if (!isolated && has('dir')) {
    run.report('rule-attribute-needs', node, 'dir', { expected: 'isolated="yes"' }, EC);
  }
}

function checkStart(node: RuleNode, id: string, ended: boolean, run: Run): void {
  const isolated = node.name === 'sc' && valueOf(node, 'isolated') === 'yes';
  if (ended && isolated) run.report('rule-pair-isolated', node, 'isolated', { value: id }, '4.2.3.4');
  if (!ended && !isolated) {
    run.report('rule-pair-missing', node, 'id', { value: id }, node.name === 'sc' ? '4.2.3.4' : '4.7.3.2');
  }
}

function compare(start: RuleNode, end: RuleNode, run: Run): void {
  for (const [name, byDefault] of ALIKE) {
    const said = valueOf(start, name) ?? byDefault;
    // The first of a sequence that keeps its order has its end inside it (2.1 §4.2.3.5).
    const expected = said === 'firstNo' ? 'no' : said;
    const value = valueOf(end, name) ?? byDefault;
    if (value === expected) continue;
    const values = { name, value, expected };
    run.report('rule-pair-unlike', end, valueOf(end, name) === undefined ? null : name, values, EC);
  }
  for (const name of ['type', 'subType', 'copyOf']) {
    const [first, second] = [valueOf(start, name), valueOf(end, name)];
    if (second === undefined || first === second) continue;
    const values = { name, value: second, expected: first ?? '' };
    run.report('rule-pair-unlike', end, name, values, '4.7.2.2');
  }
}
