/**
 * Phrase (Memsource): `m:confirmed` of the unit is the workflow step up to which it is confirmed, 0 for none. The
 * root says which step the job is (`m:level`); a segment is confirmed in it from that number on, and no further.
 */
import { STATES, type State } from '../../../core/document/state.ts';
import { attributeIn } from '../../shared/xml/element.ts';
import type { Root, Vendor } from './vendor.ts';

const NAMESPACE = 'http://www.memsource.com/mxlf/2.0';

function stepOf(confirmed: string | undefined): number {
  const step = Number(confirmed ?? '');
  return Number.isInteger(step) && step > 0 ? Math.min(step, STATES.length - 1) : 0;
}

function lastStep(root: Root | null): number {
  const level = root === null ? NaN : Number(attributeIn(root, NAMESPACE, 'level') ?? '1');
  return Number.isInteger(level) && level > 0 ? level : STATES.length;
}

export const phrase: Vendor = {
  id: 'phrase',
  namespace: NAMESPACE,
  attribute: { local: 'confirmed', qualified: true },
  vocabulary: {
    read: (confirmed): State => STATES[stepOf(confirmed)] ?? 'initial',
    agrees: (confirmed, state) => {
      const step = stepOf(confirmed);
      return step === 0 ? state === 'initial' : STATES.indexOf(state) >= step;
    },
    write: (state, root) => String(Math.min(STATES.indexOf(state), lastStep(root))),
  },
  flagged: (unit) => (attributeIn(unit, NAMESPACE, 'confirmed') === undefined ? [] : [unit]),
};
