/** Format style (2.1 §5.3): HTML names for previews, on elements of the core. */
import type { Check } from '../../../shared/rules/model.ts';
import { anything, oneOf } from '../../../shared/rules/values.ts';
import { attributeOf } from '../prefixed.ts';
import type { Module } from './module.ts';

const HTML =
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 ' +
  'h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table ' +
  'tbody td tfoot th thead title tr tt u ul';

const ELEMENTS = ['xliff', 'file', 'group', 'unit', 'note', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm'];

/** Pairs of name and value, parted by backslashes; both characters are escaped by a backslash in names and values. */
const PAIRS = /^(?:[^,\\]|\\[,\\])+,(?:[^,\\]|\\[,\\])*(?:\\(?:[^,\\]|\\[,\\])+,(?:[^,\\]|\\[,\\])*)*$/;

/** Longer ones are not looked at. */
const MAX_LENGTH = 5000;

const isPairs = (value: string): boolean => value.length > MAX_LENGTH || PAIRS.test(value);

const used: Check = {
  on: ELEMENTS,
  check(node, run) {
    const fs = attributeOf(node, 'fs:fs', run);
    const subFs = attributeOf(node, 'fs:subFs', run);
    if (subFs !== undefined && fs === undefined) {
      run.report('rule-attribute-needs', node, subFs.name, { expected: 'fs:fs' }, '5.3.6.2');
    }
    if (subFs !== undefined && subFs.value !== '' && !isPairs(subFs.value)) {
      const values = { value: subFs.value, expected: 'name,value\\name,value' };
      run.report('rule-attribute-value', node, subFs.name, values, '5.3.6.2');
    }
    if (node.name !== 'ec' || attributeOf(node, 'isolated', run)?.value === 'yes') return;
    for (const attribute of [fs, subFs]) {
      if (attribute === undefined) continue;
      run.report('rule-attribute-needs', node, attribute.name, { expected: 'isolated="yes"' }, '5.3.6.1');
    }
  },
};

export const formatStyle: Module = {
  prefix: 'fs',
  namespace: 'urn:oasis:names:tc:xliff:fs:2.0',
  elements: {},
  attributes: {
    'fs:fs': { type: oneOf(...HTML.split(' ')), rule: '5.3.6.1', on: ELEMENTS },
    'fs:subFs': { type: anything, rule: '5.3.6.2', on: ELEMENTS },
  },
  checks: [used],
};
