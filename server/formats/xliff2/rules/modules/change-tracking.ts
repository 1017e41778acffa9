/** Change tracking (2.0 §5.6; an extension since 2.1, with the same rules where it is used). */
import { some, type Check, type Run } from '../../../shared/rules/model.ts';
import { valueOf, within, type RuleNode } from '../../../shared/rules/node.ts';
import { anything, nmtoken } from '../../../shared/rules/values.ts';
import { perNode } from '../per-node.ts';
import type { Module } from './module.ts';

/** Elements of one name: how many, the attributes of them all, and those of each by id. */
interface Tracked {
  count: number;
  readonly attributes: Set<string>;
  readonly byId: Map<string, Set<string>>;
}

/** What change tracks of an element can name: what stands beside them, and in that. */
const trackedIn = perNode(
  (owner): { readonly names: ReadonlyMap<string, Tracked>; readonly ids: ReadonlySet<string> } => {
    const names = new Map<string, Tracked>();
    const ids = new Set<string>();
    for (const each of within(owner)) {
      if (each.prefix === 'ctr') continue;
      const id = valueOf(each, 'id')?.trim();
      if (id !== undefined) ids.add(id);
      for (const name of new Set([each.local, each.written])) {
        const found = names.get(name) ?? {
          count: 0,
          attributes: new Set(),
          byId: new Map<string, Set<string>>(),
        };
        names.set(name, found);
        found.count += 1;
        const own = id === undefined ? new Set<string>() : (found.byId.get(id) ?? new Set<string>());
        if (id !== undefined) found.byId.set(id, own);
        for (const attribute of each.attributes) {
          found.attributes.add(attribute.name);
          own.add(attribute.name);
        }
      }
    }
    return { names, ids };
  },
);

const properties: Check = {
  on: ['file', 'group', 'unit'],
  check(owner, run) {
    for (const track of owner.children) {
      if (track.name !== 'ctr:changeTrack') continue;
      for (const revisions of track.children) {
        if (revisions.name === 'ctr:revisions') checkRevisions(revisions, owner, run);
      }
    }
  },
};

function checkRevisions(revisions: RuleNode, owner: RuleNode, run: Run): void {
  const { names, ids } = trackedIn(owner);
  const found = names.get(valueOf(revisions, 'appliesTo')?.trim() ?? '');
  const ref = valueOf(revisions, 'ref')?.trim();
  const attributes = ref === undefined ? found?.attributes : found?.byId.get(ref);
  if (ref !== undefined && !ids.has(ref)) {
    run.report('rule-reference-unresolved', revisions, 'ref', { value: ref }, 'XLIFF 2.0 §5.6.5.5');
  }
  if (ref === undefined && found !== undefined && found.count > 1 && found.byId.size > 0) {
    run.report('rule-attribute-missing', revisions, null, { attribute: 'ref' }, 'XLIFF 2.0 §5.6.4.3');
  }
  checkVersions(revisions, run);
  for (const revision of revisions.children) checkRepeated(revision, run);
  for (const item of within(revisions)) {
    const property = item.name === 'ctr:item' ? valueOf(item, 'property') : undefined;
    if (property === undefined || property === 'content' || attributes === undefined) continue;
    if (attributes.has(property)) continue;
    const values = { value: property, expected: 'content' };
    run.report('rule-property-unknown', item, 'property', values, 'XLIFF 2.0 §5.6.5.6');
  }
}

/** One revision has one value for a property. */
function checkRepeated(revision: RuleNode, run: Run): void {
  const seen = new Set<string>();
  for (const item of revision.children) {
    const property = valueOf(item, 'property');
    if (property === undefined) continue;
    if (seen.has(property)) {
      run.report('rule-property-repeated', item, 'property', { value: property }, 'XLIFF 2.0 §5.6.5.6');
    }
    seen.add(property);
  }
}

/** `currentVersion` is the version of one of the revisions. */
function checkVersions(revisions: RuleNode, run: Run): void {
  const current = valueOf(revisions, 'currentVersion')?.trim();
  if (current === undefined) return;
  if (revisions.children.some((each) => valueOf(each, 'version')?.trim() === current)) return;
  run.report(
    'rule-reference-unresolved',
    revisions,
    'currentVersion',
    { value: current },
    'XLIFF 2.0 §5.6.5.4',
  );
}

export const changeTracking: Module = {
  prefix: 'ctr',
  namespace: 'urn:oasis:names:tc:xliff:changetracking:2.0',
  elements: {
    'ctr:changeTrack': {
      rule: 'XLIFF 2.0 §5.6.4.2',
      content: [some('ctr:revisions')],
      text: false,
      attributes: {},
      foreign: [],
    },
    'ctr:revisions': {
      rule: 'XLIFF 2.0 §5.6.4.3',
      content: [some('ctr:revision')],
      text: false,
      attributes: {
        appliesTo: { type: nmtoken, required: true, rule: 'XLIFF 2.0 §5.6.5.1' },
        ref: { type: nmtoken, rule: 'XLIFF 2.0 §5.6.5.5' },
        currentVersion: { type: nmtoken, rule: 'XLIFF 2.0 §5.6.5.4' },
      },
      foreign: 'other',
    },
    'ctr:revision': {
      rule: 'XLIFF 2.0 §5.6.4.4',
      content: [some('ctr:item')],
      text: false,
      attributes: { author: { type: anything }, datetime: { type: anything }, version: { type: nmtoken } },
      foreign: 'other',
    },
    'ctr:item': {
      rule: 'XLIFF 2.0 §5.6.4.5',
      content: [],
      text: true,
      attributes: { property: { type: anything, required: true, rule: 'XLIFF 2.0 §5.6.5.6' } },
      foreign: 'other',
    },
  },
  places: { 'ctr:changeTrack': { in: ['file', 'group', 'unit'], once: false } },
  checks: [properties],
};
