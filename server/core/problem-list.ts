/**
 * The first problems of a file, and how many more there are: nobody reads a million of them, and each costs memory and the
 * work of saying where it is.
 */
import { problem, type Problem } from './problem.ts';

const MOST = 500;

export class ProblemList {
  readonly #first: Problem[] = [];
  #further = 0;

  /** `make` is asked only where the problem is kept. */
  add(make: () => Problem): void {
    if (this.#first.length < MOST) this.#first.push(make());
    else this.#further += 1;
  }

  /** In order; the last one says how many are left out. */
  get all(): readonly Problem[] {
    return this.#further === 0
      ? this.#first
      : [...this.#first, problem('problems-further', null, { count: this.#further })];
  }
}

/** The same of problems that are there. */
export function firstProblems(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST + 1) return problems;
  const further = problem('problems-further', null, { count: problems.length - MOST });
  return [...problems.slice(0, MOST), further];
}
