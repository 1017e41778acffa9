/** Metadata (2.1 §5.4). */
import { some } from '../../../shared/rules/model.ts';
import { anything, nmtoken, oneOf } from '../../../shared/rules/values.ts';
import type { Module } from './module.ts';

const id = { type: nmtoken, rule: '5.4.5.3' };

export const metadata: Module = {
  prefix: 'mda',
  namespace: 'urn:oasis:names:tc:xliff:metadata:2.0',
  elements: {
    'mda:metadata': {
      rule: '5.4.4.2',
      content: [some('mda:metaGroup')],
      text: false,
      attributes: { id },
      foreign: [],
    },
    'mda:metaGroup': {
      rule: '5.4.4.3',
      content: [some('mda:metaGroup', 'mda:meta')],
      text: false,
      attributes: {
        id,
        category: { type: anything },
        appliesTo: { type: oneOf('source', 'target', 'ignorable'), rule: '5.4.5.1' },
      },
      foreign: [],
    },
    'mda:meta': {
      rule: '5.4.4.4',
      content: [],
      text: true,
      attributes: { type: { type: anything, required: true, rule: '5.4.5.4' } },
      foreign: [],
    },
  },
  places: {
    'mda:metadata': { in: ['xliff', 'file', 'group', 'unit', 'mtc:match', 'gls:glossEntry'], once: true },
  },
  keys: [
    {
      name: 'mda',
      scope: ['mda:metadata'],
      elements: ['mda:metadata', 'mda:metaGroup'],
      attribute: 'id',
      rule: '5.4.5.3',
    },
  ],
};
