/** All rules of XLIFF 2.0, 2.1 and 2.2 as one set: the core, the modules of a version, keys and checks. */
import type { Check, Key, Reference, RuleSet } from '../../shared/rules/model.ts';
import { valueOf } from '../../shared/rules/node.ts';
import { languageTag } from '../../shared/rules/language-tag.ts';
import { anything, nmtoken } from '../../shared/rules/values.ts';
import { annotations } from './checks/annotations.ts';
import { codePoints, copies, subTypes, undeletable } from './checks/codes.ts';
import { extensionIds, modulePlaces } from './checks/extensions.ts';
import { ids } from './checks/ids.ts';
import { languages } from './checks/languages.ts';
import { pairs } from './checks/pairs.ts';
import { references } from './checks/references.ts';
import { fixed, sequences } from './checks/reordering.ts';
import { segments } from './checks/segments.ts';
import { inline } from './inline.ts';
import { changeTracking } from './modules/change-tracking.ts';
import { formatStyle } from './modules/format-style.ts';
import { glossary } from './modules/glossary.ts';
import { its, itsm } from './modules/its.ts';
import { matches } from './modules/match.ts';
import { metadata } from './modules/metadata.ts';
import type { Module } from './modules/module.ts';
import { plural } from './modules/plural.ts';
import { resourceData } from './modules/resource-data.ts';
import { sizeRestriction } from './modules/size-restriction.ts';
import { validation } from './modules/validation.ts';
import { hrefOrContent } from './requires.ts';
import { structure } from './structure.ts';
import { space } from './types.ts';

export type Version = '2.0' | '2.1' | '2.2';

const ID = '4.3.1.21';

const keys: readonly Key[] = [
  { name: 'file', scope: ['xliff'], elements: ['file'], attribute: 'id', rule: ID },
  { name: 'group', scope: ['file'], elements: ['group'], attribute: 'id', rule: ID },
  { name: 'unit', scope: ['file'], elements: ['unit'], attribute: 'id', rule: ID },
  {
    name: 'note',
    scope: ['res:resourceItem', 'unit', 'group', 'file', 'xliff'],
    elements: ['note'],
    attribute: 'id',
    rule: ID,
  },
  { name: 'data', scope: ['mtc:match', 'unit'], elements: ['data'], attribute: 'id', rule: ID },
];

const data = (elements: readonly string[], attribute: string, rule: string): Reference => ({
  key: 'data',
  elements,
  attribute,
  rule,
});

/** Sub-flows of candidates are of the unit that they once stood in. */
const subFlows = (elements: readonly string[], attribute: string, rule: string): Reference => ({
  key: 'unit',
  elements,
  attribute,
  list: true,
  outside: ['mtc:match'],
  rule,
});

const SINGLE = ['ph', 'sc', 'ec'];

const keyReferences: readonly Reference[] = [
  data(SINGLE, 'dataRef', '4.3.1.9'),
  data(['pc'], 'dataRefStart', '4.3.1.11'),
  data(['pc'], 'dataRefEnd', '4.3.1.10'),
  subFlows(SINGLE, 'subFlows', '4.3.1.32'),
  subFlows(['pc'], 'subFlowsStart', '4.3.1.34'),
  subFlows(['pc'], 'subFlowsEnd', '4.3.1.33'),
];

/** A document in the namespace of 2.2 that says it is older. */
const olderVersion: Check = {
  on: ['xliff'],
  check(node, run) {
    const value = valueOf(node, 'version');
    if (value !== '2.0' && value !== '2.1') return;
    run.report('rule-version-older', node, 'version', { value, expected: '2.2' }, '4.3.1.42');
  },
};

const checks: readonly Check[] = [
  ids,
  pairs,
  copies,
  undeletable,
  subTypes,
  codePoints,
  fixed,
  sequences,
  references,
  extensionIds,
  hrefOrContent('skeleton', '4.2.2.3'),
  ...annotations,
  ...languages,
  ...segments,
];

/** The modules of a version; what is not among them is an extension like any other. */
function modulesOf(version: Version): readonly Module[] {
  const common = [
    matches,
    glossary,
    formatStyle,
    metadata,
    resourceData(version === '2.2'),
    sizeRestriction,
    validation,
    changeTracking,
  ];
  if (version === '2.0') return common;
  return version === '2.1' ? [...common, its, itsm] : [...common, its, itsm, plural];
}

/** 2.2 moved all sections but kept their order: §4.2.2.5 of 2.1 is its §3.2.2.5. */
function cite(version: Version, rule: string): string {
  if (/^\D/.test(rule)) return rule;
  const [chapter = '', ...rest] = rule.split('.');
  if (version !== '2.2') return `XLIFF 2.1 §${rule}`;
  return `XLIFF 2.2 §${[Number(chapter) - 1, ...rest].join('.')}`;
}

/** The rules that a document of a version, in that version's core namespace, is held to. */
export function rulesOf(version: Version, namespace: string): RuleSet {
  const modules = modulesOf(version);
  const core = { ...structure(version === '2.2' ? '2.2' : '2.1'), ...inline };
  const xml = {
    'xml:lang': { type: languageTag, rule: '4.3.2.1' },
    'xml:space': { type: space, rule: '4.3.2.2' },
    'xml:id': { type: nmtoken, rule: '4.9.2' },
    'xml:base': { type: anything, rule: '' },
  };
  return {
    prefixes: new Map([[namespace, ''], ...modules.map((each) => [each.namespace, each.prefix] as const)]),
    root: 'xliff',
    elements: new Map(
      [core, ...modules.map((each) => each.elements)].flatMap((each) => Object.entries(each)),
    ),
    attributes: new Map(
      [xml, ...modules.map((each) => each.attributes ?? {})].flatMap((each) => Object.entries(each)),
    ),
    keys: [...keys, ...modules.flatMap((each) => each.keys ?? [])],
    references: keyReferences,
    checks: [
      ...checks,
      ...(version === '2.2' ? [olderVersion] : []),
      modulePlaces(modules),
      ...modules.flatMap((each) => each.checks ?? []),
    ],
    cite: (rule) => cite(version, rule),
  };
}
