/**
 * Clones: a code that stands in a target more often than in its source. Each clone has an id of its own, new in
 * the unit, and says what it was made of (XLIFF 2.1 §4.7.2.3.1, duplicating an existing code).
 */
import { codeKey, type Content, type InlineCode } from './content.ts';

/**
 * The content with every further occurrence of a code made a clone, its id (`1-2`, `1-3` …) unlike those in
 * `taken` and in the content. The end of a pair goes with the beginning that it closes. Annotations are left as
 * they are: they are not cloned.
 */
export function nameClones(content: Content, taken: ReadonlySet<string>): Content {
  const seen = new Set<string>();
  const open = new Map<string, string[]>();
  const used = new Set(taken);
  for (const part of content) if (typeof part !== 'string') used.add(part.id);
  const rename = (code: InlineCode): InlineCode => {
    if (code.code === 'close') {
      const id = open.get(code.id)?.pop() ?? code.id;
      return id === code.id ? code : { ...code, id, copyOf: code.copyOf ?? code.id };
    }
    const key = codeKey(code);
    const first = !seen.has(key);
    seen.add(key);
    const id = first ? code.id : freshId(code.id, used);
    used.add(id);
    if (code.code === 'open') open.set(code.id, [...(open.get(code.id) ?? []), id]);
    return first ? code : { ...code, id, copyOf: code.copyOf ?? code.id };
  };
  return content.map((part) => (typeof part === 'string' || part.code === 'marker' ? part : rename(part)));
}

/** `base-2`, `base-3` …: the first that is not taken. */
export function freshId(base: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/**
 * The code that one which the source lacks was made of: the one that it names, or one of the same kind with the
 * same original data; undefined where there is none such.
 */
export function baseOf(code: InlineCode, codes: readonly InlineCode[]): InlineCode | undefined {
  if (code.code === 'marker') return undefined;
  const alike = codes.filter((each) => each.code === code.code);
  const named = alike.find((each) => code.copyOf !== undefined && each.id === code.copyOf);
  return named ?? alike.find((each) => code.text !== '' && each.text === code.text);
}
