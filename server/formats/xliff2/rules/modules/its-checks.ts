/** Rules of ITS in XLIFF (2.1 §5.8) that tables cannot say: what goes together, and what refers to what. */
import type { Check, Run } from '../../../shared/rules/model.ts';
import { upwards, valueOf, within, type RuleNode } from '../../../shared/rules/node.ts';
import type { XmlAttribute } from '../../../shared/xml/scanner.ts';
import { perNode } from '../per-node.ts';
import { attributeOf } from '../prefixed.ts';

const CORE = ['xliff', 'file', 'group', 'unit', 'mrk', 'sm', 'mtc:match'];
const ITS = ['its:locQualityIssues', 'its:locQualityIssue', 'its:provenanceRecords', 'its:provenanceRecord'];

const CATEGORIES = new Set(
  (
    'allowed-characters directionality domain elements-within-text external-resource id-value ' +
    'language-information locale-filter localization-note localization-quality-issue ' +
    'localization-quality-rating mt-confidence preserve-space provenance storage-size target-pointer ' +
    'terminology text-analysis translate'
  ).split(' '),
);

const PROVENANCE =
  'org orgRef person personRef revOrg revOrgRef revPerson revPersonRef revTool revToolRef tool toolRef'
    .split(' ')
    .map((name) => `its:${name}`);

/** Attribute, and what may not stand beside it. */
const EXCLUSIONS: readonly (readonly [string, readonly string[]])[] = [
  [
    'its:locQualityIssuesRef',
    ['Type', 'Comment', 'Severity', 'ProfileRef', 'Enabled'].map((name) => `its:locQualityIssue${name}`),
  ],
  ['its:provenanceRecordsRef', PROVENANCE],
  ['its:taIdentRef', ['its:taSource', 'its:taIdent']],
  ['its:locQualityRatingVote', ['its:locQualityRatingScore']],
];

/** Attribute, what it needs on the same element or above, and whether above counts. */
const NEEDS: readonly (readonly [string, string, 'here' | 'inherited'])[] = [
  ['its:taSource', 'its:taIdent', 'here'],
  ['its:taIdent', 'its:taSource', 'here'],
  ['its:locQualityRatingScoreThreshold', 'its:locQualityRatingScore', 'inherited'],
  ['its:locQualityRatingVoteThreshold', 'its:locQualityRatingVote', 'inherited'],
];

/** A confidence says nothing without the tool that gave it. */
const TOOLS: readonly (readonly [string, string])[] = [
  ['its:mtConfidence', 'mt-confidence'],
  ['its:taConfidence', 'text-analysis'],
  ['its:termConfidence', 'terminology'],
];

