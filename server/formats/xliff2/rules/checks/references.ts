/** References by fragment identifier (2.1 §3, §4.3.1.27): well-formed, and to something that is there. */
import type { Check, Run } from '../../../shared/rules/model.ts';
import { nearest, valueOf, within, type RuleNode } from '../../../shared/rules/node.ts';
import { perNode } from '../per-node.ts';
import { readFragment, type Fragment } from './fragment.ts';
import { inlineOf, partsOf, textsOf } from './parts.ts';

/** What a reference must be to: anything, a note of the unit, or a stretch of the unit's text. */
type Wanted = 'anything' | 'note' | 'span';

/** References of one unit; those of notes are of 2.2. */
export const references: Check = {
  on: ['unit'],
  check(unit, run) {
    for (const node of within(unit)) {
      const ref = valueOf(node, 'ref')?.trim();
      if (ref === undefined) continue;
      if (node.name === 'mrk' || node.name === 'sm') {
        check(node, ref, valueOf(node, 'type') === 'comment' ? 'note' : 'anything', run);
      } else if (
        node.name === 'mtc:match' ||
        node.name === 'gls:glossEntry' ||
        node.name === 'gls:translation'
      ) {
        check(node, ref, 'span', run);
      } else if (node.name === 'note' && ref.startsWith('#')) check(node, ref, 'span', run);
    }
  },
};

function check(node: RuleNode, ref: string, wanted: Wanted, run: Run): void {
  const rule = wanted === 'span' ? (node.prefix === 'gls' ? '5.2.5.2' : '5.1.7.5') : '4.3.1.27';
  const hash = ref.indexOf('#');
  if (hash !== 0) {
    // What is in another document cannot be looked at; a candidate or a comment may not be there.
    const outside = wanted === 'anything' || (node.prefix === 'gls' && hash > 0);
    if (!outside) run.report('rule-fragment-outside', node, 'ref', { value: ref }, rule);
    return;
  }
  const read = readFragment(decoded(ref.slice(1)));
  if (read.kind === 'malformed') run.report('rule-fragment-malformed', node, 'ref', { value: ref }, '3');
  else if (read.kind === 'unknown-prefix') {
    run.report('rule-fragment-prefix', node, 'ref', { value: ref, prefix: read.prefix }, '3.2');
  } else resolve(node, ref, read.fragment, wanted, rule, run);
}

function resolve(
  node: RuleNode,
  value: string,
  fragment: Fragment,
  wanted: Wanted,
  rule: string,
  run: Run,
): void {
  const unit = nearest(node, ['unit']);
  const file = nearest(node, ['file']);
  if (unit === null || file === null) return;
  const here = (container: RuleNode, id: string | null): boolean =>
    id === null || valueOf(container, 'id') === id;
  const inUnit =
    here(file, fragment.file) &&
    (fragment.unit === null
      ? fragment.group === null && fragment.file === null && !fragment.absolute
      : here(unit, fragment.unit));
  if (!inUnit) {
    if (wanted !== 'anything') run.report('rule-fragment-outside', node, 'ref', { value }, rule);
    return;
  }
  const { leaf } = fragment;
  // What extensions call their things is theirs to know.
  const found = leaf === null || leaf.prefix === 'tbx' || named(unit).has(`${leaf.prefix}=${leaf.id}`);
  if (!found) {
    const code = wanted === 'anything' ? 'rule-reference-dangling' : 'rule-reference-unresolved';
    run.report(code, node, 'ref', { value }, rule);
  } else if (wanted === 'note' && leaf?.prefix !== 'n') {
    run.report('rule-fragment-kind', node, 'ref', { value, expected: 'note' }, '4.7.3.1.3');
  } else if (wanted === 'span' && leaf?.prefix !== '' && leaf?.prefix !== 't') {
    run.report('rule-fragment-kind', node, 'ref', { value, expected: 'segment, mrk, pc …' }, rule);
  }
}

/** What a last selector can name in a unit, by prefix and id. */
const named = perNode((unit) => {
  const all = new Set<string>();
  const add = (prefix: string, nodes: readonly RuleNode[]): void => {
    for (const { attributes } of nodes) {
      const id = attributes.find((own) => own.name === 'id' || own.name === 'xml:id')?.value.trim();
      if (id !== undefined) all.add(`${prefix}=${id}`);
    }
  };
  const { sources, targets } = textsOf(unit);
  add(
    '',
    partsOf(unit).map((part) => part.node),
  );
  for (const source of sources) add('', inlineOf(source));
  for (const target of targets) add('t', inlineOf(target));
  for (const child of unit.children) {
    if (child.name === 'notes') add('n', child.children);
    if (child.name === 'originalData') add('d', child.children);
  }
  for (const node of within(unit)) if (node.prefix !== null && node.prefix !== '') add(node.prefix, [node]);
  return all;
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
