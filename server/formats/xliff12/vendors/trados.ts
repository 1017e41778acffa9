/** Trados Studio: `sdl:seg` elements in the unit's `sdl:seg-defs`, by the mid of the segment's mrk. */
import type { State } from '../../../core/document/state.ts';
import { attributeOf, elementsOf, type XmlElement } from '../../shared/xml/element.ts';
import { isTrue } from '../../shared/xliff/locks.ts';
import { wordForEach, type Vendor } from './vendor.ts';

const NAMESPACE = 'http://sdl.com/FileTypes/SdlXliff/1.0';

/** A rejected translation is open again; a rejected sign-off takes back the last step only. */
function read(conf: string | undefined): State {
  if (conf === 'ApprovedSignOff') return 'final';
  if (conf === 'ApprovedTranslation') return 'reviewed';
  return conf === 'Translated' || conf === 'RejectedSignOff' ? 'translated' : 'initial';
}

/** Of each unit asked about, so that a unit of many segments is not gone through for each of them. */
const known = new WeakMap<XmlElement, ReadonlyMap<string, readonly XmlElement[]>>();

function definitions(unit: XmlElement, mid: string | null): readonly XmlElement[] {
  const byId = known.get(unit) ?? definitionsById(unit);
  if (byId === null) return NONE;
  known.set(unit, byId);
  return mid === null ? [...byId.values()].flat() : (byId.get(spaced(mid)) ?? NONE);
}

const NONE: readonly XmlElement[] = [];

/** null where the unit has no definitions; the units of most files have none. */
function definitionsById(unit: XmlElement): ReadonlyMap<string, readonly XmlElement[]> | null {
  let byId: Map<string, XmlElement[]> | null = null;
  for (const child of unit.children) {
    if (child.kind === 'text' || child.local !== 'seg-defs' || child.namespace !== NAMESPACE) continue;
    byId ??= new Map<string, XmlElement[]>();
    for (const segment of elementsOf(child)) {
      if (segment.local !== 'seg') continue;
      const id = spaced(attributeOf(segment, 'id') ?? '');
      const same = byId.get(id);
      if (same === undefined) byId.set(id, [segment]);
      else same.push(segment);
    }
  }
  return byId;
}

/** A segment that was split is `5 a`, which a mid cannot hold as it is. */
function spaced(id: string): string {
  return id.replaceAll('_x0020_', ' ');
}

export const trados: Vendor = {
  id: 'sdl',
  namespace: NAMESPACE,
  attribute: { local: 'conf', qualified: false },
  vocabulary: wordForEach(
    {
      initial: 'Draft',
      translated: 'Translated',
      reviewed: 'ApprovedTranslation',
      final: 'ApprovedSignOff',
    },
    read,
  ),
  flagged: definitions,
  locks: (unit, mid) => definitions(unit, mid).some((segment) => isTrue(attributeOf(segment, 'locked'))),
};
