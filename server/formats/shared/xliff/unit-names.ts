/**
 * Names units so that each has one of its own in the whole document. The file's own id stays wherever it is
 * unique; XLIFF asks for that only within a `file`, and files in the wild not even there.
 */
import { problem, type Problem } from '../../../core/problem.ts';
import { unitId, type UnitId } from '../../../core/document/ids.ts';

export interface UnitName {
  /** null where the unit has none. */
  readonly id: string | null;
  readonly file: string;
}

/** Names in the same order. The same file always gives the same names. */
export function nameUnits(units: readonly UnitName[]): {
  readonly names: readonly UnitId[];
  readonly problems: readonly Problem[];
} {
  const counts = new Map<string, number>();
  for (const { id } of units) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  const taken = new Set<string>();
  const problems: Problem[] = [];
  const names = units.map(({ id, file }, index) => {
    const wish = id === null ? `unit-${index + 1}` : counts.get(id) === 1 ? id : `${file}/${id}`;
    const name = free(wish, taken);
    taken.add(name);
    if (id === null) problems.push(problem('xliff-id-missing', { path: name }, { id: name }));
    else if (name !== wish) problems.push(problem('xliff-id-duplicate', { path: name }, { id, name }));
    return unitId(name);
  });
  return { names, problems };
}

function free(wish: string, taken: ReadonlySet<string>): string {
  let name = wish;
  for (let number = 2; taken.has(name); number += 1) name = `${wish}~${number}`;
  return name;
}
