/**
 * Collects what is wrong, in the order of the file and within a limit: a file with a million faults is told the
 * first thousand and how many more there are.
 */
import { problem, type Problem, type ProblemCode } from '../../../core/problem.ts';
import type { Values } from './model.ts';
import { pathOf, type RuleNode } from './node.ts';
import { LinePlaces } from './places.ts';

/** Problems that are named one by one. */
export const MAX_PROBLEMS = 1000;

/** Longer values are cut in messages. */
const MAX_VALUE = 200;

export class Report {
  readonly #found: { readonly offset: number; readonly problem: Problem }[] = [];
  readonly #places: LinePlaces;
  #more = 0;

  constructor(text: string) {
    this.#places = new LinePlaces(text);
  }

  /** `attribute` is the written name of the attribute at fault, or null where the element is. */
  add(code: ProblemCode, node: RuleNode, attribute: string | null, values: Values, rule: string): void {
    if (this.#found.length >= MAX_PROBLEMS) {
      this.#more += 1;
      return;
    }
    const found = node.attributes.find((each) => each.name === attribute);
    const offset = found?.start ?? node.start;
    const path = pathOf(node);
    const place = { ...this.#places.at(offset), path: found === undefined ? path : `${path}/@${found.name}` };
    const shown = { element: node.written, ...(attribute === null ? {} : { attribute }), ...shorten(values) };
    this.#found.push({ offset, problem: { ...problem(code, place, shown), rule } });
  }

  /** All of them, in the order of the file. */
  problems(): readonly Problem[] {
    const sorted = this.#found.sort((a, b) => a.offset - b.offset).map((each) => each.problem);
    return this.#more === 0 ? sorted : [...sorted, problem('rule-more', null, { count: this.#more })];
  }
}

function shorten(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value,
    ]),
  );
}
