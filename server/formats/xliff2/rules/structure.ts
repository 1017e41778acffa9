/** The structural elements of the core: what may stand in them, in which order (2.1 §4.2.2). */
import { languageTag } from '../../shared/rules/language-tag.ts';
import { anyOf, FOREIGN, one, optional, some, type ElementModel } from '../../shared/rules/model.ts';
import {
  anything,
  nmtoken,
  oneOf,
  positiveInteger,
  uri,
  wholeNumber,
  type ValueType,
} from '../../shared/rules/values.ts';
import { INLINE } from './inline.ts';
import { direction, space, state, subState, unreserved, yesNo } from './types.ts';

export type Version = '2.1' | '2.2';

const id = { type: nmtoken, rule: '4.3.1.21' };
const spaces = { 'xml:space': { type: space, rule: '4.3.2.2' } };
const language = { 'xml:lang': { type: languageTag, rule: '4.3.2.1' } };
const NONE: readonly string[] = [];

/** What file, group and unit share. */
const inherited = {
  canResegment: { type: yesNo, rule: '4.3.1.6' },
  translate: { type: yesNo, rule: '4.3.1.38' },
  srcDir: { type: direction, rule: '4.3.1.28' },
  trgDir: { type: direction, rule: '4.3.1.39' },
  ...spaces,
};

/** By version: 2.2 added notes and metadata of the whole document, notes that refer, and plural cases. */
export function structure(version: Version): Readonly<Record<string, ElementModel>> {
  const late = version === '2.2';
  const versions: ValueType = late ? oneOf('2.0', '2.1', '2.2') : oneOf('2.0', '2.1');
  return {
    xliff: {
      rule: '4.2.2.1',
      content: late ? [optional('notes'), optional('mda:metadata'), some('file')] : [some('file')],
      text: false,
      attributes: {
        version: { type: versions, required: true, rule: '4.3.1.42' },
        srcLang: { type: languageTag, required: true, rule: '4.3.1.29' },
        trgLang: { type: languageTag, rule: '4.3.1.37' },
        ...spaces,
      },
      foreign: 'other',
    },
    ...containers,
    ...parts(late),
    ...notes(late),
  };
}

/** Of a group and of a unit. */
const named: Omit<ElementModel, 'rule' | 'content'> = {
  text: false,
  attributes: {
    id: { ...id, required: true },
    name: { type: anything },
    type: { type: unreserved, rule: '4.3.1.40' },
    ...inherited,
  },
  foreign: 'other',
  released: true,
};

const containers: Readonly<Record<string, ElementModel>> = {
  file: {
    rule: '4.2.2.2',
    content: [optional('skeleton'), FOREIGN, optional('notes'), some('unit', 'group')],
    text: false,
    attributes: { id: { ...id, required: true }, original: { type: anything }, ...inherited },
    foreign: 'other',
    released: true,
  },
  skeleton: {
    rule: '4.2.2.3',
    content: [FOREIGN],
    text: true,
    attributes: { href: { type: anything } },
    foreign: NONE,
  },
  group: {
    rule: '4.2.2.4',
    content: [FOREIGN, optional('notes'), anyOf('unit', 'group')],
    ...named,
  },
  unit: {
    rule: '4.2.2.5',
    content: [FOREIGN, optional('notes'), optional('originalData'), anyOf('segment', 'ignorable')],
    ...named,
  },
};

function parts(late: boolean): Readonly<Record<string, ElementModel>> {
  const pair = [one('source'), optional('target')];
  return {
    segment: {
      rule: '4.2.2.6',
      content: pair,
      text: false,
      attributes: {
        id,
        canResegment: { type: yesNo, rule: '4.3.1.6' },
        state: { type: state, rule: '4.3.1.31' },
        subState: { type: subState, rule: '4.3.1.35' },
      },
      foreign: late ? ['pgs'] : NONE,
    },
    ignorable: { rule: '4.2.2.7', content: pair, text: false, attributes: { id }, foreign: NONE },
    source: {
      rule: '4.2.2.12',
      content: [anyOf(...INLINE)],
      text: true,
      attributes: { ...language, ...spaces },
      foreign: NONE,
    },
    target: {
      rule: '4.2.2.13',
      content: [anyOf(...INLINE)],
      text: true,
      attributes: { ...language, ...spaces, order: { type: positiveInteger, rule: '4.3.1.24' } },
      foreign: NONE,
    },
    originalData: { rule: '4.2.2.10', content: [some('data')], text: false, attributes: {}, foreign: NONE },
    data: {
      rule: '4.2.2.11',
      content: [anyOf('cp')],
      text: true,
      attributes: {
        id: { ...id, required: true },
        dir: { type: direction, rule: '4.3.1.12' },
        'xml:space': { type: oneOf('preserve'), rule: '4.2.2.11' },
      },
      foreign: NONE,
    },
  };
}

function notes(late: boolean): Readonly<Record<string, ElementModel>> {
  return {
    notes: { rule: '4.2.2.8', content: [some('note')], text: false, attributes: {}, foreign: NONE },
    note: {
      rule: '4.2.2.9',
      content: [],
      text: true,
      attributes: {
        id,
        appliesTo: { type: oneOf('source', 'target'), rule: '4.3.1.1' },
        category: { type: anything },
        priority: { type: wholeNumber(1, 10), rule: '4.3.1.26' },
        ...(late ? { ref: { type: uri, rule: '4.3.1.27' } } : {}),
      },
      foreign: 'other',
    },
  };
}
