/**
 * Which units of two documents are the same, whatever another tool did to ids and order. First those of one id and
 * one source; between them, those of one source in one order (renamed, or cut into other units); then sources
 * that stand once on each side (moved and renamed); then those of one id alone (the source was changed).
 * Invariant: every unit of either side is in exactly one group.
 */
import type { Unit } from '../unit.ts';
import { risingSubsequence } from './in-order.ts';
import { unitKey } from './source-key.ts';

/** One of each, as a rule; a lost unit has nobody in `theirs`, an unknown one nobody in `ours`. */
export interface UnitGroup {
  readonly ours: readonly Unit[];
  readonly theirs: readonly Unit[];
}

/** Groups in the order of ours; what only they have comes last. */
export function alignUnits(ours: readonly Unit[], theirs: readonly Unit[]): readonly UnitGroup[] {
  return new Aligner(ours, theirs).groups();
}

/** Units that are passed over in search of where a unit was cut into several. */
const LOOK_AHEAD = 8;

class Aligner {
  readonly #ours: readonly Unit[];
  readonly #theirs: readonly Unit[];
  readonly #keys = new Map<Unit, string>();
  /** By the first of ours. */
  readonly #found = new Map<Unit, UnitGroup>();
  readonly #taken = new Set<Unit>();

  constructor(ours: readonly Unit[], theirs: readonly Unit[]) {
    this.#ours = ours;
    this.#theirs = theirs;
  }

  groups(): readonly UnitGroup[] {
    this.#byId((our, their) => this.#key(our) === this.#key(their));
    for (const [ours, theirs] of this.#gaps()) this.#alongside(ours, theirs);
    this.#bySingleSource();
    this.#byId(() => true);
    const groups: UnitGroup[] = [];
    for (const unit of this.#ours) {
      const group = this.#found.get(unit);
      if (group !== undefined) groups.push(group);
      else if (!this.#taken.has(unit)) groups.push({ ours: [unit], theirs: [] });
    }
    const unknown = this.#theirs.filter((unit) => !this.#taken.has(unit));
    return [...groups, ...unknown.map((unit) => ({ ours: [], theirs: [unit] }))];
  }

  #key(unit: Unit): string {
    const known = this.#keys.get(unit);
    if (known !== undefined) return known;
    const key = unitKey(unit);
    this.#keys.set(unit, key);
    return key;
  }

  #join(ours: readonly Unit[], theirs: readonly Unit[]): void {
    const [first] = ours;
    if (first !== undefined) this.#found.set(first, { ours, theirs });
    for (const unit of [...ours, ...theirs]) this.#taken.add(unit);
  }

