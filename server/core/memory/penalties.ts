/** What takes points from a match, beside what its words do. A person may change each. */

export interface Penalties {
  /** Equal words, but other case, accents, punctuation or white space. */
  readonly case: number;
  readonly codes: number;
  readonly numbers: number;
  /** Aligned by a program. */
  readonly aligned: number;
  /** Translated by one. */
  readonly machine: number;
  /** null: age counts for nothing. */
  readonly age: { readonly years: number; readonly points: number } | null;
}

export const DEFAULT_PENALTIES: Penalties = {
  case: 1,
  codes: 1,
  numbers: 1,
  aligned: 3,
  machine: 15,
  age: null,
};
