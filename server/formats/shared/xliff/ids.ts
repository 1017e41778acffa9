/** Ids of units, unique in a document where XLIFF only makes them unique in a file. */
import { problem, type Problem } from '../../../core/problem.ts';

/** Missing and double ids that are named one by one. */
const MAX_NAMED = 1000;

export interface UniqueIds {
  /** Of each unit. */
  readonly ids: readonly string[];
  /** Which unit has an id; undefined where none has. */
  readonly indexOf: (id: string) => number | undefined;
  readonly problems: readonly Problem[];
}

/** Value of an id that several units have, and that is therefore nobody's. */
const SHARED = -1;

/**
 * For each unit, given as its own id and its file's name: the own id where no other unit has it, otherwise
 * `<file>/<id>`, and further duplicates with `~2`, `~3` …. Missing ids and true duplicates are reported.
 */
export function uniqueIds(ownIds: readonly string[], fileOf: (index: number) => string): UniqueIds {
  const owner = new Map<string, number>();
  ownIds.forEach((id, index) => {
    if (id !== '') owner.set(id, owner.has(id) ? SHARED : index);
  });
  const indexOf = (id: string): number | undefined => {
    const index = owner.get(id);
    return index === SHARED ? undefined : index;
  };
  if (owner.size === ownIds.length) return { ids: ownIds, indexOf, problems: [] };
  return distinguish(ownIds, fileOf, owner, indexOf);
}

function distinguish(
  ownIds: readonly string[],
  fileOf: (index: number) => string,
  owner: Map<string, number>,
  indexOf: UniqueIds['indexOf'],
): UniqueIds {
  const next = new Map<string, number>();
  const problems: Problem[] = [];
  const report = (each: Problem): void => {
    if (problems.length < MAX_NAMED) problems.push(each);
  };
  const ids = ownIds.map((ownId, index) => {
    if (ownId !== '' && indexOf(ownId) === index) return ownId;
    const wanted = ownId === '' ? `unit-${index + 1}` : `${fileOf(index)}/${ownId}`;
    if (ownId === '') report(problem('xliff-id-missing', { path: `unit ${wanted}` }, { id: wanted }));
    if (indexOf(wanted) === undefined) {
      owner.set(wanted, index);
      return wanted;
    }
    let number = next.get(wanted) ?? 2;
    while (indexOf(`${wanted}~${number}`) !== undefined) number += 1;
    next.set(wanted, number + 1);
    const id = `${wanted}~${number}`;
    owner.set(id, index);
    report(problem('xliff-id-duplicate', { path: `unit ${id}` }, { id: ownId, name: id }));
    return id;
  });
  return { ids, indexOf, problems };
}
