/** Plural, gender and select (2.2 §4.9): variants of a message, and the cases that they are for. */
import type { Check, Run } from '../../../shared/rules/model.ts';
import { upwards, type RuleNode } from '../../../shared/rules/node.ts';
import { anything, type ValueType } from '../../../shared/rules/values.ts';
import { attributeOf } from '../prefixed.ts';
import type { Module } from './module.ts';

const NUMBER = /^(?:\d+(?:\.\d+)?|zero|one|two|few|many|other)$/;

/** Items are parted by spaces in the examples of the specification and by commas in its text. */
const items = (value: string): readonly string[] => value.split(/[\s,]+/).filter((item) => item !== '');

const switches: ValueType = {
  expected: 'plural:name, ordinal:name, gender:name, select:name',
  accepts: (value) => {
    const list = items(value);
    return list.length > 0 && list.every((item) => /^(?:plural|ordinal|gender|select):[^\s:]+$/.test(item));
  },
};

function switchOf(node: RuleNode, run: Run): readonly string[] | null {
  for (const each of upwards(node)) {
    const found = each === node ? undefined : attributeOf(each, 'pgs:switch', run);
    if (found !== undefined) return items(found.value);
  }
  return null;
}

const cases: Check = {
  on: ['group', 'unit', 'segment'],
  check(node, run) {
    const attribute = attributeOf(node, 'pgs:case', run);
    if (attribute === undefined) return;
    const selectors = switchOf(node, run);
    if (selectors === null) {
      run.report('rule-attribute-needs', node, attribute.name, { expected: 'pgs:switch' }, '5.9.5.2');
      return;
    }
    const values = items(attribute.value);
    const fits = selectors.every((selector, index) => {
      const counted = selector.startsWith('plural:') || selector.startsWith('ordinal:');
      return !counted || NUMBER.test(values[index] ?? '');
    });
    if (values.length === selectors.length && fits) return;
    const expected = selectors.join(' ');
    run.report('rule-attribute-value', node, attribute.name, { value: attribute.value, expected }, '5.9.5.2');
  },
};

export const plural: Module = {
  prefix: 'pgs',
  namespace: 'urn:oasis:names:tc:xliff:pgs:1.0',
  elements: {},
  attributes: {
    'pgs:switch': { type: switches, rule: '5.9.5.1', on: ['group', 'unit'] },
    'pgs:case': { type: anything, rule: '5.9.5.2', on: ['group', 'unit', 'segment'] },
  },
  checks: [cases],
};
