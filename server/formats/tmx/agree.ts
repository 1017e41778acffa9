/**
 * Gives the codes of the variants of one `tu` their ids, so that a code has the same id in all of them. Codes that the
 * file names (`x`, or `i` of pairs) agree by their names; the others by what they hold, else by their order.
 */
import { normalizeContent, type Content } from '../../core/text/content.ts';
import type { KeyedCode, RawPart } from './segment.ts';

/** Contents in the order of the variants. The first is what the others are held against. */
export function agree(variants: readonly (readonly RawPart[])[]): readonly Content[] {
  const [first = [], ...others] = variants;
  const ids = new Ids();
  const contents = [first.map((part) => (typeof part === 'string' ? part : ids.named(part)))];
  const known = guessedKeys(first);
  for (const variant of others) {
    const renamed = renames(known, guessedKeys(variant));
    contents.push(
      variant.map((part) => {
        if (typeof part === 'string') return part;
        return ids.named({ ...part, key: renamed.get(part.key) ?? part.key });
      }),
    );
  }
  return contents.map(normalizeContent);
}

class Ids {
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();
  #next = 1;

  named({ key, wanted, code }: KeyedCode): Content[number] {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = wanted !== '' && !this.#taken.has(wanted) ? wanted : this.#free();
      this.#ids.set(key, id);
      this.#taken.add(id);
    }
    return { ...code, id };
  }

  #free(): string {
    while (this.#taken.has(String(this.#next))) this.#next += 1;
    return String(this.#next);
  }
}

/** Keys of the codes without names, each once, with their kinds. */
function guessedKeys(parts: readonly RawPart[]): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const part of parts) {
    if (typeof part !== 'string' && !part.isNamed && !keys.has(part.key)) keys.set(part.key, part.kind);
  }
  return keys;
}

/** For each code that only one side has, the next of its kind that only the other has. */
function renames(
  known: ReadonlyMap<string, string>,
  own: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const waiting = [...known].filter(([key]) => !own.has(key));
  const renamed = new Map<string, string>();
  for (const [key, kind] of own) {
    if (known.has(key) || waiting.length === 0) continue;
    const at = waiting.findIndex(([, other]) => other === kind);
    const [next] = at < 0 ? [] : waiting.splice(at, 1);
    if (next !== undefined) renamed.set(key, next[0]);
  }
  return renamed;
}
