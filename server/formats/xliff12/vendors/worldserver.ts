/** WorldServer: `iws:status` in the unit's `iws:segment-metadata`; a segment is finished or it is not. */
import type { State } from '../../../core/document/state.ts';
import { attributeOf, elementsOf, type XmlElement } from '../../shared/xml/element.ts';
import { isTrue } from '../../shared/xliff/locks.ts';
import type { Vendor } from './vendor.ts';

const NAMESPACE = 'http://www.idiominc.com/ws/asset';

function statuses(unit: XmlElement): readonly XmlElement[] {
  return elementsOf(unit)
    .filter((child) => child.namespace === NAMESPACE && child.local === 'segment-metadata')
    .flatMap(elementsOf)
    .filter((child) => child.local === 'status');
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
