/**
 * Numbers of tokens as one column: each number in digits of five bits, lowest first, all but its last digit marked.
 * Frequent words have small numbers, so a text takes some three characters a word.
 */
const FIRST = 48;
const MORE = 32;

export function packTokens(tokens: readonly number[]): string {
  let packed = '';
  for (const token of tokens) packed += digitsOf(token);
  return packed;
}

function digitsOf(number: number): string {
  let digits = '';
  let rest = number;
  for (; rest >= MORE; rest = Math.floor(rest / MORE))
    digits += String.fromCharCode(FIRST + MORE + (rest % MORE));
  return digits + String.fromCharCode(FIRST + rest);
}

export function unpackTokens(packed: string): readonly number[] {
  const tokens: number[] = [];
  let token = 0;
  let worth = 1;
  for (let at = 0; at < packed.length; at += 1) {
    const digit = packed.charCodeAt(at) - FIRST;
    token += (digit & (MORE - 1)) * worth;
    if (digit < MORE) {
      tokens.push(token);
      token = 0;
      worth = 1;
    } else worth *= MORE;
  }
  return tokens;
}

export function countTokens(packed: string): number {
  let count = 0;
  for (let at = 0; at < packed.length; at += 1) if (packed.charCodeAt(at) < FIRST + MORE) count += 1;
  return count;
}

/** Whole numbers in ascending order, none twice: by the steps between them. */
export function packSteps(numbers: ArrayLike<number>): string {
  let packed = '';
  for (let at = 0, last = 0; at < numbers.length; at += 1) {
    const number = numbers[at] ?? 0;
    packed += digitsOf(number - last);
    last = number;
  }
  return packed;
}

export function unpackSteps(packed: string): readonly number[] {
  let last = 0;
  return unpackTokens(packed).map((step) => (last += step));
}

/** Those of the numbers, in ascending order, that are in the packed list too; made without unpacking it. */
export function inBoth(numbers: readonly number[], packed: string): readonly number[] {
  const both: number[] = [];
  let at = 0;
  let last = 0;
  let worth = 1;
  for (let index = 0; index < packed.length && at < numbers.length; index += 1) {
    const digit = packed.charCodeAt(index) - FIRST;
    last += (digit & (MORE - 1)) * worth;
    if (digit >= MORE) {
      worth *= MORE;
      continue;
    }
    worth = 1;
    while ((numbers[at] ?? Infinity) < last) at += 1;
    if (numbers[at] === last) both.push(last);
  }
  return both;
}

/** The numbers at these places of the packed list, places in ascending order; made without unpacking it. */
export function numbersAt(packed: string, places: readonly number[]): readonly number[] {
  const numbers: number[] = [];
  let place = 0;
  let last = 0;
  let worth = 1;
  for (let index = 0; index < packed.length && numbers.length < places.length; index += 1) {
    const digit = packed.charCodeAt(index) - FIRST;
    last += (digit & (MORE - 1)) * worth;
    if (digit >= MORE) {
      worth *= MORE;
      continue;
    }
    worth = 1;
    if (place === places[numbers.length]) numbers.push(last);
    place += 1;
  }
  return numbers;
}
