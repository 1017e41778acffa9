/** Glossary (2.1 §5.2). */
import {
  anyOf,
  FOREIGN,
  one,
  optional,
  some,
  type Check,
  type ElementModel,
} from '../../../shared/rules/model.ts';
import { anything, nmtoken, uri } from '../../../shared/rules/values.ts';
import type { Module } from './module.ts';

const id = { type: nmtoken, rule: '5.2.5.1' };
const ref = { type: uri, rule: '5.2.5.2' };
const source = { type: anything };
const text = { content: [], text: true, foreign: 'other' } as const satisfies Partial<ElementModel>;

/** An entry says at least one of the two. */
const complete: Check = {
  on: ['gls:glossEntry'],
  check(node, run) {
    const said = ['gls:translation', 'gls:definition'];
    if (node.children.some((child) => said.includes(child.name))) return;
    run.report('rule-element-missing', node, null, { expected: said.join(', ') }, '5.2.4.3');
  },
};

export const glossary: Module = {
  prefix: 'gls',
  namespace: 'urn:oasis:names:tc:xliff:glossary:2.0',
  elements: {
    'gls:glossary': {
      rule: '5.2.4.2',
      content: [some('gls:glossEntry')],
      text: false,
      attributes: {},
      foreign: [],
    },
    'gls:glossEntry': {
      rule: '5.2.4.3',
      content: [one('gls:term'), anyOf('gls:translation'), optional('gls:definition'), FOREIGN],
      text: false,
      attributes: { id, ref },
      foreign: 'other',
    },
    'gls:term': { rule: '5.2.4.4', ...text, attributes: { source } },
    'gls:translation': { rule: '5.2.4.5', ...text, attributes: { id, ref, source } },
    'gls:definition': { rule: '5.2.4.6', ...text, attributes: { source } },
  },
  places: { 'gls:glossary': { in: ['unit'], once: true } },
  keys: [
    {
      name: 'gls',
      scope: ['gls:glossary'],
      elements: ['gls:glossEntry', 'gls:translation'],
      attribute: 'id',
      rule: '5.2.5.1',
    },
  ],
  checks: [complete],
};
