/** Validation rules carried by a file (2.1 §5.7): whether they are rules at all, not whether texts obey them. */
import { some, type Check } from '../../../shared/rules/model.ts';
import { valueOf } from '../../../shared/rules/node.ts';
import { anything, positiveInteger } from '../../../shared/rules/values.ts';
import { normalization, yesNo } from '../types.ts';
import type { Module } from './module.ts';

const KINDS = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'];

const rule: Check = {
  on: ['val:rule'],
  check(node, run) {
    const kinds = KINDS.filter((kind) => valueOf(node, kind) !== undefined);
    const custom = node.attributes.filter(
      (each) => each.namespace !== '' && !/^(?:xmlns|xml|xsi)(?::|$)/.test(each.name),
    );
    const given = [...kinds, ...custom.map((each) => each.name)];
    if (given.length === 0) {
      run.report('rule-attribute-missing', node, null, { attribute: KINDS.join(', ') }, '5.7.5.3');
    }
    const [first, second] = given;
    if (first !== undefined && second !== undefined) {
      run.report('rule-attribute-excludes', node, second, { other: first }, '5.7.5.3');
    }
    if (valueOf(node, 'existsInSource') !== undefined && !kinds.some((kind) => kind !== 'isNotPresent')) {
      const expected = 'isPresent, startsWith, endsWith';
      run.report('rule-attribute-needs', node, 'existsInSource', { expected }, '5.7.6.6');
    }
  },
};

export const validation: Module = {
  prefix: 'val',
  namespace: 'urn:oasis:names:tc:xliff:validation:2.0',
  elements: {
    'val:validation': {
      rule: '5.7.5.2',
      content: [some('val:rule')],
      text: false,
      attributes: {},
      foreign: 'other',
    },
    'val:rule': {
      rule: '5.7.5.3',
      content: [],
      text: false,
      attributes: {
        isPresent: { type: anything },
        occurs: { type: positiveInteger, rule: '5.7.6.2' },
        isNotPresent: { type: anything },
        startsWith: { type: anything },
        endsWith: { type: anything },
        existsInSource: { type: yesNo, rule: '5.7.6.6' },
        caseSensitive: { type: yesNo, rule: '5.7.6.7' },
        normalization: { type: normalization, rule: '5.7.6.8' },
        disabled: { type: yesNo, rule: '5.7.6.9' },
      },
      foreign: 'other',
    },
  },
  places: { 'val:validation': { in: ['file', 'group', 'unit'], once: true } },
  checks: [rule],
};