function inScope(node: RuleNode, name: string, run: Run): XmlAttribute | undefined {
  for (const each of upwards(node)) {
    const found = attributeOf(each, name, run);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isIts = (attribute: XmlAttribute, run: Run): boolean =>
  attribute.namespace !== null && ['its', 'itsm'].includes(run.rules.prefixes.get(attribute.namespace) ?? '');

/** `its:version` somewhere at or above whatever is of ITS. */
const version: Check = {
  on: [...CORE, ...ITS],
  check(node, run) {
    const used = node.attributes.find((each) => isIts(each, run) && each.local !== 'version');
    if (used === undefined && node.prefix !== 'its') return;
    for (const each of upwards(node)) {
      if (attributeOf(each, 'its:version', run) !== undefined) return;
      if (each.prefix === 'its' && valueOf(each, 'version') !== undefined) return;
    }
    run.report('rule-attribute-missing', node, null, { attribute: 'its:version' }, '5.8.2');
  },
};

const together: Check = {
  on: CORE,
  check(node, run) {
    for (const [name, others] of EXCLUSIONS) {
      const attribute = attributeOf(node, name, run);
      const other = attribute && others.map((each) => attributeOf(node, each, run)).find(Boolean);
      if (attribute === undefined || other === undefined) continue;
      run.report('rule-attribute-excludes', node, attribute.name, { other: other.name }, '5.8.9');
    }
    for (const [name, other, where] of NEEDS) {
      const attribute = attributeOf(node, name, run);
      const found = where === 'here' ? attributeOf(node, other, run) : inScope(node, other, run);
      if (attribute === undefined || found !== undefined) continue;
      run.report('rule-attribute-needs', node, attribute.name, { expected: other }, '5.8.9');
    }
    for (const [name, category] of TOOLS) {
      const attribute = attributeOf(node, name, run);
      if (attribute === undefined || annotated(node, category, run)) continue;
      const expected = `its:annotatorsRef="${category}|…"`;
      run.report('rule-attribute-needs', node, attribute.name, { expected }, '5.8.9');
    }
  },
};

function annotated(node: RuleNode, category: string, run: Run): boolean {
  for (const each of upwards(node)) {
    const tools = attributeOf(each, 'its:annotatorsRef', run)?.value ?? '';
    if (tools.split(/\s+/).some((tool) => tool.startsWith(`${category}|`))) return true;
  }
  return false;
}

/** `category|IRI` for each category once, parted by spaces. */
const annotators: Check = {
  on: CORE,
  check(node, run) {
    const attribute = attributeOf(node, 'its:annotatorsRef', run);
    if (attribute === undefined) return;
    const categories = attribute.value
      .trim()
      .split(/\s+/)
      .map((tool) => /^([^|]+)\|[^|]+$/.exec(tool)?.[1] ?? '');
    const wrong =
      categories.length > CATEGORIES.size ||
      categories.some((each, index) => !CATEGORIES.has(each) || categories.indexOf(each) !== index);
    if (!wrong) return;
    const values = { value: attribute.value, expected: 'category|IRI' };
    run.report('rule-attribute-value', node, attribute.name, values, '5.8.9');
  },
};

/** An annotation that is there for ITS alone is of the type `its:generic`; a term's confidence is of a term. */
const annotationType: Check = {
  on: ['mrk', 'sm'],
  check(node, run) {
    const type = valueOf(node, 'type');
    if (type === undefined || !type.startsWith('its:')) return;
    if (type === 'its:generic' || type === 'its:term-no') return;
    const values = { value: type, expected: 'its:generic, its:term-no' };
    run.report('rule-attribute-value', node, 'type', values, '5.8.3');
  },
};

/** References of the form `#its=id`: to issues in the same unit, to provenance there or in a group or file around. */
const references: Check = {
  on: ['file', 'group', 'unit'],
  check(owner, run) {
    const nodes = owner.name === 'unit' ? [owner, ...within(owner)] : [owner];
    for (const node of nodes) {
      for (const name of ['locQualityIssues', 'provenanceRecords']) {
        const attribute = attributeOf(node, `its:${name}Ref`, run);
        if (attribute === undefined || !attribute.value.startsWith('#')) continue;
        const id = /^#(?:.*\/)?its=([^/=]+)$/.exec(attribute.value)?.[1];
        if (id !== undefined && hasRecords(owner, `its:${name}`, id)) continue;
        run.report('rule-reference-unresolved', node, attribute.name, { value: attribute.value }, '5.8.9');
      }
    }
  },
};

/** Records that stand in an element, by name and id. */
const recordsIn = perNode(
  (node) =>
    new Set(
      node.children
        .filter((child) => child.prefix === 'its')
        .map((child) => {
          const id = child.attributes.find((attribute) => attribute.name === 'xml:id')?.value.trim();
          return `${child.name}=${id ?? ''}`;
        }),
    ),
);

function hasRecords(owner: RuleNode, element: string, id: string): boolean {
  return upwards(owner).some((each) => recordsIn(each).has(`${element}=${id}`));
}

/** A record that says nothing. */
const empty: Check = {
  on: ['its:locQualityIssue', 'its:provenanceRecord'],
  check(node, run) {
    const issue = node.local === 'locQualityIssue';
    const names = issue
      ? ['locQualityIssueType', 'locQualityIssueComment']
      : PROVENANCE.map((name) => name.slice(4));
    if (names.some((name) => valueOf(node, name) !== undefined || attributeOf(node, `its:${name}`, run)))
      return;
    run.report('rule-attribute-missing', node, null, { attribute: names.join(', ') }, '5.8.8');
  },
};

export const itsChecks: readonly Check[] = [version, together, annotators, annotationType, references, empty];
