/** What the schemas of XLIFF 1.x say and tables cannot: empty elements, segments by mid, pairs by rid. */
import type { Check, Run } from '../../shared/rules/model.ts';
import { valueOf, within, type RuleNode } from '../../shared/rules/node.ts';
import { collapse } from './value-types.ts';

const EMPTY = ['external-file', 'x', 'bx', 'ex'];

/** Nothing may stand in them, not even white space. */
export const EMPTIES: Check = {
  on: EMPTY,
  check: (node, run) => {
    if (node.text === 'space') run.report('rule-text-unknown', node, null, {}, node.model?.rule ?? '');
  },
};

const MID = '#mid';

/**
 * The mid of a marker is unique in seg-source; in the target, and on the unit's alternatives, it names one there.
 * Markers inside other elements do not count.
 */
export const SEGMENTS: Check = {
  on: ['trans-unit', 'alt-trans'],
  check: (unit, run) => {
    const segments = uniques(markersIn(unit, 'seg-source'), 'mid', MID, run);
    const alternatives = unit.children.filter((child) => child.name === 'alt-trans' && child !== unit);
    const users = [...markersIn(unit, 'target'), ...(unit.name === 'alt-trans' ? [] : alternatives)];
    resolve(users, 'mid', segments, MID, run);
  },
};

const RID = '#rid';

/** The rid of an opening code is unique in its text; that of a closing one names it. */
export const PAIRS: Check = {
  on: ['source', 'seg-source', 'target'],
  check: (text, run) => {
    for (const [opening, closing] of [['bpt', 'ept'] as const, ['bx', 'ex'] as const]) {
      const inside = [...within(text)];
      const named = (name: string): readonly RuleNode[] => inside.filter((node) => node.name === name);
      resolve(named(closing), 'rid', uniques(named(opening), 'rid', RID, run), RID, run);
    }
  },
};

function markersIn(unit: RuleNode, name: string): readonly RuleNode[] {
  return unit.children
    .filter((child) => child.name === name)
    .flatMap((child) => child.children.filter((each) => each.name === 'mrk'));
}

/** The values of the attribute; says which stand twice. */
function uniques(nodes: readonly RuleNode[], attribute: string, rule: string, run: Run): ReadonlySet<string> {
  const values = new Set<string>();
  for (const node of nodes) {
    const value = tokenOf(node, attribute);
    if (value === undefined) continue;
    if (values.has(value)) run.report('rule-id-duplicate', node, attribute, { value }, rule);
    values.add(value);
  }
  return values;
}

function resolve(
  nodes: readonly RuleNode[],
  attribute: string,
  values: ReadonlySet<string>,
  rule: string,
  run: Run,
): void {
  for (const node of nodes) {
    const value = tokenOf(node, attribute);
    if (value === undefined || values.has(value)) continue;
    run.report('rule-reference-unresolved', node, attribute, { value }, rule);
  }
}

function tokenOf(node: RuleNode, attribute: string): string | undefined {
  const value = valueOf(node, attribute);
  return value === undefined ? undefined : collapse(value);
}
