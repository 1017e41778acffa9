/** Segments of a unit: their number, states and order (2.1 §4.2.2.5, §4.3.1.24, §4.3.1.31). */
import type { Check } from '../../../shared/rules/model.ts';
import { valueOf, type RuleNode } from '../../../shared/rules/node.ts';
import { requires } from '../requires.ts';
import { partsOf } from './parts.ts';

const oneSegment: Check = {
  on: ['unit'],
  check(unit, run) {
    if (unit.children.some((child) => child.name === 'segment')) return;
    run.report('rule-element-missing', unit, null, { expected: 'segment' }, '4.2.2.5');
  },
};

const FURTHER = ['translated', 'reviewed', 'final'];

/** A state further than the first says that there is a translation. */
const translatedState: Check = {
  on: ['segment'],
  check(segment, run) {
    const state = valueOf(segment, 'state') ?? 'initial';
    if (!FURTHER.includes(state) || segment.children.some((child) => child.name === 'target')) return;
    run.report('rule-state-without-target', segment, 'state', { value: state }, '4.3.1.31');
  },
};

const order: Check = {
  on: ['unit'],
  check(unit, run) {
    const parts = partsOf(unit);
    if (!parts.some(({ target }) => target !== null && valueOf(target, 'order') !== undefined)) return;
    const taken = new Map<number, RuleNode>();
    parts.forEach(({ target }, index) => {
      if (target === null) return;
      const written = valueOf(target, 'order');
      const value = written === undefined ? index + 1 : Number(written);
      const attribute = written === undefined ? null : 'order';
      if (taken.has(value)) run.report('rule-order-repeated', target, attribute, { value }, '4.3.1.24');
      else if (value > parts.length) {
        const values = { value: written ?? '', expected: `1–${parts.length}` };
        run.report('rule-attribute-value', target, attribute, values, '4.3.1.24');
      }
      taken.set(value, target);
    });
  },
};

export const segments: readonly Check[] = [
  oneSegment,
  translatedState,
  order,
  requires('segment', 'subState', 'state', '4.3.1.35'),
];
