/** Ids of units, unique in a document where XLIFF only makes them unique in a file. */
import { problem, type Problem } from '../../../core/problem.ts';

/**
 * For each unit, given as its own id and its file's name: the own id where no other unit has it, otherwise
 * `<file>/<id>`, and further duplicates with `~2`, `~3` …. Missing ids and true duplicates are reported.
 */
export function uniqueIds(units: readonly (readonly [ownId: string, file: string])[]): {
  readonly ids: readonly string[];
  readonly problems: readonly Problem[];
} {
  const counts = new Map<string, number>();
  for (const [ownId] of units) counts.set(ownId, (counts.get(ownId) ?? 0) + 1);
  const used = new Set(units.filter(([id]) => id !== '' && counts.get(id) === 1).map(([id]) => id));
  const next = new Map<string, number>();
  const problems: Problem[] = [];
  const ids = units.map(([ownId, file], index) => {
    if (ownId !== '' && counts.get(ownId) === 1) return ownId;
    const wanted = ownId === '' ? `unit-${index + 1}` : `${file}/${ownId}`;
    if (ownId === '') problems.push(problem('xliff-id-missing', { path: `unit ${wanted}` }, { id: wanted }));
    if (!used.has(wanted)) {
      used.add(wanted);
      return wanted;
    }
    let number = next.get(wanted) ?? 2;
    while (used.has(`${wanted}~${number}`)) number += 1;
    next.set(wanted, number + 1);
    const id = `${wanted}~${number}`;
    used.add(id);
    problems.push(problem('xliff-id-duplicate', { path: `unit ${id}` }, { id: ownId, name: id }));
    return id;
  });
  return { ids, problems };
}
