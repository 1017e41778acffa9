/**
 * How far a translation keeps the traits of its source: a question stays a question, a heading a heading. For each
 * trait one figure, its share of links in which it is kept for its own sake and not by chance, found from the pair of
 * texts; a trait that one of them does not have says nothing.
 */
import { TRAITS, type Traits } from './features.ts';

type Trait = (typeof TRAITS)[number];

/** Before anything is aligned. */
const FIRST: Readonly<Record<Trait, number>> = {
  opens: 0.7,
  role: 0.8,
  begins: 0.5,
  ends: 0.5,
  codes: 0.5,
  number: 0.6,
};
/** How many links those figures weigh as. */
const WEIGHT = 20;

export interface TraitModel {
  readonly kept: Readonly<Record<Trait, number>>;
  /** How frequent each class is among the target's segments, by `trait class`. */
  readonly shares: ReadonlyMap<string, number>;
}

export function firstTraitModel(target: readonly Traits[]): TraitModel {
  const shares = new Map<string, number>();
  for (const traits of target)
    for (const trait of TRAITS) {
      const key = `${trait} ${traits[trait]}`;
      shares.set(key, (shares.get(key) ?? 0) + 1 / target.length);
    }
  return { kept: FIRST, shares };
}

/** From pairs of segments that begin their links. */
export function fitTraits(
  before: TraitModel,
  pairs: readonly (readonly [source: Traits, target: Traits])[],
): TraitModel {
  const kept = { ...before.kept };
  for (const trait of TRAITS) {
    let agreed = 0;
    let byChance = 0;
    for (const [source, target] of pairs) {
      if (source[trait] === target[trait]) agreed += 1;
      byChance += before.shares.get(`${trait} ${source[trait]}`) ?? 0;
    }
    const room = pairs.length - byChance;
    const own = Math.max(0, agreed - byChance);
    kept[trait] = Math.min(0.97, (own + FIRST[trait] * WEIGHT) / (room + WEIGHT));
  }
  return { ...before, kept };
}

/** Of some traits of a source segment and a target segment beside each other. */
export function traitScore(
  { kept, shares }: TraitModel,
  traits: readonly Trait[],
  source: Traits,
  target: Traits,
): number {
  let score = 0;
  for (const trait of traits) {
    const share = shares.get(`${trait} ${target[trait]}`) ?? 1;
    score +=
      source[trait] === target[trait]
        ? Math.log(kept[trait] / share + 1 - kept[trait])
        : Math.log(1 - kept[trait]);
  }
  return score;
}
