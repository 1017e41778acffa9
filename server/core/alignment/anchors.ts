/**
 * Anchors: what stands in both texts as it is. A rare one says much, a frequent one little; one that is frequent in
 * one text and rare in the other says nothing (English `die`, German `die`).
 */

/** What speaks for a source segment beside a target segment, by source segment, in order of the target. */
export interface Evidence {
  readonly columns: readonly Int32Array[];
  readonly scores: readonly Float64Array[];
}

/** Share of anchors that a translation keeps. */
const KEPT = 0.75;
/** Places that are noted, at most: memory is bounded whatever the text. */
const MOST = 4_000_000;
/** What all anchors of one place may say together. */
const CEILING = 9;

/** `shared` of the two sides' features. */
export function anchorEvidence(
  source: readonly (readonly string[])[],
  target: readonly (readonly string[])[],
): Evidence {
  const [left, right] = [placesOf(source), placesOf(target)];
  const found = [...left].flatMap(([text, places]) => {
    const others = right.get(text);
    return others === undefined ? [] : [{ places, others, cells: places.length * others.length }];
  });
  found.sort((a, b) => a.cells - b.cells);
  const rows: Map<number, number>[] = source.map(() => new Map<number, number>());
  const [n, m] = [source.length, target.length];
  let noted = 0;
  for (const { places, others, cells } of found) {
    noted += cells;
    if (noted > MOST || cells > 4 * Math.max(n, m) + 64) break;
    const agreement =
      Math.min(places.length * m, others.length * n) / Math.max(places.length * m, others.length * n);
    const kept = KEPT * agreement;
    const score = Math.log((kept * m) / others.length + 1 - kept);
    if (score <= 0.05) continue;
    for (const place of places)
      for (const other of others) {
        const row = rows[place];
        row?.set(other, Math.min(CEILING, (row.get(other) ?? 0) + score));
      }
  }
  const ordered = rows.map((row) => [...row].sort(([a], [b]) => a - b));
  return {
    columns: ordered.map((row) => Int32Array.from(row, ([column]) => column)),
    scores: ordered.map((row) => Float64Array.from(row, ([, score]) => score)),
  };
}

function placesOf(shared: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  shared.forEach((texts, place) => {
    for (const text of texts) {
      const known = places.get(text);
      if (known === undefined) places.set(text, [place]);
      else known.push(place);
    }
  });
  return places;
}
