/** Resource data (2.1 §5.5). */
import { anyOf, FOREIGN, optional, type Check } from '../../../shared/rules/model.ts';
import { nearest, valueOf, within } from '../../../shared/rules/node.ts';
import { languageTag } from '../../../shared/rules/language-tag.ts';
import { anything, nmtoken } from '../../../shared/rules/values.ts';
import { perNode } from '../per-node.ts';
import { hrefOrContent } from '../requires.ts';
import { yesNo } from '../types.ts';
import type { Module } from './module.ts';

const id = { type: nmtoken, rule: '5.5.5.1' };
const file = { href: { type: anything }, 'xml:lang': { type: languageTag, rule: '5.5.5.2' } };

const item: Check = {
  on: ['res:resourceItem'],
  check(node, run) {
    const parts = node.children.filter((child) => child.prefix === 'res');
    if (parts.length === 0) {
      const expected = 'res:source, res:target, res:reference';
      run.report('rule-element-missing', node, null, { expected }, '5.5.4.4');
    }
    const files = parts.filter((child) => child.local !== 'reference');
    const empty = files.length > 0 && files.every((child) => child.elements === 0);
    if (empty && valueOf(node, 'mimeType') === undefined) {
      run.report('rule-attribute-missing', node, null, { attribute: 'mimeType' }, '5.5.4.4');
    }
  },
};

/**
 * References are to items of the file's own resource data, which stands before all groups and units. Not an error:
 * the specification says where the items are, not that they must be.
 */
const itemsOf = perNode((file) => {
  const items = file.children
    .filter((each) => each.name === 'res:resourceData')
    .flatMap((each) => each.children);
  return new Set(
    items.filter((each) => each.name === 'res:resourceItem').map((each) => valueOf(each, 'id')?.trim()),
  );
});

const references: Check = {
  on: ['file', 'unit'],
  check(node, run) {
    const file = nearest(node, ['file']);
    const items = file === null ? new Set<string | undefined>() : itemsOf(file);
    for (const each of within(node, ['source', 'target'])) {
      const ref = each.name === 'res:resourceItemRef' ? valueOf(each, 'ref')?.trim() : undefined;
      if (ref === undefined || items.has(ref)) continue;
      run.report('rule-reference-dangling', each, 'ref', { value: ref }, '5.5.5.5');
    }
  },
};

/** `late`: 2.2 allows notes in items. */
export function resourceData(late: boolean): Module {
  const files = [optional('res:source'), optional('res:target'), anyOf('res:reference')];
  return {
    prefix: 'res',
    namespace: 'urn:oasis:names:tc:xliff:resourcedata:2.0',
    elements: {
      'res:resourceData': {
        rule: '5.5.4.2',
        content: [anyOf('res:resourceItemRef'), anyOf('res:resourceItem')],
        text: false,
        attributes: {},
        foreign: [],
      },
      'res:resourceItemRef': {
        rule: '5.5.4.3',
        content: [],
        text: false,
        attributes: { id, ref: { type: nmtoken, required: true, rule: '5.5.5.5' } },
        foreign: 'other',
      },
      'res:resourceItem': {
        rule: '5.5.4.4',
        content: late ? [optional('notes'), ...files] : files,
        text: false,
        attributes: { id, mimeType: { type: anything }, context: { type: yesNo, rule: '5.5.5.4' } },
        foreign: 'other',
      },
      'res:source': { rule: '5.5.4.5', content: [FOREIGN], text: false, attributes: file, foreign: 'other' },
      'res:target': { rule: '5.5.4.6', content: [FOREIGN], text: false, attributes: file, foreign: 'other' },
      'res:reference': {
        rule: '5.5.4.7',
        content: [],
        text: false,
        attributes: { ...file, href: { type: anything, required: true } },
        foreign: 'other',
      },
    },
    places: { 'res:resourceData': { in: ['file', 'unit'], once: true } },
    keys: [
      {
        name: 'res',
        scope: ['res:resourceData'],
        elements: ['res:resourceItem', 'res:resourceItemRef'],
        attribute: 'id',
        rule: '5.5.5.1',
      },
    ],
    checks: [
      item,
      references,
      hrefOrContent('res:source', '5.5.4.5'),
      hrefOrContent('res:target', '5.5.4.6'),
    ],
  };
}
