/** Why a file is quarantined: what it lost of the content, counted, with the first places. */
import type { Reason, ReasonCode, ReceiptRow } from './row.ts';

const MOST_PLACES = 20;

export function reasonsOf(rows: readonly ReceiptRow[]): readonly Reason[] {
  const present = new Set(rows.filter((row) => row.change !== 'lost').map((row) => row.unit));
  const lostUnits = new Set<string>();
  const collector = new Reasons();
  for (const row of rows) {
    const place = `${row.unit} > ${row.segment}`;
    if (row.change === 'lost' && present.has(row.unit)) collector.add('segments-lost', place);
    else if (row.change === 'lost' && !lostUnits.has(row.unit)) {
      lostUnits.add(row.unit);
      collector.add('units-lost', row.unit);
    }
    for (const { code } of row.differences) {
      if (code === 'note-lost') collector.add('notes-lost', row.unit);
      else if (code === 'code-lost') collector.add('codes-lost', place);
    }
  }
  return collector.reasons();
}

/** All reasons, each code once. */
export function joinReasons(reasons: readonly Reason[]): readonly Reason[] {
  const joined = new Map<ReasonCode, Reason>();
  for (const { code, count, places } of reasons) {
    const known = joined.get(code);
    const all = [...new Set([...(known?.places ?? []), ...places])].slice(0, MOST_PLACES);
    joined.set(code, { code, count: (known?.count ?? 0) + count, places: all });
  }
  return [...joined.values()];
}

export class Reasons {
  readonly #found = new Map<ReasonCode, { count: number; places: string[] }>();

  add(code: ReasonCode, place: string): void {
    const found = this.#found.get(code) ?? { count: 0, places: [] };
    found.count += 1;
    if (found.places.length < MOST_PLACES && !found.places.includes(place)) found.places.push(place);
    this.#found.set(code, found);
  }

  reasons(): readonly Reason[] {
    return [...this.#found].map(([code, found]) => ({ code, ...found }));
  }
}
