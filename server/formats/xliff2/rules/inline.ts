/** The inline elements of the core (2.1 §4.2.3). */
import { anyOf, type AttributeModel, type ElementModel } from '../../shared/rules/model.ts';
import { anything, hexBinary, nmtoken, nmtokens, uri } from '../../shared/rules/values.ts';
import { annotationType, codeType, direction, reorder, subType, yesNo } from './types.ts';

export const CODES = ['ph', 'pc', 'sc', 'ec'] as const;
export const INLINE = ['cp', ...CODES, 'mrk', 'sm', 'em'] as const;

const id = { type: nmtoken, required: true, rule: '4.3.1.21' } as const;
const dir = { type: direction, rule: '4.3.1.12' };
const overlap = { type: yesNo, rule: '4.3.1.4' };

/** What all codes have. */
const hints: Readonly<Record<string, AttributeModel>> = {
  canCopy: { type: yesNo, rule: '4.3.1.2' },
  canDelete: { type: yesNo, rule: '4.3.1.3' },
  canReorder: { type: reorder, rule: '4.3.1.5' },
  copyOf: { type: nmtoken, rule: '4.3.1.8' },
  type: { type: codeType, rule: '4.3.1.40' },
  subType: { type: subType, rule: '4.3.1.36' },
};

/** What ph, sc and ec have once, and pc for both of its ends. */
const single: Readonly<Record<string, AttributeModel>> = {
  disp: { type: anything },
  equiv: { type: anything },
  dataRef: { type: nmtoken, rule: '4.3.1.9' },
  subFlows: { type: nmtokens, rule: '4.3.1.32' },
};

const double: Readonly<Record<string, AttributeModel>> = {
  dispStart: { type: anything },
  dispEnd: { type: anything },
  equivStart: { type: anything },
  equivEnd: { type: anything },
  dataRefStart: { type: nmtoken, rule: '4.3.1.11' },
  dataRefEnd: { type: nmtoken, rule: '4.3.1.10' },
  subFlowsStart: { type: nmtokens, rule: '4.3.1.34' },
  subFlowsEnd: { type: nmtokens, rule: '4.3.1.33' },
};

const annotation: Readonly<Record<string, AttributeModel>> = {
  id,
  translate: { type: yesNo, rule: '4.3.1.38' },
  type: { type: annotationType, rule: '4.3.1.40' },
  ref: { type: uri, rule: '4.3.1.27' },
  value: { type: anything },
};

/** No attributes but these modules' may be added to codes. */
const MODULES = ['fs', 'slr'];

const empty = { content: [], text: false } as const;
const spanning = { content: [anyOf(...INLINE)], text: true } as const;
const isolated = { type: yesNo, rule: '4.3.1.22' };

export const inline: Readonly<Record<string, ElementModel>> = {
  cp: {
    rule: '4.2.3.1',
    ...empty,
    attributes: { hex: { type: hexBinary, required: true, rule: '4.3.1.19' } },
    foreign: [],
  },
  ph: { rule: '4.2.3.2', ...empty, attributes: { id, ...hints, ...single }, foreign: MODULES },
  pc: {
    rule: '4.2.3.3',
    ...spanning,
    attributes: { id, ...hints, ...double, dir, canOverlap: overlap },
    foreign: MODULES,
  },
  sc: {
    rule: '4.2.3.4',
    ...empty,
    attributes: { id, ...hints, ...single, dir, isolated, canOverlap: overlap },
    foreign: MODULES,
  },
  ec: {
    rule: '4.2.3.5',
    ...empty,
    attributes: {
      id: { type: nmtoken, rule: '4.3.1.21' },
      startRef: { type: nmtoken, rule: '4.3.1.30' },
      ...hints,
      ...single,
      dir,
      isolated,
      canOverlap: overlap,
    },
    foreign: MODULES,
  },
  mrk: { rule: '4.2.3.6', ...spanning, attributes: annotation, foreign: 'other' },
  sm: { rule: '4.2.3.7', ...empty, attributes: annotation, foreign: 'other' },
  em: {
    rule: '4.2.3.8',
    ...empty,
    attributes: { startRef: { type: nmtoken, required: true, rule: '4.3.1.30' } },
    foreign: [],
  },
};
