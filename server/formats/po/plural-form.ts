/** The plural form of a number by the expression of a PO header (gettext manual, “Plural forms”): C's, in `n`. */

/** Longer expressions are none. */
const LONGEST = 1000;
const TOKEN = /\s*(\d{1,9}|n|\|\||&&|[=!<>]=|[<>?:%*/+\-!()])/y;

const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '>', '<=', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

/** null where the expression is none. */
export function pluralForm(expression: string, n: number): number | null {
  const tokens: string[] = [];
  const text = expression.slice(0, LONGEST).replace(/;\s*$/, '').trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) return null;
    tokens.push(token);
  }
  const parser = new Parser(tokens, n);
  const value = parser.condition();
  return parser.isDone && Number.isSafeInteger(value) ? value : null;
}

class Parser {
  readonly #tokens: readonly string[];
  readonly #n: number;
  #at = 0;

  constructor(tokens: readonly string[], n: number) {
    this.#tokens = tokens;
    this.#n = n;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** `a ? b : c`; NaN where something is wrong. */
  condition(): number {
    const test = this.#binary(0);
    if (!this.#take('?')) return test;
    const yes = this.condition();
    if (!this.#take(':')) return NaN;
    const no = this.condition();
    return test === 0 ? no : yes;
  }

  #binary(level: number): number {
    const signs = LEVELS[level];
    if (signs === undefined) return this.#single();
    let left = this.#binary(level + 1);
    for (;;) {
      const sign = signs.find((each) => this.#take(each));
      if (sign === undefined) return left;
      left = apply(sign, left, this.#binary(level + 1));
    }
  }

  #single(): number {
    if (this.#take('!')) return this.#single() === 0 ? 1 : 0;
    if (this.#take('(')) {
      const value = this.condition();
      return this.#take(')') ? value : NaN;
    }
    if (this.#take('n')) return this.#n;
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    return /^\d+$/.test(token) ? Number(token) : NaN;
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }
}

function apply(sign: string, left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return NaN;
  if (sign === '+') return left + right;
  if (sign === '-') return left - right;
  if (sign === '*') return left * right;
  if (sign === '/') return right === 0 ? NaN : Math.trunc(left / right);
  if (sign === '%') return right === 0 ? NaN : left % right;
  return Number(compare(sign, left, right));
}

function compare(sign: string, left: number, right: number): boolean {
  if (sign === '==') return left === right;
  if (sign === '!=') return left !== right;
  if (sign === '<') return left < right;
  if (sign === '>') return left > right;
  if (sign === '<=') return left <= right;
  if (sign === '>=') return left >= right;
  return sign === '&&' ? left !== 0 && right !== 0 : left !== 0 || right !== 0;
}
