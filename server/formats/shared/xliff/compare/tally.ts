/** Counts what was found, and keeps the first differences. */
import type {
  StructureCount,
  StructureDifference,
  StructureKind,
} from '../../../../core/document/structure.ts';
import { STRUCTURE_KINDS } from '../../../../core/document/structure.ts';

const MOST_DIFFERENCES = 500;
/** Of each side that is shown. */
const LONGEST = 200;

type Change = StructureDifference['change'];

export class Tally {
  readonly differences: StructureDifference[] = [];
  readonly #counts = new Map<StructureKind, Record<'kept' | Change, number>>();

  keep(kind: StructureKind): void {
    this.#of(kind).kept += 1;
  }

  tell(kind: StructureKind, change: Change, place: string, before: string, after: string): void {
    this.#of(kind)[change] += 1;
    if (this.differences.length >= MOST_DIFFERENCES) return;
    this.differences.push({
      kind,
      change,
      place,
      before: before.slice(0, LONGEST),
      after: after.slice(0, LONGEST),
    });
  }

  counts(): readonly StructureCount[] {
    return STRUCTURE_KINDS.flatMap((kind) => {
      const found = this.#counts.get(kind);
      return found === undefined ? [] : [{ kind, ...found }];
    });
  }

  #of(kind: StructureKind): Record<'kept' | Change, number> {
    const known = this.#counts.get(kind) ?? { kept: 0, changed: 0, lost: 0, added: 0, moved: 0 };
    this.#counts.set(kind, known);
    return known;
  }
}
