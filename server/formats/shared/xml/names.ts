/**
 * Names of elements and attributes, each kept once and compared by V8 as quickly as a literal. Bounded: a name that is
 * not there takes the place of another. What is kept is no document's own: it tells nothing but which names there are.
 */

const SLOTS = 512;
/** Longer names are not kept. */
const LONGEST_KEPT = 64;

const kept: string[] = Array.from({ length: SLOTS }, () => '');

/** What stands from `start` to `end`, `hash` being made of it. */
export function nameOf(text: string, start: number, end: number, hash: number): string {
  const slot = (hash ^ (hash >>> 9)) & (SLOTS - 1);
  const known = kept[slot];
  if (known !== undefined && known.length === end - start && text.startsWith(known, start)) return known;
  const name = text.slice(start, end);
  if (name.length > LONGEST_KEPT) return name;
  // A key is a string of its own, where a slice would hold the whole text that it was cut from.
  const [own = name] = Object.keys({ [name]: null });
  kept[slot] = own;
  return own;
}
