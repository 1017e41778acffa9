/** ITS 2.0 metadata (2.1 §5.8): the W3C's attributes and elements, and two attributes of XLIFF's own. */
import { some, type AttributeModel, type GlobalAttribute } from '../../../shared/rules/model.ts';
import {
  anything,
  decimal,
  integer,
  nmtoken,
  oneOf,
  uri,
  type ValueType,
} from '../../../shared/rules/values.ts';
import { languageTag } from '../../../shared/rules/language-tag.ts';
import { yesNo } from '../types.ts';
import { itsChecks } from './its-checks.ts';
import type { Module } from './module.ts';

const issueType = oneOf(
  ...(
    'terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register ' +
    'locale-specific-content locale-violation style characters misspelling typographical formatting ' +
    'inconsistent-entities numbers markup pattern-problem whitespace internationalization length ' +
    'non-conformance uncategorized other'
  ).split(' '),
);

const score = decimal(0, 100);
/** xs:double from 0 to 1. */
const confidence: ValueType = {
  expected: '0–1',
  accepts: (value) => {
    const number = Number(value.trim());
    return /^ *[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)? *$/.test(value) && number >= 0 && number <= 1;
  },
};

const PROVENANCE = 'org person revOrg revPerson revTool tool'.split(' ');

const TYPES: Readonly<Record<string, ValueType>> = {
  version: oneOf('2.0'),
  allowedCharacters: anything,
  annotatorsRef: anything,
  localeFilterList: anything,
  localeFilterType: oneOf('include', 'exclude'),
  locQualityIssueComment: anything,
  locQualityIssueEnabled: yesNo,
  locQualityIssueProfileRef: uri,
  locQualityIssuesRef: uri,
  locQualityIssueSeverity: score,
  locQualityIssueType: issueType,
  locQualityRatingProfileRef: uri,
  locQualityRatingScore: score,
  locQualityRatingScoreThreshold: score,
  locQualityRatingVote: integer,
  locQualityRatingVoteThreshold: integer,
  mtConfidence: confidence,
  provenanceRecordsRef: uri,
  taClassRef: uri,
  taConfidence: confidence,
  taIdent: anything,
  taIdentRef: uri,
  taSource: anything,
  termConfidence: confidence,
  ...Object.fromEntries(PROVENANCE.map((name) => [name, anything])),
  ...Object.fromEntries(PROVENANCE.map((name) => [`${name}Ref`, uri])),
};

const RULE = '5.8.9';

const attributes: Readonly<Record<string, GlobalAttribute>> = Object.fromEntries(
  Object.entries(TYPES).map(([name, type]) => [`its:${name}`, { type, rule: RULE }]),
);

/** On ITS elements the same attributes stand without a prefix. */
function local(names: readonly string[]): Readonly<Record<string, AttributeModel>> {
  return Object.fromEntries(names.map((name) => [name, { type: TYPES[name] ?? anything, rule: RULE }]));
}

const records = {
  text: false,
  attributes: {
    'xml:id': { type: nmtoken, required: true, rule: RULE },
    ...local(['version']),
  },
  foreign: ['its'],
} as const;

export const its: Module = {
  prefix: 'its',
  namespace: 'http://www.w3.org/2005/11/its',
  elements: {
    'its:locQualityIssues': { rule: '5.8.8.3', content: [some('its:locQualityIssue')], ...records },
    'its:locQualityIssue': {
      rule: '5.8.8.2',
      content: [],
      text: false,
      attributes: local([
        'version',
        'locQualityIssueType',
        'locQualityIssueComment',
        'locQualityIssueSeverity',
        'locQualityIssueProfileRef',
        'locQualityIssueEnabled',
      ]),
      foreign: ['its'],
    },
    'its:provenanceRecords': { rule: '5.8.8.5', content: [some('its:provenanceRecord')], ...records },
    'its:provenanceRecord': {
      rule: '5.8.8.4',
      content: [],
      text: false,
      attributes: local(['version', ...PROVENANCE, ...PROVENANCE.map((name) => `${name}Ref`)]),
      foreign: ['its'],
    },
  },
  attributes,
  places: {
    'its:locQualityIssues': { in: ['unit'], once: false },
    'its:provenanceRecords': { in: ['file', 'group', 'unit'], once: false },
  },
  keys: [
    {
      name: 'its',
      scope: ['unit', 'group', 'file'],
      elements: ['its:locQualityIssues', 'its:provenanceRecords'],
      attribute: 'xml:id',
      rule: '5.8.9',
    },
  ],
  checks: itsChecks,
};

/** Two attributes that ITS has in another form. */
export const itsm: Module = {
  prefix: 'itsm',
  namespace: 'urn:oasis:names:tc:xliff:itsm:2.1',
  elements: {},
  attributes: {
    'itsm:domains': { type: anything, rule: '5.8.9' },
    'itsm:lang': { type: languageTag, rule: '5.8.9' },
  },
};
