/** Size and length restriction (2.1 §5.6). */
import {
  FOREIGN,
  optional,
  type Check,
  type GlobalAttribute,
  type Run,
} from '../../../shared/rules/model.ts';
import { nearest, upwards, valueOf, within, type RuleNode } from '../../../shared/rules/node.ts';
import { anything, nmtoken } from '../../../shared/rules/values.ts';
import { perNode } from '../per-node.ts';
import { attributeOf } from '../prefixed.ts';
import { normalization } from '../types.ts';
import type { Module } from './module.ts';

const RESTRICTED = ['file', 'group', 'unit', 'mrk', 'sm', 'pc', 'sc'];
const SIZED = ['file', 'group', 'unit', 'pc', 'sc', 'ec', 'ph'];
const CODES = ['pc', 'sc', 'ec', 'ph'];
const ELEMENTS = [...new Set([...RESTRICTED, ...SIZED])];

const INTEGER = /^\d+$/;
/** `[minimum,]maximum`, the maximum may be open. */
const RANGE = /^(?:\d+,)?(?:\d+|\*)$/;

/** What each attribute's value must be under the standard profiles (2.1 §5.6.8). */
const VALUES: readonly {
  readonly name: string;
  readonly profile: 'generalProfile' | 'storageProfile';
  readonly pattern: RegExp;
  readonly expected: string;
  readonly rule: string;
}[] = [
  {
    name: 'slr:sizeRestriction',
    profile: 'generalProfile',
    pattern: RANGE,
    expected: '[0,]255, [0,]*',
    rule: '5.6.8.1.1',
  },
  {
    name: 'slr:sizeInfo',
    profile: 'generalProfile',
    pattern: INTEGER,
    expected: '0, 1, 2 …',
    rule: '5.6.8.1.2',
  },
  {
    name: 'slr:storageRestriction',
    profile: 'storageProfile',
    pattern: RANGE,
    expected: '[0,]255, [0,]*',
    rule: '5.6.8.2.1',
  },
  {
    name: 'slr:equivStorage',
    profile: 'storageProfile',
    pattern: INTEGER,
    expected: '0, 1, 2 …',
    rule: '5.6.8.2.2',
  },
];

const GENERAL = new Set(['xliff:codepoints']);
const STORAGE = new Set(['xliff:utf8', 'xliff:utf16', 'xliff:utf32']);

const profilesOf = perNode((file) => file.children.find((each) => each.name === 'slr:profiles'));

/** Whether a value is to be read by a standard profile: one is chosen, or none is and it looks like a size. */
function isStandard(node: RuleNode, which: 'generalProfile' | 'storageProfile', value: string): boolean {
  const file = nearest(node, ['file']);
  const profiles = file === null ? undefined : profilesOf(file);
  const profile = profiles === undefined ? '' : (valueOf(profiles, which) ?? '');
  if (profile === '') return /^[\d*][\d.,*\s]*$/.test(value);
  return (which === 'generalProfile' ? GENERAL : STORAGE).has(profile);
}

function checkValues(node: RuleNode, run: Run): void {
  for (const { name, profile, pattern, expected, rule } of VALUES) {
    const attribute = attributeOf(node, name, run);
    if (attribute === undefined || attribute.value === '' || pattern.test(attribute.value)) continue;
    if (!isStandard(node, profile, attribute.value)) continue;
    run.report('rule-attribute-value', node, attribute.name, { value: attribute.value, expected }, rule);
  }
}

const sized: Check = {
  on: ELEMENTS,
  check(node, run) {
    checkValues(node, run);
    const [info, ref, storage] = ['slr:sizeInfo', 'slr:sizeInfoRef', 'slr:equivStorage'].map((name) =>
      attributeOf(node, name, run),
    );
    if (info !== undefined && ref !== undefined) {
      run.report('rule-attribute-excludes', node, ref.name, { other: info.name }, '5.6.7.10');
    }
    if (node.name === 'ec' && valueOf(node, 'isolated') !== 'yes') {
      for (const attribute of [info, ref, storage]) {
        if (attribute === undefined) continue;
        run.report('rule-attribute-needs', node, attribute.name, { expected: 'isolated="yes"' }, '5.6.7.8');
      }
    }
    if (ref !== undefined && !findsData(node, ref.value.trim())) {
      run.report('rule-reference-unresolved', node, ref.name, { value: ref.value }, '5.6.7.10');
    }
  },
};

/** Ids of what stands in the data of an element. */
const dataOf = perNode((node) => {
  const inner = node.children.filter((each) => each.name === 'slr:data').flatMap((each) => within(each));
  const ids = inner.flatMap((each) => each.attributes.filter((own) => own.local === 'id'));
  return new Set(ids.map((own) => own.value.trim()));
});

/** Whether an element of that id stands in data beside the node or beside one of its ancestors. */
function findsData(node: RuleNode, id: string): boolean {
  return upwards(node).some((each) => dataOf(each).has(id));
}

/** Names of profiles are `authority:name`; the authority xliff is reserved for the standard ones. */
const profiles: Check = {
  on: ['slr:profiles'],
  check(node, run) {
    for (const [name, standard] of [
      ['generalProfile', GENERAL],
      ['storageProfile', STORAGE],
    ] as const) {
      const value = valueOf(node, name) ?? '';
      if (!value.startsWith('xliff:') || standard.has(value)) continue;
      const values = { value, expected: [...standard].join(', ') };
      run.report('rule-attribute-value', node, name, values, '5.6.1');
    }
  },
};

const on = (elements: readonly string[], rule: string): GlobalAttribute => ({
  type: anything,
  rule,
  on: elements,
});

export const sizeRestriction: Module = {
  prefix: 'slr',
  namespace: 'urn:oasis:names:tc:xliff:sizerestriction:2.0',
  elements: {
    'slr:profiles': {
      rule: '5.6.6.2',
      content: [optional('slr:normalization'), FOREIGN],
      text: false,
      attributes: { generalProfile: { type: anything }, storageProfile: { type: anything } },
      foreign: [],
    },
    'slr:normalization': {
      rule: '5.6.6.3',
      content: [],
      text: false,
      attributes: {
        general: { type: normalization, rule: '5.6.7.4' },
        storage: { type: normalization, rule: '5.6.7.3' },
      },
      foreign: [],
    },
    'slr:data': {
      rule: '5.6.6.4',
      content: [FOREIGN],
      text: false,
      attributes: { profile: { type: anything, required: true, rule: '5.6.7.5' } },
      foreign: 'other',
    },
  },
  attributes: {
    'slr:storageRestriction': on(RESTRICTED, '5.6.7.6'),
    'slr:sizeRestriction': on(RESTRICTED, '5.6.7.7'),
    'slr:equivStorage': on(CODES, '5.6.7.8'),
    'slr:sizeInfo': on(SIZED, '5.6.7.9'),
    'slr:sizeInfoRef': { type: nmtoken, rule: '5.6.7.10', on: SIZED },
  },
  places: {
    'slr:profiles': { in: ['file'], once: true },
    'slr:data': { in: ['file', 'group', 'unit'], once: true },
  },
  checks: [sized, profiles],
};
