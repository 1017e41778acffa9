/**
 * Which TUs of a batch are there already. Equal variants in an equal context are one TU, of the later date. Of two
 * that differ in one translation at the same place (equal first variant and context, which must say something), the
 * later stands, where both are dated: an earlier export comes in without undoing what was corrected since. Nothing
 * else is merged: the same source may have two translations. What was confirmed in a segment is changed by that alone.
 */
import type { Tu } from '../../../core/memory/tu.ts';
import type { StoredTu } from '../../memory-store.ts';
import { identityOf, identityOfTuv, placeOf } from './kept-tu.ts';

/** A TU with its identity and its place (kept-tu.ts). */
export interface IdentifiedTu {
  readonly tu: Tu;
  readonly identity: string;
  readonly place: string | null;
}

interface Standing {
  readonly id: number | null;
  readonly ofSegment: boolean;
  tu: Tu;
  identity: string;
  change: 'none' | 'data' | 'variants';
}

export interface Merged {
  readonly added: readonly Tu[];
  /** Those that are there and have new data, or new variants too. */
  readonly changed: readonly { readonly id: number; readonly tu: Tu; readonly what: 'data' | 'variants' }[];
  readonly merged: number;
}

/** `there`: at least those with the identity or the place of one of the batch. */
export function mergeBatch(there: readonly StoredTu[], batch: readonly IdentifiedTu[]): Merged {
  const all: Standing[] = [];
  const same = new Map<string, Standing>();
  const places = new Map<string, Standing>();
  const name = (standing: Standing, place: string | null): void => {
    same.set(standing.identity, standing);
    if (place !== null) places.set(place, standing);
  };
  for (const tu of there) {
    const standing: Standing = {
      ...{ id: tu.id, ofSegment: tu.segment !== null, tu, identity: identityOf(tu), change: 'none' },
    };
    all.push(standing);
    name(standing, placeOf(tu));
  }
  let merged = 0;
  for (const { tu, identity, place } of batch) {
    const equal = same.get(identity);
    const standing = equal ?? corrected(places.get(place ?? ''), tu);
    if (standing === undefined) {
      const added: Standing = { id: null, ofSegment: false, tu, identity, change: 'none' };
      all.push(added);
      name(added, place);
      continue;
    }
    merged += 1;
    if ((tu.changedAt ?? -Infinity) <= (standing.tu.changedAt ?? -Infinity)) continue;
    const differs = JSON.stringify(tu.variants) !== JSON.stringify(standing.tu.variants);
    if (differs || standing.change === 'variants') standing.change = 'variants';
    else standing.change = 'data';
    if (equal === undefined) same.delete(standing.identity);
    standing.tu = tu;
    standing.identity = identity;
    name(standing, place);
  }
  return {
    added: all.flatMap(({ id, tu }) => (id === null ? tu : [])),
    changed: all.flatMap(({ id, tu, change }) =>
      id === null || change === 'none' ? [] : { id, tu, what: change },
    ),
    merged,
  };
}

/** The one at the same place, where one of the two corrects the other. */
function corrected(standing: Standing | undefined, tu: Tu): Standing | undefined {
  if (standing === undefined) return undefined;
  const [was, is] = [standing.tu.changedAt, tu.changedAt];
  if (was === null || is === null || was === is || (is > was && standing.ofSegment)) return undefined;
  const texts = new Set(standing.tu.variants.map((variant) => identityOfTuv(variant).join('\u001F')));
  const differing = tu.variants.filter((variant) => !texts.has(identityOfTuv(variant).join('\u001F')));
  return differing.length === 1 ? standing : undefined;
}
