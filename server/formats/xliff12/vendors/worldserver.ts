/** WorldServer: `iws:status` in the unit's `iws:segment-metadata`; a segment is finished or it is not. */
import type { State } from '../../../core/document/state.ts';
import { attributeOf, elementsOf, type XmlElement } from '../../shared/xml/element.ts';
import { isTrue } from '../../shared/xliff/locks.ts';
import type { Vendor } from './vendor.ts';

const NAMESPACE = 'http://www.idiominc.com/ws/asset';

const NONE: readonly XmlElement[] = [];

function statuses(unit: XmlElement): readonly XmlElement[] {
  let found: XmlElement[] | null = null;
  for (const child of unit.children) {
    if (child.kind === 'text' || child.local !== 'segment-metadata' || child.namespace !== NAMESPACE)
      continue;
    found ??= [];
    for (const each of elementsOf(child)) if (each.local === 'status') found.push(each);
  }
  return found ?? NONE;
}

export const worldserver: Vendor = {
  id: 'iws',
  namespace: NAMESPACE,
  attribute: { local: 'translation_status', qualified: false },
  vocabulary: {
    read: (status): State => (status === 'finished' ? 'translated' : 'initial'),
    agrees: (status, state) => (status === 'finished') === (state !== 'initial'),
    write: (state) => (state === 'initial' ? 'pending' : 'finished'),
  },
  flagged: (unit) =>
    statuses(unit).filter((status) => attributeOf(status, 'translation_status') !== undefined),
  locks: (unit) => statuses(unit).some((status) => isTrue(attributeOf(status, 'lock_status'))),
};