  #byId(agree: (our: Unit, their: Unit) => boolean): void {
    const free = new Map(
      this.#theirs.filter((unit) => !this.#taken.has(unit)).map((unit) => [unit.id, unit]),
    );
    for (const unit of this.#ours) {
      const their = this.#taken.has(unit) ? undefined : free.get(unit.id);
      if (their !== undefined && agree(unit, their)) this.#join([unit], [their]);
    }
  }

  /** What is left on both sides between two pairs that stand in one order. */
  #gaps(): readonly (readonly [readonly Unit[], readonly Unit[]])[] {
    const place = new Map(this.#theirs.map((unit, index) => [unit, index]));
    const pairs = this.#ours.flatMap((unit, index) => {
      const their = this.#found.get(unit)?.theirs[0];
      return their === undefined ? [] : [{ our: index, their: place.get(their) ?? 0 }];
    });
    const rising = risingSubsequence(pairs.map((pair) => pair.their));
    const anchors = pairs.filter((_, index) => rising.has(index));
    const end = { our: this.#ours.length, their: this.#theirs.length };
    let before = { our: -1, their: -1 };
    return [...anchors, end].map((anchor) => {
      const free = (units: readonly Unit[], from: number, to: number): readonly Unit[] =>
        units.slice(from + 1, to).filter((unit) => !this.#taken.has(unit));
      const gap = [
        free(this.#ours, before.our, anchor.our),
        free(this.#theirs, before.their, anchor.their),
      ] as const;
      before = anchor;
      return gap;
    });
  }

  /** Goes along both sides at once; where they part, on to the nearest place at which they meet again. */
  #alongside(ours: readonly Unit[], theirs: readonly Unit[]): void {
    const [ourPlaces, theirPlaces] = [this.#places(ours), this.#places(theirs)];
    let [i, j] = [0, 0];
    for (;;) {
      const [our, their] = [ours[i], theirs[j]];
      if (our === undefined || their === undefined) return;
      const joined = this.#joinFrom(ours, i, theirs, j);
      if (joined !== null) {
        this.#join(ours.slice(i, joined.ours), theirs.slice(j, joined.theirs));
        [i, j] = [joined.ours, joined.theirs];
        continue;
      }
      const nextOur = following(ourPlaces.get(this.#key(their)), i);
      const nextTheir = following(theirPlaces.get(this.#key(our)), j);
      if (nextTheir - j <= nextOur - i && nextTheir < Infinity) j = nextTheir;
      else if (nextOur < Infinity) i = nextOur;
      else [i, j] = this.#lookAhead(ours, i, theirs, j);
    }
  }

  /** Past a few units of one side, where then a run of one side is a unit of the other; else past one of each. */
  #lookAhead(ours: readonly Unit[], i: number, theirs: readonly Unit[], j: number): [number, number] {
    for (let ahead = 1; ahead <= LOOK_AHEAD; ahead += 1) {
      if (this.#joinFrom(ours, i + ahead, theirs, j) !== null) return [i + ahead, j];
      if (this.#joinFrom(ours, i, theirs, j + ahead) !== null) return [i, j + ahead];
    }
    return [i + 1, j + 1];
  }

  #places(units: readonly Unit[]): ReadonlyMap<string, readonly number[]> {
    const places = new Map<string, number[]>();
    units.forEach((unit, index) => {
      const list = places.get(this.#key(unit)) ?? [];
      if (list.length === 0) places.set(this.#key(unit), list);
      list.push(index);
    });
    return places;
  }

  /** Ends of the shortest runs from here whose sources, joined, are equal, one of them of one unit; null where none is. */
  #joinFrom(
    ours: readonly Unit[],
    i: number,
    theirs: readonly Unit[],
    j: number,
  ): { readonly ours: number; readonly theirs: number } | null {
    const [our, their] = [ours[i], theirs[j]];
    if (our === undefined || their === undefined) return null;
    const [a, b] = [this.#key(our), this.#key(their)];
    if (a === b) return { ours: i + 1, theirs: j + 1 };
    const longer = a.length > b.length ? a : b;
    const [units, from] = a.length > b.length ? ([theirs, j] as const) : ([ours, i] as const);
    let at = 0;
    for (let end = from; end < units.length; end += 1) {
      const unit = units[end];
      const key = unit === undefined ? '' : this.#key(unit);
      if (key === '' || !longer.startsWith(key, at)) return null;
      at += key.length;
      if (at === longer.length) {
        return units === ours ? { ours: end + 1, theirs: j + 1 } : { ours: i + 1, theirs: end + 1 };
      }
    }
    return null;
  }

  #bySingleSource(): void {
    const free = (units: readonly Unit[]): readonly Unit[] => units.filter((unit) => !this.#taken.has(unit));
    const single = (units: readonly Unit[]): ReadonlyMap<string, Unit | null> => {
      const byKey = new Map<string, Unit | null>();
      for (const unit of units) byKey.set(this.#key(unit), byKey.has(this.#key(unit)) ? null : unit);
      return byKey;
    };
    const theirs = single(free(this.#theirs));
    for (const [key, our] of single(free(this.#ours))) {
      const their = theirs.get(key);
      if (key !== '' && our !== null && their !== null && their !== undefined) this.#join([our], [their]);
    }
  }
}

/** The first place at or after `from`; Infinity where there is none. Places rise. */
function following(places: readonly number[] | undefined, from: number): number {
  let [low, high] = [0, places?.length ?? 0];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places?.[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return places?.[low] ?? Infinity;
}
