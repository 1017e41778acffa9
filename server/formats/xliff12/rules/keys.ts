/** What must be unique in a file of XLIFF 1.2, and what must name something in it. Each as the schemas have it. */
import type { Key, Reference } from '../../shared/rules/model.ts';

const key = (name: string, elements: readonly string[], attribute: string): Key => ({
  name,
  scope: ['file'],
  elements,
  attribute,
  rule: `#${attribute}`,
});

const reference = (target: string, elements: readonly string[], attribute: string): Reference => ({
  key: target,
  elements,
  attribute,
  rule: `#${attribute}`,
});

export const KEYS: readonly Key[] = [
  key('group', ['group'], 'id'),
  key('unit', ['trans-unit', 'bin-unit'], 'id'),
  key('tool', ['tool'], 'tool-id'),
  key('phase', ['phase'], 'phase-name'),
  key('count-group', ['count-group'], 'name'),
  key('context-group', ['context-group'], 'name'),
  key('external-file', ['external-file'], 'uid'),
];

export const REFERENCES: readonly Reference[] = [
  reference('tool', ['file', 'phase', 'alt-trans'], 'tool-id'),
  reference('phase', ['count', 'trans-unit', 'target'], 'phase-name'),
];

/** The schemas of 1.0 and 1.1 know no keys; the prose means the same. */
export const PROSE_KEYS: readonly Key[] = KEYS.filter(({ name }) =>
  ['group', 'unit', 'phase'].includes(name),
).map((each) => ({ ...each, code: 'xliff-id-repeated' }));

/** What the prose calls a reference and the schemas overlook. */
export const PROSE_REFERENCES: readonly Reference[] = [
  {
    ...reference('unit', ['g', 'x', 'bx', 'ex', 'ph', 'bpt', 'ept', 'it', 'sub'], 'xid'),
    // One id by the prose; Trados names several.
    list: true,
    code: 'xliff-reference-unknown',
  },
  {
    ...reference('phase', ['bin-unit', 'bin-target', 'alt-trans'], 'phase-name'),
    code: 'xliff-reference-unknown',
  },
];
