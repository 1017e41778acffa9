/** Translation candidates (2.1 §5.1). */
import { FOREIGN, one, optional, some, type Check } from '../../../shared/rules/model.ts';
import { anything, decimal, nmtoken, oneOf, uri, userDefined } from '../../../shared/rules/values.ts';
import { requires } from '../requires.ts';
import { yesNo } from '../types.ts';
import type { Module } from './module.ts';

const percent = { type: decimal(0, 100), rule: '5.1.7' };

/** A candidate is of the document's languages; its target may differ, and says so itself. */
const noLanguage: Check = {
  on: ['mtc:match'],
  check(node, run) {
    const language = node.attributes.find((each) => each.name === 'xml:lang');
    if (language !== undefined) run.report('rule-attribute-unknown', node, language.name, {}, '5.1.6.3');
  },
};

export const matches: Module = {
  prefix: 'mtc',
  namespace: 'urn:oasis:names:tc:xliff:matches:2.0',
  elements: {
    'mtc:matches': {
      rule: '5.1.6.2',
      content: [some('mtc:match')],
      text: false,
      attributes: {},
      foreign: [],
    },
    'mtc:match': {
      rule: '5.1.6.3',
      content: [optional('mda:metadata'), optional('originalData'), one('source'), one('target'), FOREIGN],
      text: false,
      attributes: {
        id: { type: nmtoken, rule: '5.1.7.1' },
        matchQuality: percent,
        matchSuitability: percent,
        origin: { type: anything },
        ref: { type: uri, required: true, rule: '5.1.7.5' },
        reference: { type: yesNo, rule: '5.1.7.6' },
        similarity: percent,
        subType: { type: userDefined, rule: '5.1.7.8' },
        type: { type: oneOf('am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other'), rule: '5.1.7.9' },
      },
      foreign: 'other',
    },
  },
  places: { 'mtc:matches': { in: ['unit'], once: true } },
  keys: [
    {
      name: 'mtc',
      scope: ['mtc:matches'],
      elements: ['mtc:match'],
      attribute: 'id',
      rule: '5.1.7.1',
    },
  ],
  checks: [requires('mtc:match', 'subType', 'type', '5.1.7.8'), noLanguage],
};
