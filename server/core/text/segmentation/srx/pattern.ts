/**
 * Reads a regular expression of ICU or Java, the two dialects in which SRX rules are written, into a tree. What can be
 * matched but not in bounded time, back references, is refused; so is what is no pattern. Groups capture nothing, and
 * greedy, lazy and possessive repeats are one: a rule only asks whether there is a match.
 */
import {
  allOf,
  anyOf,
  DIGIT,
  HORIZONTAL,
  not,
  property,
  range,
  single,
  VERTICAL,
  WHITE_SPACE,
  withoutCase,
  WORD,
  type CharacterSet,
} from './character-set.ts';
import { fail } from './pattern-error.ts';

export type PatternNode =
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'repeat'; readonly node: PatternNode; readonly min: number; readonly max: number }
  | {
      readonly kind: 'look';
      readonly behind: boolean;
      readonly negative: boolean;
      readonly node: PatternNode;
    }
  | { readonly kind: 'edge'; readonly edge: Edge };

export type Edge = 'word' | 'no-word' | 'start' | 'end' | 'last' | 'line-start' | 'line-end';

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
}

const NO_FLAGS: Flags = { i: false, m: false, s: false, x: false };
const NESTING = 50;

/** Throws a PatternError. */
export function parsePattern(source: string): PatternNode {
  const parser = new PatternParser(source);
  return parser.parse();
}

class PatternParser {
  readonly #source: string;
  #at = 0;
  #depth = 0;
  #flags = NO_FLAGS;

  constructor(source: string) {
    this.#source = unquoted(source);
  }

