/**
 * Codes that keep their order (XLIFF 2.1 §4.7.2.5): a sequence begins with a code that says so (`firstNo`) and goes
 * on to the next beginning. Its codes keep their order; it may be moved as a whole, but not into another.
 */
import { problem, type Problem } from '../problem.ts';
import { codeKey, codesOf, type Content } from '../text/content.ts';

/** One problem for each code of the target that has left its place; codes that are missing are not looked for. */
export function checkOrder(source: Content, target: Content): readonly Problem[] {
  const places = placesOf(source);
  if (places.size === 0) return [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  let last: Place | null = null;
  for (const code of codesOf(target)) {
    const place = places.get(codeKey(code));
    if (place === undefined || seen.has(codeKey(code))) continue;
    seen.add(codeKey(code));
    const goesOn = last?.sequence === place.sequence && place.position > last.position;
    const begins = place.sequence.slice(0, place.position).every((key) => !seen.has(key));
    const ahead = place.sequence.slice(place.position + 1).some((key) => seen.has(key));
    if (!goesOn && (!begins || ahead)) {
      problems.push(problem('code-order', null, { id: code.id, text: code.text || code.equiv }));
    }
    last = place;
  }
  return problems;
}

interface Place {
  /** Keys of its sequence, in order. */
  readonly sequence: readonly string[];
  readonly position: number;
}

/** A sequence of one code restricts nothing and is left out. */
function placesOf(source: Content): ReadonlyMap<string, Place> {
  const sequences: string[][] = [];
  for (const code of codesOf(source)) {
    if (code.canReorder !== false) continue;
    const current = code.beginsSequence === true ? undefined : sequences.at(-1);
    if (current === undefined) sequences.push([codeKey(code)]);
    else current.push(codeKey(code));
  }
  return new Map(
    sequences
      .filter((sequence) => sequence.length > 1)
      .flatMap((sequence) => sequence.map((key, position) => [key, { sequence, position }] as const)),
  );
}
