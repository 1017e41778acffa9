/**
 * Inline codes as found in a unit: what they are, and which markup they stand for, so that the same markup can
 * be written again where a translator puts the code.
 */
import { codeKey, type Content, type InlineCode } from '../../../core/text/content.ts';
import type { XmlElement } from '../xml/element.ts';

/** `whole`: the element is the code. `open`, `close`: the code is the element's start or end tag. */
type CodeHalf = 'whole' | 'open' | 'close';

export interface FoundCode {
  readonly code: InlineCode;
  readonly element: XmlElement;
  readonly half: CodeHalf;
}

export type FoundContent = readonly (string | FoundCode)[];

export function contentOf(found: FoundContent): Content {
  const result: (string | InlineCode)[] = [];
  for (const part of found) {
    if (typeof part !== 'string') result.push(part.code);
    else if (part !== '') {
      const last = result.at(-1);
      if (typeof last === 'string') result[result.length - 1] = last + part;
      else result.push(part);
    }
  }
  return result;
}

/** Codes by their key, the first of each. */
export type CodeMarkup = ReadonlyMap<string, FoundCode>;

export function markupOf(contents: readonly (FoundContent | null)[]): CodeMarkup {
  const markup = new Map<string, FoundCode>();
  for (const content of contents) {
    for (const part of content ?? []) {
      if (typeof part !== 'string' && !markup.has(codeKey(part.code))) markup.set(codeKey(part.code), part);
    }
  }
  return markup;
}

/**
 * Makes the ids of codes unique in the unit, source and target each: the second `1` of a source becomes `1-2`,
 * and a target's code gets the id of its like in the same part of the source, as far as there are any left.
 */
export function distinguish(
  sources: readonly FoundContent[],
  targets: readonly (FoundContent | null)[],
): { readonly sources: readonly FoundContent[]; readonly targets: readonly (FoundContent | null)[] } {
  const hasCodes = (content: FoundContent | null): boolean =>
    content?.some((each) => typeof each !== 'string') === true;
  if (!sources.some(hasCodes) && !targets.some(hasCodes)) return { sources, targets };
  const names = new CodeNames();
  const named = sources.map((source, part) => source.map((each) => names.ofSource(each, part)));
  return {
    sources: named,
    targets: targets.map((target, part) => target?.map((each) => names.ofTarget(each, part)) ?? null),
  };
}

class CodeNames {
  readonly #counts = new Map<string, number>();
  readonly #taken = new Set<string>();
  /** Ids given in the source, by key as written, and by part and key. */
  readonly #offered = new Map<string, string[]>();
  readonly #usedInTarget = new Set<string>();
  /** The two halves of one element keep one id. */
  readonly #ofElement = new Map<XmlElement, string>();

  ofSource(part: string | FoundCode, index: number): string | FoundCode {
    if (typeof part === 'string') return part;
    const key = codeKey(part.code);
    const id = this.#ofElement.get(part.element) ?? this.#fresh(part.code, key);
    this.#ofElement.set(part.element, id);
    this.#taken.add(keyWith(part.code, id));
    for (const list of [key, `${index}\n${key}`]) {
      const ids = this.#offered.get(list) ?? [];
      ids.push(id);
      this.#offered.set(list, ids);
    }
    return renamed(part, id);
  }

  ofTarget(part: string | FoundCode, index: number): string | FoundCode {
    if (typeof part === 'string') return part;
    const key = codeKey(part.code);
    const id = this.#ofElement.get(part.element) ?? this.#offer(part.code, key, index);
    this.#ofElement.set(part.element, id);
    this.#usedInTarget.add(keyWith(part.code, id));
    return renamed(part, id);
  }

  #offer(code: InlineCode, key: string, index: number): string {
    for (const list of [`${index}\n${key}`, key]) {
      const ids = this.#offered.get(list);
      while (ids !== undefined && ids.length > 0) {
        const id = ids.shift();
        if (id !== undefined && !this.#usedInTarget.has(keyWith(code, id))) return id;
      }
    }
    return this.#fresh(code, key);
  }

  #fresh(code: InlineCode, key: string): string {
    let number = (this.#counts.get(key) ?? 0) + 1;
    let id = number === 1 ? code.id : `${code.id}-${number}`;
    while (this.#taken.has(keyWith(code, id)) || this.#usedInTarget.has(keyWith(code, id))) {
      number += 1;
      id = `${code.id}-${number}`;
    }
    this.#counts.set(key, number);
    return id;
  }
}

function keyWith(code: InlineCode, id: string): string {
  const key = codeKey(code);
  return code.id === id ? key : key.slice(0, key.length - code.id.length) + id;
}

function renamed(part: FoundCode, id: string): FoundCode {
  return part.code.id === id ? part : { ...part, code: { ...part.code, id } };
}
