/** Change tracking (2.0 §5.6; an extension since 2.1, with the same rules where it is used). */
import { some, type Check, type Run } from '../../../shared/rules/model.ts';
import { valueOf, within, type RuleNode } from '../../../shared/rules/node.ts';
import { anything, nmtoken } from '../../../shared/rules/values.ts';
import { attributeOf } from '../prefixed.ts';
import type { Module } from './module.ts';

/** What `appliesTo` and `ref` name: siblings of the change track, and what stands in them. */
function tracked(revisions: RuleNode, owner: RuleNode): readonly RuleNode[] {
  const name = valueOf(revisions, 'appliesTo')?.trim();
  return within(owner).filter(
    (each) => each.prefix !== 'ctr' && (each.name === name || each.local === name || each.written === name),
  );
}

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
  const found = tracked(revisions, owner);
  const ref = valueOf(revisions, 'ref')?.trim();
  const named = ref === undefined ? found : found.filter((each) => valueOf(each, 'id')?.trim() === ref);
  const there = within(owner).some((each) => each.prefix !== 'ctr' && valueOf(each, 'id')?.trim() === ref);
  if (ref !== undefined && !there) {
    run.report('rule-reference-unresolved', revisions, 'ref', { value: ref }, 'XLIFF 2.0 §5.6.5.5');
  }
  if (ref === undefined && found.length > 1 && found.some((each) => valueOf(each, 'id') !== undefined)) {
    run.report('rule-attribute-missing', revisions, null, { attribute: 'ref' }, 'XLIFF 2.0 §5.6.4.3');
  }
  checkVersions(revisions, run);
  for (const revision of revisions.children) checkRepeated(revision, run);
  for (const item of within(revisions)) {
    const property = item.name === 'ctr:item' ? valueOf(item, 'property') : undefined;
    if (property === undefined || property === 'content' || named.length === 0) continue;
    if (named.some((each) => attributeOf(each, property, run) !== undefined)) continue;
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
      foreign: 'any',
    },
    'ctr:revision': {
      rule: 'XLIFF 2.0 §5.6.4.4',
      content: [some('ctr:item')],
      text: false,
      attributes: { author: { type: anything }, datetime: { type: anything }, version: { type: nmtoken } },
      foreign: 'any',
    },
    'ctr:item': {
      rule: 'XLIFF 2.0 §5.6.4.5',
      content: [],
      text: true,
      attributes: { property: { type: anything, required: true, rule: 'XLIFF 2.0 §5.6.5.6' } },
      foreign: 'any',
    },
  },
  places: { 'ctr:changeTrack': { in: ['file', 'group', 'unit'], once: false } },
  checks: [properties],
};
