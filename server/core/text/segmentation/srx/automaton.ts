/**
 * A pattern as a program that is followed in all its ways at once (Thompson's construction): the time of a match is
 * the length of what is looked at times the length of the program, whatever the pattern, and every step is counted.
 */
import { WORD, type CharacterSet } from './character-set.ts';
import { fail } from './pattern-error.ts';
import type { Edge, PatternNode } from './pattern.ts';

/** How far from its place a rule looks, in UTF-16 units to either side. */
export const REACH = 500;
/** Steps of a program; `{n,m}` counts as often as it repeats. */
const LARGEST = 5_000;

type Step =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'fork'; a: number; b: number }
  | { readonly kind: 'edge'; readonly edge: Edge }
  | { readonly kind: 'look'; readonly automaton: Automaton; readonly negative: boolean }
  | { readonly kind: 'match' };

/** What is left to be spent on one text. */
export interface Budget {
  steps: number;
}

export class Automaton {
  readonly #steps: Step[] = [];
  readonly #backward: boolean;
  /** When a step was last put on the list, by the number of the list: no step is there twice. */
  readonly #seen: Int32Array;
  #list = 0;
  readonly #first: readonly CharacterSet[] | null;

  /** `backward`: follows the pattern from its end, so that it ends at the place where it is asked for. */
  constructor(pattern: PatternNode, backward: boolean) {
    this.#backward = backward;
    this.#add(pattern);
    this.#push({ kind: 'match' });
    this.#seen = new Int32Array(this.#steps.length);
    this.#first = this.#firstSets();
  }

  /** Whether a match can take this character first (backward: last); a quick no for most places of a text. */
  mayTake(point: number): boolean {
    return this.#first?.some((set) => set(point)) ?? true;
  }

  /** What a match takes first; null where it may take nothing, or looks around before. */
  #firstSets(): readonly CharacterSet[] | null {
    const sets: CharacterSet[] = [];
    const seen = new Set<number>();
    const open = [0];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const step = this.#steps[index];
      if (step === undefined || seen.has(index)) continue;
      seen.add(index);
      if (step.kind === 'set') sets.push(step.set);
      else if (step.kind === 'fork') open.push(step.a, step.b);
      else if (step.kind === 'edge') open.push(index + 1);
      else return null;
    }
    return sets;
  }

  /**
   * Whether the pattern begins (or backward, ends) at the place and takes at least so many UTF-16 units. False where
   * the budget is spent.
   */
  matches(text: string, place: number, budget: Budget, least = 0): boolean {
    let at = place;
    let current: number[] = [];
    this.#begin();
    if (this.#follow(0, current, text, at, budget) && least === 0) return true;
    const until = this.#backward ? Math.max(0, place - REACH) : Math.min(text.length, place + REACH);
    while (current.length > 0 && at !== until) {
      const point = this.#backward ? pointBefore(text, at) : (text.codePointAt(at) ?? 0);
      const width = point > 0xffff ? 2 : 1;
      at += this.#backward ? -width : width;
      const next: number[] = [];
      const isLong = Math.abs(at - place) >= least;
      this.#begin();
      for (const index of current) {
        const step = this.#steps[index];
        if (step?.kind !== 'set' || !step.set(point)) continue;
        if (this.#follow(index + 1, next, text, at, budget) && isLong) return true;
      }
      budget.steps -= current.length;
      if (budget.steps <= 0) return false;
      current = next;
    }
    return false;
  }

  #begin(): void {
    this.#list += 1;
    if (this.#list < 0x7fffffff) return;
    this.#seen.fill(0);
    this.#list = 1;
  }

  /** Puts all steps that wait for a character on the list; true where the pattern has matched. */
  #follow(from: number, list: number[], text: string, at: number, budget: Budget): boolean {
    const open = [from];
    let hasMatched = false;
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      const step = this.#steps[index];
      if (step === undefined || this.#seen[index] === this.#list) continue;
      this.#seen[index] = this.#list;
      budget.steps -= 1;
      if (step.kind === 'match') hasMatched = true;
      else if (step.kind === 'set') list.push(index);
      else if (step.kind === 'fork') open.push(step.b, step.a);
      else if (step.kind === 'edge') {
        if (isEdge(step.edge, text, at)) open.push(index + 1);
      } else if (step.automaton.matches(text, at, budget) !== step.negative) open.push(index + 1);
    }
    return hasMatched;
  }

  #push(step: Step): number {
    if (this.#steps.length >= LARGEST) fail('{…}');
    this.#steps.push(step);
    return this.#steps.length - 1;
  }

  #add(node: PatternNode): void {
    switch (node.kind) {
      case 'set':
        this.#push(node);
        return;
      case 'edge':
        this.#push(node);
        return;
      case 'look':
        this.#push({
          kind: 'look',
          negative: node.negative,
          automaton: new Automaton(node.node, node.behind),
        });
        return;
      case 'sequence':
        for (const each of this.#backward ? node.nodes.toReversed() : node.nodes) this.#add(each);
        return;
      case 'choice':
        this.#addChoice(node.nodes);
        return;
      case 'repeat':
        this.#addRepeat(node.node, node.min, node.max);
    }
  }

  #addChoice(nodes: readonly PatternNode[]): void {
    const ends: { a: number; b: number }[] = [];
    nodes.forEach((node, index) => {
      if (index === nodes.length - 1) {
        this.#add(node);
        return;
      }
      const fork = this.#fork();
      fork.a = this.#steps.length;
      this.#add(node);
      ends.push(this.#fork());
      fork.b = this.#steps.length;
    });
    for (const end of ends) end.a = end.b = this.#steps.length;
  }

  #addRepeat(node: PatternNode, min: number, max: number): void {
    for (let count = 0; count < min; count += 1) this.#add(node);
    if (max === Infinity) {
      const start = this.#steps.length;
      const fork = this.#fork();
      fork.a = this.#steps.length;
      this.#add(node);
      const back = this.#fork();
      back.a = back.b = start;
      fork.b = this.#steps.length;
      return;
    }
    const forks: { a: number; b: number }[] = [];
    for (let count = min; count < max; count += 1) {
      const fork = this.#fork();
      fork.a = this.#steps.length;
      this.#add(node);
      forks.push(fork);
    }
    for (const fork of forks) fork.b = this.#steps.length;
  }

  #fork(): { a: number; b: number } {
    const fork = { kind: 'fork' as const, a: 0, b: 0 };
    this.#push(fork);
    return fork;
  }
}

/** The code point that ends at the offset. */
export function pointBefore(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  const isPair = low >= 0xdc00 && low <= 0xdfff && at > 1;
  const point = isPair ? (text.codePointAt(at - 2) ?? low) : low;
  return point > 0xffff ? point : low;
}

function isEdge(edge: Edge, text: string, at: number): boolean {
  switch (edge) {
    case 'word':
      return isWordAt(text, at) !== isWordBefore(text, at);
    case 'no-word':
      return isWordAt(text, at) === isWordBefore(text, at);
    case 'start':
      return at === 0;
    case 'last':
      return at === text.length;
    case 'end':
      return at === text.length || (at === text.length - 1 && text[at] === '\n');
    case 'line-start':
      return at === 0 || text[at - 1] === '\n';
    case 'line-end':
      return at === text.length || text[at] === '\n' || text[at] === '\r';
  }
}

function isWordAt(text: string, at: number): boolean {
  return at < text.length && WORD(text.codePointAt(at) ?? 0);
}

function isWordBefore(text: string, at: number): boolean {
  return at > 0 && WORD(pointBefore(text, at));
}
