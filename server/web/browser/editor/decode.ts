/** Reads JSON of which nothing is known yet. What has another shape than expected is an error of the program. */

export function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new TypeError(`no object around ${name}`);
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

export function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError('not a text');
  return value;
}

export function number(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('not a number');
  return value;
}

export function list<T>(value: unknown, item: (value: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw new TypeError('not a list');
  return value.map((each: unknown) => item(each));
}

/** null and absent are null. */
export function maybe<T>(value: unknown, item: (value: unknown) => T): T | null {
  return value === null || value === undefined ? null : item(value);
}

export function oneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new TypeError(`none of ${choices.join(', ')}`);
  return found;
}

export function texts(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object');
  return Object.fromEntries(Object.entries(value).map(([key, each]: [string, unknown]) => [key, text(each)]));
}
