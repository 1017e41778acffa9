/**
 * Duplicates become one TU by rule: the newest text and context, the oldest creation, the notes and properties of all.
 * Invariant: no text is lost. A TU that has a text in a further language gives it to the one that stays, and stays
 * itself where it cannot; one that follows a segment is changed by that alone.
 */
import { codesOf, sameContent } from '../text/content.ts';
import { wholeText } from './repeats.ts';
import type { Tu, TuProperty, Tuv } from './tu.ts';

export interface Repeat extends Tu {
  readonly id: number;
  /** The segment that it follows, if any. */
  readonly segment: number | null;
}

export interface Merge<T extends Repeat> {
  readonly into: { readonly was: T; readonly becomes: T };
  readonly gone: readonly T[];
}

/** What becomes of them; those that are in none stay as they are. */
export function mergeRepeats<T extends Repeat>(repeats: readonly T[]): readonly Merge<T>[] {
  const kept: { was: T; becomes: T; gone: T[] }[] = [];
  for (const tu of [...repeats].sort(byWorth)) {
    if (tu.segment !== null || !kept.some((each) => take(each, tu)))
      kept.push({ was: tu, becomes: tu, gone: [] });
  }
  return kept.flatMap(({ gone, ...into }) => (gone.length === 0 ? [] : [{ into, gone }]));
}

function take<T extends Repeat>(into: { becomes: T; gone: T[] }, other: T): boolean {
  const becomes = merged(into.becomes, other);
  if (becomes === null) return false;
  into.becomes = becomes;
  into.gone.push(other);
  return true;
}

/** Those of segments first, since they stay; then the newest. */
function byWorth(a: Repeat, b: Repeat): number {
  const ofSegment = Number(b.segment !== null) - Number(a.segment !== null);
  return ofSegment || (dateOf(b) ?? -1) - (dateOf(a) ?? -1) || b.id - a.id;
}

function dateOf({ changedAt, createdAt }: Tu): number | null {
  return changedAt ?? createdAt;
}

/** null where a text would be lost. */
function merged<T extends Repeat>(into: T, other: T): T | null {
  const further: Tuv[] = [];
  let agree = true;
  for (const variant of other.variants) {
    const own = into.variants.find(({ language }) => language === variant.language);
    if (own === undefined) further.push(variant);
    else if (wholeText(own.content) !== wholeText(variant.content)) return null;
    else agree &&= sameContent(own.content, variant.content);
  }
  // The codes of a TU agree by id among its variants.
  if (!agree && further.some(({ content }) => codesOf(content).length > 0)) return null;
  if (into.segment !== null) return further.length === 0 ? into : null;
  const older = (other.createdAt ?? Infinity) < (into.createdAt ?? Infinity) ? other : into;
  return {
    ...into,
    variants: [...into.variants, ...further],
    kind: other.kind === 'human' ? 'human' : into.kind,
    createdAt: older.createdAt,
    createdBy: older.createdBy === '' ? into.createdBy : older.createdBy,
    document: into.document === '' ? other.document : into.document,
    tuid: into.tuid === '' ? other.tuid : into.tuid,
    notes: [...new Set([...into.notes, ...other.notes])],
    properties: allOf([...into.properties, ...other.properties]),
  };
}

function allOf(properties: readonly TuProperty[]): readonly TuProperty[] {
  const byText = new Map(
    properties.map((each) => [JSON.stringify([each.type, each.text, each.language ?? '']), each]),
  );
  return [...byText.values()];
}