  parse(): PatternNode {
    const node = this.#choice();
    if (this.#at < this.#source.length) fail(')');
    return node;
  }

  #choice(): PatternNode {
    this.#depth += 1;
    if (this.#depth > NESTING) fail('((((…');
    const nodes = [this.#sequence()];
    while (this.#takes('|')) nodes.push(this.#sequence());
    this.#depth -= 1;
    return nodes.length === 1 && nodes[0] !== undefined ? nodes[0] : { kind: 'choice', nodes };
  }

  #sequence(): PatternNode {
    const nodes: PatternNode[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#peek())) {
      if (this.#flags.x && this.#skipsFreeSpace()) continue;
      const node = this.#atom();
      if (node !== null) nodes.push(this.#repeated(node));
    }
    return { kind: 'sequence', nodes };
  }

  #skipsFreeSpace(): boolean {
    if (/\s/u.test(this.#peek())) this.#at += 1;
    else if (this.#peek() === '#') while (this.#at < this.#source.length && this.#next() !== '\n');
    else return false;
    return true;
  }

  #atom(): PatternNode | null {
    const character = this.#next();
    switch (character) {
      case '(':
        return this.#group();
      case '[':
        return this.#set(this.#class());
      case '.':
        return this.#set(this.#flags.s ? () => true : not(VERTICAL));
      case '^':
        return { kind: 'edge', edge: this.#flags.m ? 'line-start' : 'start' };
      case '$':
        return { kind: 'edge', edge: this.#flags.m ? 'line-end' : 'end' };
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
        return fail(character);
      default:
        return this.#set(single(character.codePointAt(0) ?? 0));
    }
  }

  #set(set: CharacterSet): PatternNode {
    return { kind: 'set', set: this.#flags.i ? withoutCase(set) : set };
  }

  /** null where it only switches flags for what follows. */
  #group(): PatternNode | null {
    const outer = this.#flags;
    if (!this.#takes('?')) return this.#groupEnd(outer);
    if (this.#takes('#')) {
      while (this.#at < this.#source.length && this.#next() !== ')');
      return null;
    }
    for (const [opening, behind, negative] of LOOKS)
      if (this.#takes(opening)) return { kind: 'look', behind, negative, node: this.#groupEnd(outer) };
    if (this.#takes(':') || this.#takes('>')) return this.#groupEnd(outer);
    const name = /^P?<[A-Za-z][A-Za-z0-9]*>/.exec(this.#rest());
    if (name !== null) {
      this.#at += name[0].length;
      return this.#groupEnd(outer);
    }
    const switched = /^([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])/.exec(this.#rest()) ?? fail('(?');
    this.#at += switched[0].length;
    this.#flags = this.#switched(switched[1] ?? '', switched[2] ?? '');
    return switched[3] === ')' ? null : this.#groupEnd(outer);
  }

  #switched(on: string, off: string): Flags {
    // Matching is by Unicode anyway (u, U); d and w change line ends only a little.
    if (!/^[imsxuUdw]*$/.test(on + off)) fail(`(?${on}`);
    const has = (flag: keyof Flags): boolean =>
      (this.#flags[flag] || on.includes(flag)) && !off.includes(flag);
    return { i: has('i'), m: has('m'), s: has('s'), x: has('x') };
  }

  #groupEnd(outer: Flags): PatternNode {
    const node = this.#choice();
    if (!this.#takes(')')) fail('(');
    this.#flags = outer;
    return node;
  }

  #repeated(node: PatternNode): PatternNode {
    let result = node;
    for (;;) {
      const match = /^(?:([*+?])|\{\s*(\d{1,6})\s*(?:(,)\s*(\d{0,6})\s*)?\})[?+]?/.exec(this.#rest());
      if (match === null) return result;
      this.#at += match[0].length;
      const [, sign, least = '0', comma, most = ''] = match;
      const min = sign === undefined ? Number(least) : sign === '+' ? 1 : 0;
      const open = comma === undefined ? min : most === '' ? Infinity : Number(most);
      const max = sign === undefined ? open : sign === '?' ? 1 : Infinity;
      if (max < min) fail(match[0]);
      result = { kind: 'repeat', node: result, min, max };
    }
  }

  #escape(): PatternNode {
    const character = this.#next();
    const edge = EDGES[character];
    if (edge !== undefined) return { kind: 'edge', edge };
    if (character === 'R') {
      const pair = [0x0d, 0x0a].map((point): PatternNode => ({ kind: 'set', set: single(point) }));
      return {
        kind: 'choice',
        nodes: [
          { kind: 'sequence', nodes: pair },
          { kind: 'set', set: VERTICAL },
        ],
      };
    }
    if (/[1-9kGX]/.test(character)) fail(`\\${character}`);
    return this.#set(this.#escapedSet(character));
  }

  #escapedSet(character: string): CharacterSet {
    const set = CLASSES[character];
    if (set !== undefined) return set;
    if (character === 'p' || character === 'P') {
      const match = /^\{([^{}]{1,60})\}|^[A-Z]/.exec(this.#rest()) ?? fail(`\\${character}`);
      this.#at += match[0].length;
      const found = property(match[1] ?? match[0]);
      return character === 'p' ? found : not(found);
    }
    return single(this.#escapedPoint(character));
  }

  #escapedPoint(character: string): number {
    const control = CONTROLS[character];
    if (control !== undefined) return control;
    const shape = HEXADECIMAL[character];
    if (shape !== undefined) {
      const match = shape.exec(this.#rest()) ?? fail(`\\${character}`);
      this.#at += match[0].length;
      const point = Number.parseInt(match[1] ?? match[0], character === '0' ? 8 : 16);
      return point <= 0x10ffff ? point : fail(`\\${character}${match[0]}`);
    }
    if (character === 'c') return (this.#next().codePointAt(0) ?? 0) ^ 64;
    if (/[A-Za-z]/.test(character)) fail(`\\${character}`);
    return character.codePointAt(0) ?? 0;
  }

  /** Behind `[`: sets side by side are summed, `&&` intersects, `--` (ICU) takes away. */
  #class(): CharacterSet {
    this.#depth += 1;
    if (this.#depth > NESTING) fail('[[[[…');
    const posix = /^:(\^?)([A-Za-z_=]{1,60}):\]/.exec(this.#rest());
    if (posix !== null) {
      this.#at += posix[0].length;
      this.#depth -= 1;
      return property(`${posix[1] ?? ''}${posix[2] ?? ''}`);
    }
    const negated = this.#takes('^');
    const operands: CharacterSet[] = [];
    let sets: CharacterSet[] = this.#takes(']') ? [single(0x5d)] : [];
    let takesAway = false;
    const settle = (): void => {
      operands.push(takesAway ? not(anyOf(sets)) : anyOf(sets));
      sets = [];
    };
    while (!this.#takes(']')) {
      if (this.#at >= this.#source.length) fail('[');
      const operator = ['&&', '--'].find((each) => this.#startsWith(each) && this.#peek(2) !== ']');
      if (operator === undefined) sets.push(this.#classItem());
      else {
        this.#at += 2;
        if (sets.length > 0) settle();
        takesAway = operator === '--';
      }
    }
    settle();
    this.#depth -= 1;
    const whole = operands.length === 1 && operands[0] !== undefined ? operands[0] : allOf(operands);
    // A negated class of a pattern without case leaves out both cases.
    return negated ? not(this.#flags.i ? withoutCase(whole) : whole) : whole;
  }

  #classItem(): CharacterSet {
    if (this.#takes('[')) return this.#class();
    const first = this.#classCharacter();
    if (typeof first !== 'number') return first;
    if (this.#peek() !== '-' || ']['.includes(this.#peek(1)) || this.#startsWith('--')) return single(first);
    this.#at += 1;
    const last = this.#classCharacter();
    if (typeof last !== 'number' || last < first) fail('[…-…]');
    return range(first, last);
  }

  #classCharacter(): number | CharacterSet {
    const character = this.#next();
    if (character !== '\\') return character.codePointAt(0) ?? 0;
    const escaped = this.#next();
    if (escaped === 'b') return 0x08;
    if (escaped === 'p' || escaped === 'P' || CLASSES[escaped] !== undefined)
      return this.#escapedSet(escaped);
    return this.#escapedPoint(escaped);
  }

  #rest(): string {
    return this.#source.slice(this.#at, this.#at + 80);
  }

  #startsWith(text: string): boolean {
    return this.#source.startsWith(text, this.#at);
  }

  #takes(text: string): boolean {
    if (!this.#startsWith(text)) return false;
    this.#at += text.length;
    return true;
  }

  #peek(ahead = 0): string {
    return this.#source.charAt(this.#at + ahead);
  }

  #next(): string {
    const point = this.#source.codePointAt(this.#at) ?? fail('\\');
    const character = String.fromCodePoint(point);
    this.#at += character.length;
    return character;
  }
}

/** \Q…\E as escaped characters, of which the last may be repeated. */
function unquoted(source: string): string {
  return source.replace(/\\[^Q]|\\Q([^]*?)(?:\\E|$)/g, (whole, quoted: string | undefined) =>
    quoted === undefined ? whole : quoted.replace(/[^\p{L}\p{N}\s]/gu, '\\$&'),
  );
}

const LOOKS: readonly (readonly [opening: string, behind: boolean, negative: boolean])[] = [
  ['=', false, false],
  ['!', false, true],
  ['<=', true, false],
  ['<!', true, true],
];

const EDGES: Readonly<Partial<Record<string, Edge>>> = {
  b: 'word',
  B: 'no-word',
  A: 'start',
  Z: 'end',
  z: 'last',
};

const CLASSES: Readonly<Partial<Record<string, CharacterSet>>> = {
  s: WHITE_SPACE,
  S: not(WHITE_SPACE),
  d: DIGIT,
  D: not(DIGIT),
  w: WORD,
  W: not(WORD),
  h: HORIZONTAL,
  H: not(HORIZONTAL),
  v: VERTICAL,
  V: not(VERTICAL),
};

const CONTROLS: Readonly<Partial<Record<string, number>>> = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 };

const HEXADECIMAL: Readonly<Partial<Record<string, RegExp>>> = {
  x: /^(?:\{([0-9A-Fa-f]{1,6})\}|[0-9A-Fa-f]{2})/,
  u: /^[0-9A-Fa-f]{4}/,
  U: /^[0-9A-Fa-f]{8}/,
  '0': /^[0-7]{1,3}/,
};
